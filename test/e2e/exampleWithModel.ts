import type { CredentialReference, Workflow } from './environment';
import { ExampleFixture } from './exampleFixture';
import { StubModel } from './stubModel';

/** An example with a scripted model, published for the tests around it. */
export function exampleWithModel(file: string, openAi = ['Chat model']) {
	const shared = {} as { example: ExampleFixture; model: StubModel; workflow: Workflow };
	beforeAll(async () => {
		shared.example = await ExampleFixture.open(file);
		shared.model = await StubModel.start();
		const { id, name }: CredentialReference = await shared.example.fixture.api.putCredential(
			shared.model.credential,
		);
		shared.workflow = await shared.example.publish((node) => {
			for (const one of openAi) node(one).credentials = { openAiApi: { id, name } };
		});
	});
	afterAll(async () => {
		await shared.example?.close();
		await shared.model?.stop();
	});
	return shared;
}
