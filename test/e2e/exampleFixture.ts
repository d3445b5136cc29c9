import axios from 'axios';
import { join } from 'node:path';
import { allExamples } from '../../demo/environment';
import type { Execution, Workflow, WorkflowData, WorkflowNode } from '../../demo/n8nApi';
import type { ConversationEntry } from '../../demo/sandboxControl';
import { eventually } from '../waiting';
import type { Fixture } from './environment';
import { openFixture } from './environment';

/** A message the sandbox took for sending. */
export interface Send {
	seq: number;
	id: string;
	to: string;
	status: string;
}

/** A message as somebody got it. */
export type Heard = ConversationEntry & { raw?: unknown };

/** One of examples/ in n8n, and the sandbox it works with. */
export class ExampleFixture {
	private readonly published: Workflow[] = [];

	private constructor(
		readonly fixture: Fixture,
		private readonly data: WorkflowData,
	) {}

	static async open(file: string, provider = 'heltar'): Promise<ExampleFixture> {
		const fixture = await openFixture(provider);
		const credentials = new Map([[fixture.provider, fixture.credential]]);
		const examples = new Map(await allExamples(join(__dirname, '..', '..'), credentials));
		const data = examples.get(file);
		if (!data) throw new Error(`There is no example ${file}`);
		return new ExampleFixture(fixture, data);
	}

	/** The example as a workflow of its own, changed as its user would change it. */
	async create(change: (nodes: (name: string) => WorkflowNode) => void = () => {}): Promise<Workflow> {
		const data = structuredClone(this.data);
		change((name) => {
			const node = data.nodes.find((one) => one.name === name);
			if (!node) throw new Error(`${data.name} has no node ${name}`);
			return node;
		});
		return await this.fixture.api.createWorkflow(data);
	}

	async publish(change?: (nodes: (name: string) => WorkflowNode) => void): Promise<Workflow> {
		const workflow = await this.create(change);
		await this.fixture.api.activate(workflow);
		this.published.push(workflow);
		return workflow;
	}

	async close(): Promise<void> {
		for (const workflow of this.published.splice(0)) await this.fixture.api.deactivate(workflow);
	}

	/** What the business wrote to somebody, the newest last. */
	async heard(number: string): Promise<Heard[]> {
		return (await this.fixture.control.conversation(number)).filter(({ direction }) => direction === 'out');
	}

	/** Somebody writes or taps, and `reader` gets a message because of it. @returns that message */
	async write(
		from: string,
		message: { type: string; [field: string]: unknown },
		{ name, reader = from }: { name?: string; reader?: string } = {},
	): Promise<Heard> {
		const before = (await this.heard(reader)).length;
		await this.fixture.control.inbound({ from, name, message });
		return await eventually(async () => (await this.heard(reader))[before], `an answer for ${reader}`);
	}

	/** Every message the sandbox took for sending, whatever became of it. */
	async sends(since = 0): Promise<Send[]> {
		return await this.sandbox<Send[]>('GET', `/sends?since=${since}`);
	}

	/** The sandbox's control API for this provider. */
	async sandbox<T>(method: string, path: string, data?: object): Promise<T> {
		const { sandboxUrl, provider } = this.fixture;
		const url = `${sandboxUrl}/_sandbox/${provider.sandboxPath}${path}`;
		return (await axios.request<T>({ method, url, data })).data;
	}
}

/** What a node gave in its last run of an execution. */
export const outputOf = ({ data }: Execution, node: string, output = 0): Array<Record<string, unknown>> =>
	(data.resultData.runData[node]?.at(-1)?.data?.main[output] ?? []).map(({ json }) => json);

export const text = (body: string) => ({ type: 'text', text: { body } });

/** A tap on a button of the last message somebody got. */
export function tapOn({ raw }: Heard, title: string) {
	const { interactive } = raw as { interactive?: { action?: { buttons?: Array<{ reply: object }> } } };
	const reply = interactive?.action?.buttons
		?.map((button) => button.reply as { id: string; title: string })
		.find((button) => button.title === title);
	if (!reply) throw new Error(`There is no button ${title}`);
	return { type: 'interactive', interactive: { type: 'button_reply', button_reply: reply } };
}
