import axios from 'axios';

import type { ConversationEntry, InboundResult } from '../../demo/sandboxControl';
import type { Execution, Workflow } from '../../demo/n8nApi';
import { eventually } from '../waiting';
import { liveProvider } from './liveProviders';
import type { Fixture, EnvironmentAddress } from './environment';
import { TriggerFixture } from './triggerFixture';

/** Name of the asking node in the workflows of these tests. */
export const ASK = 'Ask';

/** What is said to somebody whose tap changes nothing. */
export const LATE = 'Thank you, but this question is no longer open.';

/** n8n looks once a minute for executions whose time is over; a busy one takes a while to get them going. */
export const NOTICED_WITHIN_MS = 180_000;

/** Something a person can tap. */
export interface Offer {
	id: string;
	title: string;
	kind: 'button_reply' | 'list_reply';
}

/** A workflow that asks, started by a web request, and a trigger of the same account that hears the answers. */
export class QuestionFixture {
	readonly fixture: Fixture;
	readonly customer: string;
	private readonly ended: Array<() => Promise<void>> = [];

	private constructor(readonly trigger: TriggerFixture) {
		this.fixture = trigger.fixture;
		this.customer = trigger.customer;
	}

	static async open(provider: string, address?: EnvironmentAddress): Promise<QuestionFixture> {
		return new QuestionFixture(await TriggerFixture.open(provider, address));
	}

	/** The trigger that hears the answers, in a workflow of its own. */
	async listen(): Promise<Workflow> {
		return await this.keep(await this.trigger.workflow());
	}

	/** A workflow that asks whoever its web request names. */
	async asking(parameters: object = {}): Promise<Workflow> {
		const { api, provider, credential } = this.fixture;
		const { provider: type } = this.trigger;
		const path = `ask-${Date.now()}-${Math.round(Math.random() * 1e6)}`;
		return await this.keep(
			await api.createWorkflow({
				name: `Asks over ${provider.label}`,
				nodes: [
					{
						name: 'Start',
						type: 'n8n-nodes-base.webhook',
						typeVersion: 2.1,
						webhookId: path,
						position: [0, 0],
						parameters: { httpMethod: 'POST', path, options: {} },
					},
					{
						name: ASK,
						type: `n8n-nodes-whatsapp-bsp.${type}`,
						typeVersion: 1,
						position: [220, 0],
						parameters: {
							resource: 'message',
							operation: 'sendAndWait',
							[liveProvider(type).recipient]: '={{ $json.body.to }}',
							message: '=Refund {{ $json.body.amount }}?',
							...parameters,
						},
						credentials: { [provider.credentialType]: { id: credential.id, name: credential.name } },
					},
				],
				connections: { Start: { main: [[{ node: ASK, type: 'main', index: 0 }]] } },
			}),
		);
	}

	/** Starts the asking workflow. */
	async ask(workflow: Workflow, to = this.customer, amount = '42.00'): Promise<void> {
		const path = String(workflow.nodes[0].parameters.path);
		await axios.post(`${this.fixture.n8nUrl}/webhook/${path}`, { to, amount });
	}

	/** What the business wrote to somebody, the newest last. */
	async heard(number = this.customer): Promise<Array<ConversationEntry & { raw?: unknown }>> {
		return (await this.fixture.control.conversation(number)).filter(({ direction }) => direction === 'out');
	}

	/** The question somebody got, once it is there, with what can be tapped in it. */
	async question(text: string, number = this.customer) {
		const entry = await eventually(
			async () => (await this.heard(number)).find((one) => one.text.includes(text)),
			`the question "${text}"`,
			this.fixture.waitLimitMs,
		);
		return { entry, offers: offersIn(entry.raw) };
	}

	/** Somebody taps. */
	async tap({ id, title, kind }: Offer, from = this.customer): Promise<InboundResult> {
		return await this.fixture.control.inbound({
			from,
			message: { type: 'interactive', interactive: { type: kind, [kind]: { id, title } } },
		});
	}

	/** The executions of a workflow by what became of them. */
	async executions(workflow: Workflow, status: string): Promise<Execution[]> {
		const all = await this.fixture.api.executions(workflow.id);
		return all.filter((one) => one.status === status);
	}

	/** How many executions of a workflow wait. */
	async countWaiting(workflow: Workflow): Promise<number> {
		return await this.fixture.api.countExecutions(workflow.id, 'waiting');
	}

	async waiting(workflow: Workflow, count = 1): Promise<void> {
		await this.reached(workflow, 'waiting', count);
	}

	/** What the asking node gave, in each execution that ended well. */
	async answers(workflow: Workflow, count = 1, withinMs?: number): Promise<Array<Record<string, unknown>>> {
		await this.reached(workflow, 'success', count, withinMs);
		// n8n counts an execution a moment before it lists it (executions.ts).
		const answered = async () => {
			const listed = await this.executions(workflow, 'success');
			return listed.length >= count && listed;
		};
		return (await eventually(answered, `${count} executions in the list`, withinMs)).map(answerOf);
	}

	/** Counts, because reading a hundred executions keeps n8n busy. */
	private async reached(
		workflow: Workflow,
		status: string,
		count: number,
		withinMs = this.fixture.waitLimitMs ?? NOTICED_WITHIN_MS,
	): Promise<void> {
		await eventually(
			async () => (await this.fixture.api.countExecutions(workflow.id, status)) >= count,
			`${count} executions with status ${status}`,
			withinMs,
		);
	}

	async close(): Promise<void> {
		for (const end of this.ended.splice(0).reverse()) await end();
	}

	private async keep(workflow: Workflow): Promise<Workflow> {
		await this.fixture.api.activate(workflow);
		this.ended.push(async () => await this.fixture.api.deactivate(workflow));
		return workflow;
	}
}

export const answerOf = ({ data }: Execution) => data.resultData.runData[ASK].at(-1)!.data!.main[0][0].json;

/** Buttons and rows of an interactive message, as it went out. */
function offersIn(raw: unknown): Offer[] {
	const { action } = (raw as { interactive?: { action?: Action } }).interactive ?? {};
	const buttons = (action?.buttons ?? []).map(({ reply }) => ({ ...reply, kind: 'button_reply' as const }));
	const rows = (action?.sections ?? []).flatMap((section) => section.rows);
	return [...buttons, ...rows.map(({ id, title }) => ({ id, title, kind: 'list_reply' as const }))];
}

interface Action {
	buttons?: Array<{ reply: { id: string; title: string } }>;
	sections?: Array<{ rows: Array<{ id: string; title: string }> }>;
}
