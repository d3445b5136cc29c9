import type { Workflow } from '../../demo/n8nApi';
import { eventually } from '../waiting';
import { byHand } from './environment';
import { itemsOf, textsOf, TriggerFixture } from './triggerFixture';

/** Skip Chats a Person Handles, in a real n8n. */
describe('a Heltar Trigger that skips chats a person handles', () => {
	let trigger: TriggerFixture;
	let workflow: Workflow | undefined;
	beforeAll(async () => {
		trigger = await TriggerFixture.open('heltar');
	});
	afterEach(async () => {
		await trigger.fixture.control.endFaults();
		await trigger.fixture.control.delivery({ retryScale: 1 });
		if (workflow) await trigger.fixture.api.deactivate(workflow);
	});

	const publish = async (options: object = {}) => {
		workflow = await trigger.workflow({ options: { skipHandedOver: true, ...options } });
		await trigger.fixture.api.activate(workflow);
		return workflow;
	};

	let customers = 0;
	/** A customer whom Heltar knows already. */
	async function customer() {
		const from = `4477009008${String(++customers).padStart(2, '0')}`;
		const { control, api, credential } = trigger.fixture;
		const writes = async (body: string) =>
			(await control.inbound({ from, name: 'Asha', message: { type: 'text', text: { body } } })).deliveries;
		const path = `/v1/clients/${from}`;
		await writes('Is anybody there?');
		return {
			writes,
			path,
			/** What Heltar was asked about them. */
			reads: async () =>
				(await control.requests()).filter((one) => one.method === 'GET' && one.path.endsWith(path)).length,
			/** As the team does it in the inbox. */
			switchBot: async (isBotReply: boolean) =>
				await trigger.callProvider('PUT', `/v1/clients/bot/toggle/${from}`, { isBotReply }),
			/** As a workflow of this n8n does it. */
			async switchBotByNode(isBotReply: boolean) {
				const type = 'n8n-nodes-whatsapp-bsp.heltar';
				const parameters = { resource: 'contact', operation: 'toggleBot', clientWaNumber: from, isBotReply };
				const credentials = { heltarApi: credential };
				const node = await api.createWorkflow(byHand('Switch the bot', { type, parameters, credentials }));
				expect((await api.run(node, 'Start')).status).toBe('success');
			},
		};
	}

	it('starts nothing while the bot is off, and the next message once it is on', async () => {
		const asha = await customer();
		await asha.switchBot(false);
		const published = await publish();
		for (const words of ['I want to talk to Priya', 'Hello?']) {
			expect(await asha.writes(words)).toMatchObject([{ status: 200, attempts: 1 }]);
		}
		expect(await trigger.fixture.api.countExecutions(published.id)).toBe(0);

		await asha.switchBotByNode(true);
		await asha.writes('Thank you, Priya');
		const executions = await trigger.executions(published, 1);
		expect(executions.flatMap(itemsOf)).toMatchObject([
			{ text: 'Thank you, Priya', chat: { isBotReply: true, assigned: false } },
		]);
	});

	it('learns within seconds that the bot was switched in the inbox', async () => {
		const asha = await customer();
		const published = await publish();
		await asha.writes('Hello');
		await trigger.executions(published, 1);
		await asha.switchBot(false);
		const { api } = trigger.fixture;
		let started = 1;
		await eventually(async () => {
			await asha.writes('Hello again');
			const before = started;
			started = await api.countExecutions(published.id);
			return (await asha.reads()) >= 2 && before === started;
		}, 'a message that starts nothing');
	});

	it('reads the contact once for a burst of messages', async () => {
		const asha = await customer();
		const published = await publish({ collectSeconds: 4 });
		const written = ['Hi', 'I have a question', 'about order 1042'].map(asha.writes);
		expect((await Promise.all(written)).flat()).toMatchObject([
			{ status: 200 },
			{ status: 200 },
			{ status: 200 },
		]);
		const [item] = (await trigger.executions(published, 1)).flatMap(itemsOf);
		expect(item).toMatchObject({ messageCount: 3, chat: { isBotReply: true } });
		expect(await asha.reads()).toBe(1);
	});

	it('lets a message through when the contact cannot be read, and says so', async () => {
		const asha = await customer();
		await asha.switchBot(false);
		const published = await publish();
		await trigger.fixture.control.fault({
			method: 'GET',
			path: asha.path,
			fault: { kind: 'status', status: 500 },
		});
		await asha.writes('Hello');
		expect((await trigger.executions(published, 1)).flatMap(itemsOf)).toMatchObject([
			{ text: 'Hello', chat: { isBotReply: null, assigned: null, readError: expect.any(String) } },
		]);
	});

	it('or has it delivered again', async () => {
		const asha = await customer();
		const published = await publish({ whenChatUnknown: 'hold' });
		const { control } = trigger.fixture;
		await control.delivery({ retryScale: 0.001 });
		await control.fault({
			method: 'GET',
			path: asha.path,
			times: 1,
			fault: { kind: 'status', status: 500 },
		});
		const [delivery] = await asha.writes('Hello');
		expect(delivery).toMatchObject({ status: 200, attempts: 2 });
		const executions = await trigger.executions(published, 1);
		expect(textsOf(executions)).toEqual(['Hello']);
		expect(executions.flatMap(itemsOf)).toMatchObject([{ chat: { isBotReply: true } }]);
	});
});
