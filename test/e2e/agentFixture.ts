import type {
	CredentialReference,
	Execution,
	OutputItem,
	WorkflowData,
	WorkflowNode,
} from '../../demo/n8nApi';
import { liveProvider } from './liveProviders';
import type { EnvironmentAddress, Fixture, Workflow } from './environment';
import { openFixture } from './environment';
import { StubModel } from './stubModel';

export const AGENT = 'Support agent';
const MODEL = 'Chat model';

/** What the editor writes into a parameter when "let the model define it" is chosen. */
export const fromModel = (label: string, { description = '', type = 'string' } = {}) =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${argument(label)}', \`${description}\`, '${type}') }}`;

/** The argument a model fills in for a parameter of this label. */
export const argument = (label: string) => label.slice(0, 63).replace(/[^a-zA-Z0-9-]/g, '_');

/** The name n8n gives to a node when it offers it to a model. */
export const toolName = (node: string) => node.replace(/[^a-zA-Z0-9_-]+/g, '_');

type Tool = Pick<WorkflowNode, 'name' | 'type' | 'parameters'> & Partial<WorkflowNode>;

/** An agent with a model and tools, and the provider whose tools it uses. */
export class AgentFixture {
	private constructor(
		readonly fixture: Fixture,
		readonly provider: string,
		readonly model: StubModel,
		private readonly modelCredential: CredentialReference,
	) {}

	/** @param elsewhere another n8n than the one all end-to-end tests share, and its sandbox */
	static async open(provider: string, elsewhere?: EnvironmentAddress): Promise<AgentFixture> {
		const fixture = await openFixture(provider, elsewhere);
		const model = await StubModel.start();
		return new AgentFixture(fixture, provider, model, await fixture.api.putCredential(model.credential));
	}

	async close(): Promise<void> {
		await this.model.stop();
	}

	get words() {
		const live = liveProvider(this.provider);
		const knownAs = `${this.fixture.provider.label} WhatsApp`;
		return { ...live, knownAs, customer: live.customer('311') };
	}

	private get credentials() {
		const { credential, provider } = this.fixture;
		return { [provider.credentialType]: { id: credential.id, name: credential.name } };
	}

	/** The provider's node in the variant n8n makes for agents. */
	tool(name: string, parameters: Record<string, unknown>, variant: 'Tool' | 'HitlTool' = 'Tool'): Tool {
		return {
			name,
			type: `n8n-nodes-whatsapp-bsp.${this.provider}${variant}`,
			parameters,
			credentials: this.credentials,
		};
	}

	/** *Send a text message*, both parameters up to the model, named as the editor names it. */
	sendText(): Tool {
		const { recipient, text, knownAs } = this.words;
		return this.tool(`Send a text message in ${knownAs}`, {
			resource: 'message',
			operation: 'sendText',
			[recipient]: fromModel('Recipient'),
			[text.parameter]: fromModel(text.label),
		});
	}

	/** What the model gives *Send a text message*. */
	textFor(recipient: string, text: string) {
		return { Recipient: recipient, [this.words.text.label]: text };
	}

	/**
	 * A workflow started by hand, or by another trigger, in which an agent gets along by itself.
	 *
	 * @param review asks a human before it lets the agent use its tools
	 */
	async workflow(
		tools: Tool[],
		{ review, start }: { review?: { by: Tool; of: Tool[] }; start?: WorkflowNode } = {},
	): Promise<Workflow> {
		const begin: WorkflowNode = start ?? {
			name: 'Start',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		};
		const prompt = start ? {} : { promptType: 'define', text: 'A customer waits for an answer.' };
		const all = [...tools, ...(review ? [review.by, ...review.of] : [])];
		const to = (node: string, type: string) => ({ [type]: [[{ node, type, index: 0 }]] });
		const data: WorkflowData = {
			name: `Agent with ${this.fixture.provider.label}`,
			nodes: [
				begin,
				{
					name: AGENT,
					type: '@n8n/n8n-nodes-langchain.agent',
					typeVersion: 3.1,
					position: [220, 0],
					parameters: { ...prompt, options: {} },
				},
				modelNode(MODEL, this.modelCredential),
				...all.map((tool, at): WorkflowNode => ({
					typeVersion: 1,
					position: [400 + 160 * at, 220],
					...tool,
				})),
			],
			connections: {
				[begin.name]: to(AGENT, 'main'),
				[MODEL]: to(AGENT, 'ai_languageModel'),
				...Object.fromEntries(
					[...tools, ...(review ? [review.by] : [])].map(({ name }) => [name, to(AGENT, 'ai_tool')]),
				),
				...Object.fromEntries((review?.of ?? []).map(({ name }) => [name, to(review!.by.name, 'ai_tool')])),
			},
			settings: { executionOrder: 'v1' },
		};
		return await this.fixture.api.createWorkflow(data);
	}

