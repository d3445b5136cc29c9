import axios from 'axios';
import { eventually } from '../waiting';
import { byHand } from './environment';
import { text } from './exampleFixture';
import { exampleWithModel } from './exampleWithModel';
import { endedExecutions } from './executions';
import { liveProvider } from './liveProviders';
import { call, callAll, say } from './stubModel';
import { takesMemories } from './takesMemories';

const CUSTOMER = '919800990821';
const COLLEAGUE = 'Priya Nair';
const HANDED_OVER = 'A colleague will write to you here.';

interface Contact {
	/** JSON. */
	attributes: string;
	businessEmployees: unknown[];
	isBotReply: boolean;
	isOpen: boolean;
}
interface Message {
	body: string;
	metaData?: { isPrivate?: boolean };
}

// An n8n that takes no memories from community packages cannot run it.
(takesMemories ? describe : describe.skip)('the example support-agent.json', () => {
	const shared = exampleWithModel('support-agent.json');

	const heltarApi = () => {
		const { provider, baseUrl } = shared.example.fixture;
		return axios.create({ baseURL: baseUrl, headers: liveProvider('heltar').keyHeader(provider.apiKey) });
	};
	const contact = async () => (await heltarApi().get<{ data: Contact }>(`/v1/clients/${CUSTOMER}`)).data.data;
	/** What the team reads in the inbox and the customer does not, the newest first. */
	const notes = async () => {
		const { data } = await heltarApi().get<{ data: { messages: Message[] } }>(`/v1/messages/${CUSTOMER}`);
		return data.data.messages.filter(({ metaData }) => metaData?.isPrivate).map(({ body }) => body);
	};
	/** By a workflow of the colleague: the trigger notices the switch in the inbox after 10 seconds only. */
	const giveBack = async () => {
		const { api, credential } = shared.example.fixture;
		const clientWaNumber = { __rl: true, mode: 'id', value: CUSTOMER };
		const parameters = { resource: 'contact', operation: 'toggleBot', clientWaNumber, isBotReply: true };
		const type = 'n8n-nodes-whatsapp-bsp.heltar';
		const made = byHand('Give back', { type, parameters, credentials: { heltarApi: credential } });
		expect((await api.run(await api.createWorkflow(made), 'Start')).status).toBe('success');
	};
	/** The latest execution, once that many have ended. */
	const latest = async (count: number) =>
		(await endedExecutions(shared.example.fixture.api, shared.workflow, count))[0];

	it('answers what a customer writes in several messages once, formatted for WhatsApp', async () => {
		const { example, model } = shared;
		model.says(
			callAll(
				['Look_up_an_order', { order_number: '1042' }],
				['Remember', { city: 'Leeds', interests: '' }],
				['Look_the_customer_up', {}],
			),
			say('### Order 1042\n\nIt is **packed** and arrives on *Friday*.'),
		);
		const { control } = example.fixture;
		const parts = ['Hi', 'I moved to Leeds', 'Where is my order 1042?'];
		await Promise.all(
			parts.map(async (part) => await control.inbound({ from: CUSTOMER, name: 'Asha', message: text(part) })),
		);
		const answer = await eventually(async () => (await example.heard(CUSTOMER))[0], 'the answer');
		expect(answer.text).toBe('*Order 1042*\n\nIt is *packed* and arrives on _Friday_.');

		const [asked, then] = model.asked;
		expect(asked.conversation).toHaveLength(1);
		for (const part of parts) expect(asked.conversation[0]).toContain(part);
		expect(asked.tools.map(({ name }) => name).sort()).toEqual([
			'Hand_over_to_a_person',
			'Look_the_customer_up',
			'Look_up_an_order',
			'Remember',
		]);
		for (const { description } of asked.tools) expect(description.length).toBeGreaterThan(40);
		expect(then.results.join()).toContain('42.00');
		expect(JSON.parse((await contact()).attributes)).toEqual({ city: 'Leeds' });

		const { status, data } = await latest(1);
		expect(status).toBe('success');
		expect(data.resultData.runData).not.toHaveProperty(['Stop the bot']);
	});

	it('hands over to a person, who answers and gives the chat back', async () => {
		const { example, model } = shared;
		const { control } = example.fixture;
		const note = 'Asha wants her money back for order 1042.';
		model.says(call('Hand_over_to_a_person', { note }), say(HANDED_OVER));
		expect((await example.write(CUSTOMER, text('I want to speak to a person'))).text).toBe(HANDED_OVER);
		expect((await latest(2)).status).toBe('success');
		expect(await contact()).toMatchObject({
			isBotReply: false,
			isOpen: true,
			businessEmployees: [expect.anything()],
		});
		expect(await notes()).toContain(`Handed over by the agent. ${note}`);

		const message = text('Hello? Anybody there?');
		await control.inbound({ from: CUSTOMER, name: 'Asha', message });
		await control.writeInInbox(CUSTOMER, 'The 42.00 are on their way.', COLLEAGUE);
		await giveBack();
		model.says(say('As Priya wrote: 42.00.'));
		const asking = text('How much do I get?');
		expect((await example.write(CUSTOMER, asking)).text).toBe('As Priya wrote: 42.00.');
		expect(model.asked[0].conversation.slice(-5)).toEqual([
			'user: I want to speak to a person',
			`assistant: ${HANDED_OVER}`,
			'user: Hello? Anybody there?',
			`assistant: [${COLLEAGUE}] The 42.00 are on their way.`,
			'user: How much do I get?',
		]);
		// None for what was written while the chat was a person's.
		expect((await latest(3)).status).toBe('success');
	});
});
