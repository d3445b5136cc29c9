import { join } from 'node:path';
import type { WorkflowData } from '../../demo/n8nApi';
import type { ConversationEntry, InboundMessage } from '../../demo/sandboxControl';
import { allExamples } from '../../demo/environment';
import { PROVIDERS } from '../../demo/providers';
import { eventually } from '../waiting';
import type { Fixture, Workflow } from './environment';
import { openFixture } from './environment';
import { outputOf } from './exampleFixture';
import { endedExecutions } from './executions';

const NOTE = 'n8n-nodes-base.stickyNote';
const text = (body: string) => ({ type: 'text', text: { body } });
const tapped = (id: string, title: string) => ({
	type: 'interactive',
	interactive: { type: 'button_reply', button_reply: { id, title } },
});
const chosen = (id: string, title: string) => ({
	type: 'interactive',
	interactive: { type: 'list_reply', list_reply: { id, title } },
});

const fixtures = new Map<string, Fixture>();
let heltar: Fixture;
let examples: Map<string, WorkflowData>;
beforeAll(async () => {
	for (const { name } of PROVIDERS) fixtures.set(name, await openFixture(name));
	heltar = fixtures.get('heltar')!;
	const credentials = new Map(
		[...fixtures.values()].map((fixture) => [fixture.provider, fixture.credential]),
	);
	examples = new Map(await allExamples(join(__dirname, '..', '..'), credentials));
});

function example(file: string): WorkflowData {
	const found = examples.get(file);
	if (!found) throw new Error(`There is no example ${file}`);
	return found;
}

/** Switches examples on for the tests around it. */
function switchOn(files: () => string[]): Map<string, Workflow> {
	const workflows = new Map<string, Workflow>();
	beforeAll(async () => {
		for (const file of files()) {
			const workflow = await heltar.api.createWorkflow(example(file));
			workflows.set(file, workflow);
			await heltar.api.activate(workflow);
		}
	});
	afterAll(async () => {
		for (const workflow of workflows.values()) await heltar.api.deactivate(workflow);
	});
	return workflows;
}

let customers = 0;
/** A customer nobody has heard of yet: sends a message, and is told what came back. */
function someone(fixture: Fixture, name: string) {
	const from = `${fixture.provider.customerWrites.from.slice(0, 6)}99${String(++customers).padStart(4, '0')}`;
	const answers = async () =>
		(await fixture.control.conversation(from)).filter(({ direction }) => direction === 'out');
	return async (message: InboundMessage['message']): Promise<ConversationEntry> => {
		const before = await answers();
		await fixture.control.inbound({ from, name, message });
		const [answer] = await eventually(
			async () => {
				const added = (await answers()).slice(before.length);
				return added.length > 0 && added[0].status === 'delivered' && added;
			},
			`an answer to ${JSON.stringify(message)}`,
		);
		return answer;
	};
}

it('explain themselves in a note on the canvas', () => {
	expect(examples.size).toBeGreaterThanOrEqual(6);
	for (const [file, { nodes }] of examples) {
		// Further notes stand beside the nodes they are about.
		const [first] = nodes
			.filter(({ type }) => type === NOTE)
			.map(({ parameters }) => String(parameters.content));
		expect([file, first]).toEqual([file, expect.stringMatching(/^## [^]*\*\*Try it:\*\*/)]);
	}
});

describe('examples for Heltar that leave each other’s messages alone', () => {
	const workflows = switchOn(() => [
		'heltar-menu.json',
		'heltar-order-status.json',
		'heltar-file-intake.json',
		'approve-refund.json',
	]);
	const executionsOf = async (file: string, expected: number) =>
		await endedExecutions(heltar.api, workflows.get(file)!, expected);
	let stored = 0;

	it('lead from a greeting through buttons and a list to an answer', async () => {
		const send = someone(heltar, 'Asha');
		expect(await send(text('Hello'))).toMatchObject({
			type: 'interactive',
			text: 'Hi Asha! What can we do for you?',
		});
		expect(await send(tapped('topics', 'Help topics'))).toMatchObject({
			type: 'interactive',
			text: 'What would you like to know?',
		});
		expect((await send(chosen('topic-returns', 'Returns'))).text).toMatch(/within thirty days/);
		expect((await send(tapped('track', 'Track an order'))).text).toMatch(/order 1042/);
	});

	it('know their keywords, however they are written', async () => {
		const send = someone(heltar, 'Asha');
		expect((await send(text(' HOURS '))).text).toMatch(/Monday to Saturday/);
	});

	it('send the status of an order as a template with its variables', async () => {
		const send = someone(heltar, 'Dana');
		expect(await send(text('Order 1043?'))).toMatchObject({
			type: 'template',
			text: 'Hello Dana, your order 1043 is on its way. We expect it at your door on Thursday.',
		});
		expect(await send(text('order 7'))).toMatchObject({
			type: 'text',
			text: expect.stringMatching(/no order 7/),
		});
		expect((await send(text('Order'))).text).toMatch(/Which order/);
	});

	it.each([
		['picture', 'image', { mime_type: 'image/png', caption: 'Look' }],
		['voice note', 'audio', { mime_type: 'audio/ogg; codecs=opus', voice: true }],
	])('store a %s and confirm it', async (_, type, details) => {
		const content = Buffer.from(`The bytes of one ${type}`);
		const send = someone(heltar, 'Meera');
		const answer = await send({ type, [type]: { ...details, base64: content.toString('base64') } });
		expect(answer.text).toMatch(new RegExp(`stored your (image|voice note) \\(${content.length} B\\)`));

		const [latest] = await executionsOf('heltar-file-intake.json', ++stored);
		expect(outputOf(latest, 'Store the file')).toMatchObject([
			{ id: expect.any(Number), file: content.toString('base64'), mime_type: details.mime_type },
		]);
	});

	it.each([
		// Hello, three taps and HOURS.
		['heltar-menu.json', 5],
		['heltar-order-status.json', 3],
		['heltar-file-intake.json', 2],
		['approve-refund.json', 0],
	])('answer every message once, and start nothing else: %s', async (file, expected) => {
		const executions = await executionsOf(file, expected);
		expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
	});
});

describe.each(PROVIDERS)('the example $example', ({ name, example: file }) => {
	switchOn(() => [file]);

	it('gives back what a customer writes, with their name', async () => {
		expect((await someone(fixtures.get(name)!, 'Carla')(text('Is it ready?'))).text).toBe(
			'Hi Carla, you wrote: Is it ready?',
		);
	});
});
