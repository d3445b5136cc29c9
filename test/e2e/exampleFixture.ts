import { join } from 'node:path';
import { allExamples } from '../../demo/environment';
import type { ConversationEntry, InboundMessage } from '../../demo/sandboxControl';
import { eventually } from '../waiting';
import type { CredentialReference, EnvironmentAddress, Fixture, Workflow } from './environment';
import { openFixture } from './environment';
import { StubModel } from './stubModel';

export const text = (body: string) => ({ type: 'text', text: { body } });
export const tapped = (button: object) => ({
	type: 'interactive',
	interactive: { type: 'button_reply', button_reply: button },
});

/** Heltar, and what a customer of it sees. */
export class ExampleFixture {
	private constructor(readonly heltar: Fixture) {}

	/** @param elsewhere another n8n than the one all end-to-end tests share, and its sandbox */
	static async open(elsewhere?: EnvironmentAddress): Promise<ExampleFixture> {
		return new ExampleFixture(await openFixture('heltar', elsewhere));
	}

	/** An example of the repository with the credential chosen, saved and active. */
	async activate(file: string, prepare: (workflow: Workflow) => void = () => {}): Promise<Workflow> {
		const { api, provider, credential } = this.heltar;
		const all = await allExamples(join(__dirname, '..', '..'), new Map([[provider, credential]]));
		const data = new Map(all).get(file) as Workflow | undefined;
		if (!data) throw new Error(`There is no example ${file}`);
		prepare(data);
		const workflow = await api.createWorkflow(data);
		await api.activate(workflow);
		return workflow;
	}

	async sentTo(number: string): Promise<ConversationEntry[]> {
		return (await this.heltar.control.conversation(number)).filter(({ direction }) => direction === 'out');
	}

	/** Somebody writes, and `reader` gets a message because of it. */
	async write(from: string, message: InboundMessage['message'], reader = from): Promise<ConversationEntry> {
		const before = (await this.sentTo(reader)).length;
		await this.heltar.control.inbound({ from, name: 'Asha', message });
		return await eventually(
			async () => (await this.sentTo(reader))[before],
			`an answer for ${reader} to ${JSON.stringify(message).slice(0, 200)}`,
		);
	}
}

/** An example with a scripted model, active for the tests around it. */
export function exampleWithModel(file: string) {
	const shared = {} as { example: ExampleFixture; model: StubModel; workflow: Workflow };
	beforeAll(async () => {
		shared.example = await ExampleFixture.open();
		shared.model = await StubModel.start();
		const credential = await shared.example.heltar.api.putCredential(shared.model.credential);
		shared.workflow = await shared.example.activate(file, (workflow) => chooseOpenAi(workflow, credential));
	});
	afterAll(async () => {
		if (shared.workflow) await shared.example.heltar.api.deactivate(shared.workflow);
		await shared.model?.stop();
	});
	return shared;
}

/** In every node of OpenAI. */
function chooseOpenAi({ nodes }: Workflow, { id, name }: CredentialReference): void {
	for (const node of nodes) {
		if (/\.(lmChatOpenAi|openAi)$/.test(node.type)) node.credentials = { openAiApi: { id, name } };
	}
}
