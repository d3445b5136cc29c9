import { eventually } from '../waiting';
import { toolName } from './agentFixture';
import { MEMORY, MemoryFixture } from './memoryFixture';
import { call, say } from './stubModel';
import { takesMemories } from './takesMemories';

const CUSTOMER = '919800990811';
const STRANGER = '919800990812';

let memory: MemoryFixture;
beforeAll(async () => {
	memory = await MemoryFixture.open(CUSTOMER);
});
afterAll(async () => await memory.close());

const reads = async (since: number) =>
	(await memory.agent.fixture.control.requests(since)).filter(
		({ path }) => path === `/v1/messages/${CUSTOMER}`,
	);

/** The agent of n8n 2.20 writes its tool calls into the conversation itself. */
const isToolCall = (line: string) => line.startsWith('assistant: Calling ');

if (takesMemories) {
	it('an agent remembers what customer, colleague and campaign wrote, in order and once each', async () => {
		const { agent } = memory;
		expect(await memory.modelIsAsked('Are you open?', 'Until nine.')).toEqual(['user: Are you open?']);
		await agent.fixture.control.writeInInbox(CUSTOMER, 'I keep one for you.', 'Priya Nair');
		const offer = await memory.startCampaign();
		const since = (await agent.fixture.control.requests()).at(-1)!.seq;
		const tool = agent.sendText();
		agent.model.says(
			call(toolName(tool.name), agent.textFor(STRANGER, 'An agent asks about an offer.')),
			say('What the campaign says.'),
		);
		expect(await memory.ask('What did you just offer me?')).toBe('What the campaign says.');

		const expected = [
			'user: Are you open?',
			'assistant: Until nine.',
			'assistant: [Priya Nair] I keep one for you.',
			`assistant: ${offer}`,
			'user: What did you just offer me?',
		];
		// The agent asks its memory again after the tool, and its prompt comes from elsewhere.
		const remembered = agent.model.asked.map(({ conversation }) =>
			conversation.filter((line) => !isToolCall(line)),
		);
		expect(remembered).toEqual([expected, expected]);
		expect(await reads(since)).toHaveLength(1);

		expect(await memory.modelIsAsked('Thank you!', 'You are welcome.')).toEqual([
			...expected,
			'assistant: What the campaign says.',
			'user: Thank you!',
		]);
	});

	it('an agent goes on without memory when the conversation cannot be read', async () => {
		const { api, control } = memory.agent.fixture;
		await control.fault({
			path: `/v1/messages/${CUSTOMER}`,
			fault: { kind: 'status', status: 400 },
		});
		try {
			expect(await memory.modelIsAsked('Are you there?', 'Hello again.')).toEqual(['user: Are you there?']);
		} finally {
			await control.endFaults();
		}
		// The answer arrives a moment before n8n lists the execution that sent it.
		await eventually(async () => {
			const [latest] = await api.executions(memory.workflow.id);
			if (!latest) return false;
			const { data, status } = await api.execution(latest.id);
			const told = JSON.stringify(data.resultData.runData[MEMORY]);
			return status === 'success' && told.includes('no memory in this execution');
		}, 'the execution that says it had no memory');
	});
} else {
	it('an agent with the memory says which n8n it needs', async () => {
		const { fixture, model } = memory.agent;
		model.says(say('Until nine.'));
		const from = CUSTOMER;
		await fixture.control.inbound({ from, message: { type: 'text', text: { body: 'Are you open?' } } });
		const failed = await eventually(async () => {
			const [latest] = await fixture.api.executions(memory.workflow.id);
			return latest?.status === 'error' && latest;
		}, 'the execution to fail');
		const { data } = await fixture.api.execution(failed.id);
		expect(JSON.stringify(data)).toMatch(/Heltar Chat Memory needs n8n 2\.20 or newer/);
		expect(model.asked).toEqual([]);
	});
}
