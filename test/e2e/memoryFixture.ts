import type { WorkflowNode } from '../../demo/n8nApi';
import { eventually } from '../waiting';
import { AGENT, AgentFixture } from './agentFixture';
import type { EnvironmentAddress, Workflow } from './environment';
import { byHand } from './environment';
import { say } from './stubModel';
import { takesMemories } from './takesMemories';

export const MEMORY = 'Heltar Chat Memory';
const TRIGGER = 'Heltar Trigger';
const SEND = 'Answer';
/** A version of the agent that n8n 2.0 has. */
const OLDER_AGENT = 2.2;

/** A customer writes, an agent that remembers the conversation answers. */
export class MemoryFixture {
	private constructor(
		readonly agent: AgentFixture,
		readonly workflow: Workflow,
		readonly customer: string,
	) {}

	/** @param elsewhere another n8n than the one all end-to-end tests share, and its sandbox */
	static async open(customer: string, elsewhere?: EnvironmentAddress): Promise<MemoryFixture> {
		const agent = await AgentFixture.open('heltar', elsewhere);
		const workflow = await answering(agent);
		await agent.fixture.api.activate(workflow);
		return new MemoryFixture(agent, workflow, customer);
	}

	async close(): Promise<void> {
		await this.agent.fixture.api.deactivate(this.workflow);
		await this.agent.close();
	}

	/** The customer writes, and has the answer of the model. */
	async ask(body: string): Promise<string> {
		const { control } = this.agent.fixture;
		return await this.#next('the answer of the agent', async () => {
			await control.inbound({ from: this.customer, name: 'Asha', message: { type: 'text', text: { body } } });
		});
	}

	/** The customer asks, the model answers, and that is what the model was asked. */
	async modelIsAsked(question: string, answer: string): Promise<string[]> {
		this.agent.model.says(say(answer));
		expect(await this.ask(question)).toBe(answer);
		expect(this.agent.model.asked).toHaveLength(1);
		return this.agent.model.asked[0].conversation;
	}

	/** @returns what the customer sees of it */
	async startCampaign(): Promise<string> {
		const { api, credential } = this.agent.fixture;
		const parameters = {
			resource: 'campaign',
			operation: 'send',
			campaignName: 'Opening',
			clientWaNumber: this.customer,
			templateName: { __rl: true, mode: 'id', value: 'start_conversation' },
			languageCode: 'en',
		};
		const type = 'n8n-nodes-whatsapp-bsp.heltar';
		const made = await api.createWorkflow(
			byHand('Campaign', { type, parameters, credentials: { heltarApi: credential } }),
		);
		return await this.#next('the campaign', async () => {
			expect((await api.run(made, 'Start')).status).toBe('success');
		});
	}

	/** Texts the customer gets because of something. */
	async #next(what: string, act: () => Promise<void>): Promise<string> {
		const before = (await this.agent.received(this.customer)).length;
		await act();
		return await eventually(
			async () => (await this.agent.received(this.customer))[before],
			what,
			this.agent.fixture.waitLimitMs,
		);
	}
}

async function answering(agent: AgentFixture): Promise<Workflow> {
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
