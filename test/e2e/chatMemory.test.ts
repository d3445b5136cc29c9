import type { WorkflowNode } from '../../demo/n8nApi';
import { eventually } from '../waiting';
import { AGENT, AgentFixture, toolName } from './agentFixture';
import type { Workflow } from './environment';
import { byHand } from './environment';
import { call, say } from './stubModel';
import { takesMemories } from './takesMemories';

const CUSTOMER = '919800990811';
const STRANGER = '919800990812';
const MEMORY = 'Heltar Chat Memory';
const TRIGGER = 'Heltar Trigger';
const SEND = 'Answer';

/** A version of the agent that n8n 2.0 has. */
const OLDER_AGENT = 2.2;

let agent: AgentFixture;
let workflow: Workflow;
beforeAll(async () => {
	agent = await AgentFixture.open('heltar');
	workflow = await answering();
	await agent.fixture.api.activate(workflow);
});
afterAll(async () => {
	await agent.fixture.api.deactivate(workflow);
	await agent.close();
});

/** A customer writes, an agent that remembers the conversation answers. */
async function answering(): Promise<Workflow> {
	const { id, name } = agent.fixture.credential;
	const credentials = { heltarApi: { id, name } };
	const node = (one: Pick<WorkflowNode, 'name' | 'type' | 'parameters'>): WorkflowNode => ({
		typeVersion: 1,
		position: [0, 0],
		credentials,
		...one,
	});
	const trigger = node({ name: TRIGGER, type: 'n8n-nodes-whatsapp-bsp.heltarTrigger', parameters: {} });
	const made = await agent.workflow([agent.sendText()], { start: trigger });
	const prompt = { promptType: 'define', text: '={{ $json.text }}' };
	const agentNode = made.nodes.find((one) => one.name === AGENT)!;
	Object.assign(agentNode.parameters, prompt);
	if (!takesMemories) agentNode.typeVersion = OLDER_AGENT;
	made.nodes.push(
		node({ name: MEMORY, type: 'n8n-nodes-whatsapp-bsp.heltarChatMemory', parameters: {} }),
		node({
			name: SEND,
			type: 'n8n-nodes-whatsapp-bsp.heltar',
			parameters: {
				resource: 'message',
				operation: 'sendText',
				clientWaNumber: `={{ $('${TRIGGER}').item.json.from }}`,
				message: '={{ $json.output }}',
			},
		}),
	);
	Object.assign(made.connections, {
		[AGENT]: { main: [[{ node: SEND, type: 'main', index: 0 }]] },
		[MEMORY]: { ai_memory: [[{ node: AGENT, type: 'ai_memory', index: 0 }]] },
	});
	return await agent.fixture.api.update(made);
}

const sentTo = async (number: string) =>
	(await agent.fixture.control.conversation(number)).filter(({ direction }) => direction === 'out');

/** The customer writes, and has the answer. */
async function ask(body: string, from = CUSTOMER): Promise<string> {
	const before = (await sentTo(from)).length;
	await agent.fixture.control.inbound({ from, name: 'Asha', message: { type: 'text', text: { body } } });
	return await eventually(async () => (await sentTo(from))[before]?.text, 'the answer of the agent');
}

async function startCampaign(): Promise<string> {
	const parameters = {
		resource: 'campaign',
		operation: 'send',
		campaignName: 'Opening',
		clientWaNumber: CUSTOMER,
		templateName: { __rl: true, mode: 'id', value: 'start_conversation' },
		languageCode: 'en',
	};
	const { api, credential } = agent.fixture;
	const type = 'n8n-nodes-whatsapp-bsp.heltar';
	const before = (await sentTo(CUSTOMER)).length;
	const made = await api.createWorkflow(
		byHand('Campaign', { type, parameters, credentials: { heltarApi: credential } }),
	);
	expect((await api.run(made, 'Start')).status).toBe('success');
	return await eventually(async () => (await sentTo(CUSTOMER))[before]?.text, 'the campaign');
}

const reads = async (since: number) =>
	(await agent.fixture.control.requests(since)).filter(({ path }) => path === `/v1/messages/${CUSTOMER}`);

if (takesMemories) {
	it('an agent remembers what customer, colleague and campaign wrote, in order and once each', async () => {
		agent.model.says(say('Until nine.'));
		expect(await ask('Are you open?')).toBe('Until nine.');
		expect(agent.model.asked[0].conversation).toEqual(['user: Are you open?']);

		await agent.fixture.control.writeInInbox(CUSTOMER, 'I keep one for you.', 'Priya Nair');
		const offer = await startCampaign();
		const since = (await agent.fixture.control.requests()).at(-1)!.seq;
		const tool = agent.sendText();
		agent.model.says(
			call(toolName(tool.name), agent.textFor(STRANGER, 'An agent asks about an offer.')),
			say('What the campaign says.'),
		);
		expect(await ask('What did you just offer me?')).toBe('What the campaign says.');

		const expected = [
			'user: Are you open?',
			'assistant: Until nine.',
			'assistant: [Priya Nair] I keep one for you.',
			`assistant: ${offer}`,
			'user: What did you just offer me?',
		];
		// The agent asks its memory again after the tool, and its prompt comes from elsewhere.
		expect(agent.model.asked.map(({ conversation }) => conversation)).toEqual([expected, expected]);
		expect(await reads(since)).toHaveLength(1);

		agent.model.says(say('You are welcome.'));
		await ask('Thank you!');
		expect(agent.model.asked[0].conversation).toEqual([
			...expected,
			'assistant: What the campaign says.',
			'user: Thank you!',
		]);
	});

	it('an agent goes on without memory when the conversation cannot be read', async () => {
		await agent.fixture.control.fault({
			path: `/v1/messages/${CUSTOMER}`,
			fault: { kind: 'status', status: 400 },
		});
		try {
			agent.model.says(say('Hello again.'));
			expect(await ask('Are you there?')).toBe('Hello again.');
			expect(agent.model.asked[0].conversation).toEqual(['user: Are you there?']);
		} finally {
			await agent.fixture.control.endFaults();
		}
		// The answer arrives a moment before n8n lists the execution that sent it.
		await eventually(async () => {
			const [latest] = await agent.fixture.api.executions(workflow.id);
			if (!latest) return false;
			const { data, status } = await agent.fixture.api.execution(latest.id);
			const told = JSON.stringify(data.resultData.runData[MEMORY]);
			return status === 'success' && told.includes('no memory in this run');
		}, 'the execution that says it had no memory');
	});
} else {
	it('an agent with the memory says which n8n it needs', async () => {
		agent.model.says(say('Until nine.'));
		const from = CUSTOMER;
		await agent.fixture.control.inbound({ from, message: { type: 'text', text: { body: 'Are you open?' } } });
		const failed = await eventually(async () => {
			const [latest] = await agent.fixture.api.executions(workflow.id);
			return latest?.status === 'error' && latest;
		}, 'the execution to fail');
		const { data } = await agent.fixture.api.execution(failed.id);
		expect(JSON.stringify(data)).toMatch(/Heltar Chat Memory needs n8n 2\.20 or newer/);
		expect(agent.model.asked).toEqual([]);
	});
}
