import { join } from 'node:path';
import type { Workflow } from '../../demo/n8nApi';
import { allExamples } from '../../demo/environment';
import { eventually } from '../waiting';
import { buttonsIn } from './agentFixture';
import type { Fixture } from './environment';
import { openFixture } from './environment';
import { call, say, StubModel } from './stubModel';

const CUSTOMER = '919800990801';
/** Whom the examples ask. */
const COLLEAGUE = '447700900123';

let heltar: Fixture;
beforeAll(async () => {
	heltar = await openFixture('heltar');
});

/** Switches an example on, for the tests around it. */
function example(file: string, prepare: (workflow: Workflow) => void = () => {}): () => Workflow {
	let workflow: Workflow;
	beforeAll(async () => {
		const all = new Map(
			await allExamples(join(__dirname, '..', '..'), new Map([[heltar.provider, heltar.credential]])),
		);
		const data = all.get(file) as Workflow;
		prepare(data);
		workflow = await heltar.api.createWorkflow(data);
		await heltar.api.activate(workflow);
	});
	afterAll(async () => await heltar.api.deactivate(workflow));
	return () => workflow;
}

const sentTo = async (number: string) =>
	(await heltar.control.conversation(number)).filter(({ direction }) => direction === 'out');

/** Somebody writes, and is told what comes back. */
async function write(from: string, message: { type: string; [field: string]: unknown }, reader = from) {
	const before = (await sentTo(reader)).length;
	await heltar.control.inbound({ from, name: 'Asha', message });
	return await eventually(async () => (await sentTo(reader))[before], `an answer for ${reader}`);
}
const text = (body: string) => ({ type: 'text', text: { body } });
const tapped = (button: object) => ({
	type: 'interactive',
	interactive: { type: 'button_reply', button_reply: button },
});

describe('the example approve-refund.json', () => {
	const workflow = example('approve-refund.json');

	it.each([
		['Refund', /42\.00 for order 1042 is on its way back/],
		['Do not refund', /cannot refund order 1042 right away/],
	])('tells the customer when a colleague taps “%s”', async (title, told) => {
		const question = await write(CUSTOMER, text('Refund 1042, please'), COLLEAGUE);
		expect(question.text).toBe('Refund *42.00* to Asha for order 1042?');
		const button = buttonsIn(question).find((one) => one.title === title)!;
		expect((await write(COLLEAGUE, tapped(button), CUSTOMER)).text).toMatch(told);
		const thanks = await eventually(
			async () => (await sentTo(COLLEAGUE)).at(-1)?.type === 'text' && (await sentTo(COLLEAGUE)).at(-1),
			'the confirmation',
		);
		expect(thanks.text).toBe('Thank you, the customer is told.');
		const [latest] = await heltar.api.executions(workflow().id);
		expect(latest.status).toBe('success');
	});

	it('asks nobody about an order there is not', async () => {
		const before = (await sentTo(COLLEAGUE)).length;
		expect((await write(CUSTOMER, text('refund 7'))).text).toMatch(/know no order 7/);
		expect(await sentTo(COLLEAGUE)).toHaveLength(before);
	});
});

describe('the example support-agent-approval.json', () => {
	let model: StubModel;
	beforeAll(async () => {
		model = await StubModel.start();
	});
	afterAll(async () => await model.stop());
	let credential: { id: string; name: string };
	beforeAll(async () => {
		credential = await heltar.api.putCredential(model.credential);
	});
	const workflow = example('support-agent-approval.json', ({ nodes }) => {
		const chatModel = nodes.find(({ name }) => name === 'Chat model')!;
		chatModel.credentials = { openAiApi: { id: credential.id, name: credential.name } };
	});

	it('looks an order up, sends its state as a template, and answers', async () => {
		const before = (await sentTo(CUSTOMER)).length;
		model.says(
			call('Look_up_an_order', { order_number: '1042' }),
			call('Send_the_order_update', { order_number: '1042', state: 'packed', expected: 'Friday' }),
			say('I have sent you the details.'),
		);
		await write(CUSTOMER, text('Where is my order 1042?'));
		const answers = await eventually(async () => {
			const added = (await sentTo(CUSTOMER)).slice(before);
			return added.length === 2 && added;
		}, 'the update and the answer');
		expect(answers.map(({ type, text: words }) => [type, words])).toEqual([
			['template', 'Hello Asha, your order 1042 is packed. We expect it at your door on Friday.'],
			['text', 'I have sent you the details.'],
		]);
		expect(model.asked[1].results[0]).toContain('42.00');
	});

	it.each([
		['Approve', /Order 1042 is refunded/, 'Done, the money is on its way.'],
		['Decline', /rejected the tool call/, 'A colleague will write to you today.'],
	])('asks a colleague about a refund; “%s” decides', async (title, result, answer) => {
		const refund = { order_number: '1042', reason: 'It arrived broken.' };
		model.says(call('Refund_an_order', { toolParameters: refund, hitlParameters: {} }), say(answer));
		const question = await write(CUSTOMER, text('It is broken. I want my money back.'), COLLEAGUE);
		expect(question.text).toBe('Refund order *1042* of Asha?\n\nIt arrived broken.');
		expect(model.asked).toHaveLength(1);
		const button = buttonsIn(question).find((one) => one.title === title)!;
		expect((await write(COLLEAGUE, tapped(button), CUSTOMER)).text).toBe(answer);
		expect(model.asked[1].results.at(-1)).toMatch(result);
		const executions = await heltar.api.executions(workflow().id);
		expect(executions.map(({ status }) => status)).not.toContain('error');
	});
});
