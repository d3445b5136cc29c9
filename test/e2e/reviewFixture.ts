import type { Execution, Workflow } from '../../demo/n8nApi';
import { eventually } from '../waiting';
import type { Button } from './agentFixture';
import { AgentFixture, buttonsIn, toolName } from './agentFixture';
import { TriggerFixture } from './triggerFixture';

export const REVIEW = 'Ask the manager';

/** An agent whose tool needs a manager's approval, and the trigger that hears what the manager taps. */
export class ReviewFixture {
	readonly customer: string;
	readonly manager: string;
	/** The tool that is held back. */
	readonly gated: ReturnType<AgentFixture['sendText']>;

	private constructor(
		readonly agent: AgentFixture,
		readonly listening: Workflow,
	) {
		this.customer = agent.words.customer;
		this.manager = this.customer.replace(/.$/, '9');
		this.gated = agent.sendText();
	}

	static async open(provider: string): Promise<ReviewFixture> {
		const agent = await AgentFixture.open(provider);
		const listening = await (await TriggerFixture.open(provider)).workflow();
		await agent.fixture.api.activate(listening);
		return new ReviewFixture(agent, listening);
	}

	async close(): Promise<void> {
		await this.agent.fixture.api.deactivate(this.listening);
		await this.agent.close();
	}

	/** Starts an agent that may use its tool after the manager agreed; resolves with the end of the execution. */
	async start(options: Record<string, unknown> = {}): Promise<{ end: Promise<Execution> }> {
		const { agent, manager, gated } = this;
		const by = agent.tool(REVIEW, { [agent.words.recipient]: manager, options }, 'HitlTool');
		const workflow = await agent.workflow([], { review: { by, of: [gated] } });
		const end = agent.fixture.api.run(workflow, 'Start');
		// A test that fails before it gets there leaves it to itself.
		end.catch(() => {});
		return { end };
	}

	/** The call of the tool by which the agent writes to the customer. */
	wanted(text: string): [tool: string, given: object] {
		const given = { toolParameters: this.agent.textFor(this.customer, text), hitlParameters: {} };
		return [toolName(this.gated.name), given];
	}

	async questions() {
		return (await this.agent.fixture.control.conversation(this.manager)).filter(
			({ direction, type }) => direction === 'out' && type === 'interactive',
		);
	}

	/** What the manager was asked after so many questions before. */
	async question(before: number): Promise<{ text: string; buttons: Button[] }> {
		const entry = await eventually(async () => (await this.questions())[before], 'a question to the manager');
		return { text: entry.text, buttons: buttonsIn(entry) };
	}

	async tap(button: Button) {
		return await this.agent.fixture.control.inbound({
			from: this.manager,
			name: 'Meera',
			message: { type: 'interactive', interactive: { type: 'button_reply', button_reply: button } },
		});
	}
}