	/** An agent inside an agent: the inner one has the model and the tools. */
	async runInside(tools: Tool[]): Promise<Execution> {
		const workflow = await this.workflow([]);
		const INNER = 'Messenger';
		const INNER_MODEL = 'Messenger model';
		const to = (node: string, type: string) => ({ [type]: [[{ node, type, index: 0 }]] });
		workflow.nodes.push(
			{
				name: INNER,
				type: '@n8n/n8n-nodes-langchain.agentTool',
				typeVersion: 3,
				position: [400, 220],
				parameters: {
					toolDescription: 'Writes to customers',
					text: fromModel('Prompt'),
					options: {},
				},
			},
			modelNode(INNER_MODEL, this.modelCredential),
			...tools.map((tool): WorkflowNode => ({ typeVersion: 1, position: [400, 440], ...tool })),
		);
		Object.assign(workflow.connections, {
			[INNER]: to(AGENT, 'ai_tool'),
			[INNER_MODEL]: to(INNER, 'ai_languageModel'),
			...Object.fromEntries(tools.map(({ name }) => [name, to(INNER, 'ai_tool')])),
		});
		return await this.fixture.api.run(await this.fixture.api.update(workflow), 'Start');
	}

	/** The fields the editor shows for the variables of a template, in the tool. */
	async variables(templateName: string, languageCode: string) {
		const { fields } = await this.fixture.api.dynamicParameters<{
			fields: Array<{ id: string; displayName: string }>;
		}>('resource-mapper-fields', {
			nodeTypeAndVersion: { name: `n8n-nodes-whatsapp-bsp.${this.provider}Tool`, version: 1 },
			credentials: this.credentials,
			path: 'parameters.variables',
			methodName: 'getTemplateVariables',
			currentNodeParameters: {
				resource: 'message',
				operation: 'sendTemplate',
				templateName: { __rl: true, mode: 'list', value: templateName },
				languageCode,
			},
		});
		return fields;
	}

	async run(tools: Tool[]): Promise<Execution> {
		return await this.fixture.api.run(await this.workflow(tools), 'Start');
	}

	/** The customer's side of the conversation, what the business wrote. */
	async received(customer: string = this.words.customer): Promise<string[]> {
		return (await this.fixture.control.conversation(customer))
			.filter(({ direction }) => direction === 'out')
			.map(({ text }) => text);
	}
}

const modelNode = (name: string, credential: CredentialReference): WorkflowNode => ({
	name,
	type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
	typeVersion: 1.3,
	position: [220, 220],
	parameters: {
		model: { __rl: true, mode: 'id', value: 'stub-1' },
		responsesApiEnabled: false,
		options: { maxRetries: 0 },
	},
	credentials: { openAiApi: { id: credential.id, name: credential.name } },
});

/** What the agent said in the end. */
export function lastWord({ data, status }: Execution): string {
	const [item] = data.resultData.runData[AGENT]?.at(-1)?.data?.main[0] ?? [];
	if (!item) throw new Error(`The agent said nothing (${status}): ${data.resultData.error?.message}`);
	return String(item.json.output);
}

/** What a tool gave back at each of its calls, as the execution keeps it. */
export function givenBack({ data }: Execution, tool: string): Array<Record<string, unknown>> {
	const runs = (data.resultData.runData[tool] ?? []) as Array<{ data?: { ai_tool?: OutputItem[][] } }>;
	return runs.map((run) => run.data?.ai_tool?.[0][0]?.json ?? {});
}

export interface Button {
	id: string;
	title: string;
}

/** The reply buttons of a message, wherever the provider keeps them. */
export function buttonsIn(value: unknown): Button[] {
	if (typeof value !== 'object' || value === null) return [];
	if ('type' in value && value.type === 'reply' && 'reply' in value) return [value.reply as Button];
	return Object.values(value).flatMap(buttonsIn);
}
