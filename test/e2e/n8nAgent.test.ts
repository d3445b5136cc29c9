import { ExampleFixture, text } from './exampleFixture';
import { say, StubModel } from './stubModel';

const CUSTOMER = '919800990851';

describe('the example n8n-agent.json', () => {
	let example: ExampleFixture;
	let model: StubModel;
	beforeAll(async () => {
		example = await ExampleFixture.open('n8n-agent.json', 'heltar');
		model = await StubModel.start();
		const { api } = example.fixture;
		const { id: credential } = await api.putCredential(model.credential);
		const agentId = await api.publishAgent({
			name: 'Shop assistant',
			model: 'openai/stub-1',
			credential,
			instructions: 'You are the assistant of The Example Shop.',
		});
		await example.publish((node) => {
			node('Message an Agent').parameters.agentId = { __rl: true, mode: 'list', value: agentId };
		});
	});
	afterAll(async () => await model?.stop());

	it('answers a customer with the conversation in mind, a colleague’s words as well', async () => {
		model.says(say('Until **nine**.'));
		expect((await example.write(CUSTOMER, text('Are you open?'))).text).toBe('Until *nine*.');
		expect(model.asked[0].conversation.join()).toMatch(
			/\(nothing yet\)\n\nThe customer writes now:\nAre you open\?$/,
		);

		await example.fixture.control.writeInInbox(CUSTOMER, 'I keep one for you.', 'Priya Nair');
		model.says(say('Yes, Priya keeps one.'));
		expect((await example.write(CUSTOMER, text('Is there one left?'))).text).toBe('Yes, Priya keeps one.');
		expect(model.asked[0].conversation).toHaveLength(1);
		expect(model.asked[0].conversation[0]).toContain(`
Customer: Are you open?
You: Until *nine*.
Priya Nair: I keep one for you.

The customer writes now:
Is there one left?`);
	});
});
