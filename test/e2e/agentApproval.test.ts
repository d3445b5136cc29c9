import type { Execution, Workflow } from '../../demo/n8nApi';
import { eventually } from '../waiting';
import type { AgentProvider, Button } from './agentScene';
import { AgentScene, buttonsIn, fromModel, givenBack, lastWord, toolName } from './agentScene';
import { call, callAll, report, say } from './stubModel';
import { TriggerScene } from './triggerScene';

const REVIEW = 'Ask the manager';
const REFUND = 'Your refund of 42.00 is on its way.';

describe.each<AgentProvider>(['heltar', 'helloAll'])('a human review over %s', (provider) => {
	let scene: AgentScene;
	let trigger: TriggerScene;
	let listening: Workflow;
	let manager: string;
	let customer: string;
	let gated: ReturnType<AgentScene['sendText']>;
	beforeAll(async () => {
		scene = await AgentScene.open(provider);
		({ customer } = scene.words);
		manager = customer.replace(/.$/, '9');
		gated = scene.sendText();
		trigger = await TriggerScene.open(provider);
		listening = await trigger.workflow();
		await scene.scene.api.activate(listening);
	});
	afterAll(async () => {
		await scene.scene.api.deactivate(listening);
		await scene.close();
	});

	/** Starts an agent that may use its tool after the manager agreed; resolves with the end of the execution. */
	async function start(options: Record<string, unknown> = {}): Promise<{ end: Promise<Execution> }> {
		const by = scene.tool(REVIEW, { [scene.words.recipient]: manager, options }, 'HitlTool');
		const workflow = await scene.workflow([], { review: { by, of: [gated] } });
		const end = scene.scene.api.run(workflow, 'Start');
		// A test that fails before it gets there leaves it to itself.
		end.catch(() => {});
		return { end };
	}

	const wanted = (text: string): [tool: string, given: object] => [
		toolName(gated.name),
		{ toolParameters: scene.textFor(customer, text), hitlParameters: {} },
	];

	/** What the manager was asked after so many questions before. */
	async function question(before: number): Promise<{ text: string; buttons: Button[] }> {
		const entry = await eventually(async () => (await questions())[before], 'a question to the manager');
		return { text: entry.text, buttons: buttonsIn(entry) };
	}
	const questions = async () =>
		(await scene.scene.control.conversation(manager)).filter(
			({ direction, type }) => direction === 'out' && type === 'interactive',
		);

	const tap = async (button: Button) =>
		await scene.scene.control.inbound({
			from: manager,
			name: 'Meera',
			message: { type: 'interactive', interactive: { type: 'button_reply', button_reply: button } },
		});

	it('holds a tool back until the manager has approved it in WhatsApp', async () => {
		const asked = (await questions()).length;
		const received = await scene.received();
		scene.model.says(call(...wanted(REFUND)), report);
		const { end } = await start();
		const { text, buttons } = await question(asked);
		expect(text).toContain(toolName(gated.name));
		expect(text).toContain(REFUND);
		expect(buttons.map(({ title }) => title)).toEqual(['Approve', 'Decline']);
		expect(await scene.received()).toEqual(received);

		await tap(buttons[0]);
		const execution = await end;
		expect(execution.status).toBe('success');
		expect(await scene.received()).toEqual([...received, REFUND]);
		expect(lastWord(execution)).toContain('"outcome":"sent"');
		expect(givenBack(execution, REVIEW)).toEqual([
			{
				approved: true,
				choice: 'Approve',
				text: 'Approve',
				from: manager,
				respondedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
			},
		]);
		expect(await scene.scene.api.countExecutions(listening.id)).toBe(0);
	});

	it('keeps a tool from running when the manager declines, and tells the model so', async () => {
		const asked = (await questions()).length;
		const received = await scene.received();
		scene.model.says(call(...wanted(REFUND)), report);
		const { end } = await start();
		const { buttons } = await question(asked);
		await tap(buttons[1]);
		const execution = await end;
		expect(execution.status).toBe('success');
		expect(await scene.received()).toEqual(received);
		expect(execution.data.resultData.runData[gated.name]).toBeUndefined();
		expect(lastWord(execution)).toMatch(/rejected the tool call/);
	});

	it('shows as much of a long input as a message with buttons takes', async () => {
		const asked = (await questions()).length;
		scene.model.says(call(...wanted('All about your refund. '.repeat(150))), report);
		const { end } = await start();
		const { text, buttons } = await question(asked);
		expect(text.length).toBeGreaterThan(900);
		expect(text.length).toBeLessThanOrEqual(1024);
		expect(text).toMatch(/Recipient: \d+\n.*All about your refund[^]*…$/);
		await tap(buttons[1]);
		expect(lastWord(await end)).toMatch(/rejected the tool call/);
	});

	it('asks anew for every call, and lets no earlier answer count for a later one', async () => {
		const asked = (await questions()).length;
		const received = await scene.received();
		scene.model.says(call(...wanted('The first one.')), call(...wanted('The second one.')), report);
		const { end } = await start();
		const first = await question(asked);
		await tap(first.buttons[0]);
		const second = await question(asked + 1);
		expect(await scene.received()).toEqual([...received, 'The first one.']);

		await tap(first.buttons[0]);
		expect(await scene.received()).toEqual([...received, 'The first one.']);
		await tap(second.buttons[1]);
		expect(lastWord(await end)).toMatch(/rejected the tool call/);
		expect(await scene.received()).toEqual([...received, 'The first one.']);
	});

	it('asks about each of several calls at once', async () => {
		const asked = (await questions()).length;
		const received = await scene.received();
		scene.model.says(callAll(wanted('One of two.'), wanted('Two of two.')), say('Done.'));
		const { end } = await start();
		const first = await question(asked);
		await tap(first.buttons[0]);
		const second = await question(asked + 1);
		await tap(second.buttons[1]);
		expect(lastWord(await end)).toBe('Done.');
		const [approved] = ['One of two.', 'Two of two.'].filter((text) => first.text.includes(text));
		expect(await scene.received()).toEqual([...received, approved]);
	});

	it('is not needed where the model itself asks, and is handed the answer', async () => {
		const before = (await scene.scene.control.conversation(manager)).length;
		const ask = scene.tool('Ask when to come', {
			resource: 'message',
			operation: 'sendAndWait',
			[scene.words.recipient]: manager,
			message: fromModel('Message'),
			responseType: 'choice',
			choices: { values: [{ title: 'Morning', id: 'am' }, { title: 'Evening' }] },
			options: {},
		});
		scene.model.says(call(toolName(ask.name), { Message: 'When shall we come?' }), report);
		const end = scene.scene.api.run(await scene.workflow([ask]), 'Start');
		end.catch(() => {});
		const entry = await eventually(
			async () => (await scene.scene.control.conversation(manager))[before],
			'the question',
		);
		await tap(buttonsIn(entry)[0]);
		expect(lastWord(await end)).toMatch(/"choice":"am","text":"Morning"/);
	});

	// n8n looks about once a minute for executions whose time is over.
	if (provider === 'heltar') {
		it('takes silence for a no', async () => {
			const asked = (await questions()).length;
			const received = await scene.received();
			scene.model.says(call(...wanted(REFUND)), report);
			const { end } = await start({ waitHours: 0.001 });
			await question(asked);
			const execution = await end;
			expect(givenBack(execution, REVIEW)[0]).toMatchObject({ approved: false, timedOut: true });
			expect(lastWord(execution)).toMatch(/rejected the tool call/);
			expect(await scene.received()).toEqual(received);
		}, 240_000);
	}

	it('does not let the tool run when the question cannot be asked', async () => {
		const received = await scene.received();
		await scene.scene.api.deactivate(listening);
		try {
			scene.model.says(call(...wanted(REFUND)), report);
			const { end } = await start();
			const execution = await end;
			expect(await scene.received()).toEqual(received);
			expect(execution.data.resultData.runData[gated.name]).toBeUndefined();
			expect(JSON.stringify(execution.data.resultData.runData[REVIEW])).toMatch(
				/Trigger of this n8n is active/,
			);
		} finally {
			await scene.scene.api.activate(await scene.scene.api.workflow(listening.id));
		}
	});
});
