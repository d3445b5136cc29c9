import { eventually } from '../waiting';
import { buttonsIn } from './agentFixture';
import type { Workflow } from './environment';
import { ExampleFixture, text } from './exampleFixture';
import { endedExecutions } from './executions';
import { exampleWithModel } from './exampleWithModel';
import { call, say } from './stubModel';

const CUSTOMER = '919800990801';
/** Whom the examples ask. */
const COLLEAGUE = '447700900123';
const name = 'Asha';

const tapped = (button: object) => ({
	type: 'interactive',
	interactive: { type: 'button_reply', button_reply: button },
});

describe('the example approve-refund.json', () => {
	let example: ExampleFixture;
	let workflow: Workflow;
	let asked = 0;
	beforeAll(async () => {
		example = await ExampleFixture.open('approve-refund.json');
		workflow = await example.publish();
	});
	afterAll(async () => await example.close());

	it.each([
		['Refund', /42\.00 for order 1042 is on its way back/],
		['Do not refund', /cannot refund order 1042 right away/],
	])('tells the customer when a colleague taps “%s”', async (title, told) => {
		const question = await example.write(CUSTOMER, text('Refund 1042, please'), { name, reader: COLLEAGUE });
		expect(question.text).toBe('Refund *42.00* to Asha for order 1042?');
		const button = buttonsIn(question).find((one) => one.title === title)!;
		expect((await example.write(COLLEAGUE, tapped(button), { reader: CUSTOMER })).text).toMatch(told);
		const thanks = await eventually(
			async () =>
				(await example.heard(COLLEAGUE)).at(-1)?.type === 'text' && (await example.heard(COLLEAGUE)).at(-1),
			'the confirmation',
		);
		expect(thanks.text).toBe('Thank you, the customer is told.');
		const [latest] = await endedExecutions(example.fixture.api, workflow, ++asked);
		expect(latest.status).toBe('success');
	});

	it('asks nobody about an order there is not', async () => {
		const before = (await example.heard(COLLEAGUE)).length;
		expect((await example.write(CUSTOMER, text('refund 7'), { name })).text).toMatch(/know no order 7/);
		expect(await example.heard(COLLEAGUE)).toHaveLength(before);
	});
});

describe('the example support-agent-approval.json', () => {
	const shared = exampleWithModel('support-agent-approval.json');
	let answered = 0;

	it('looks an order up, sends its state as a template, and answers', async () => {
		const { example, model, workflow } = shared;
		const before = (await example.heard(CUSTOMER)).length;
		model.says(
			call('Look_up_an_order', { order_number: '1042' }),
			call('Send_the_order_update', { order_number: '1042', state: 'packed', expected: 'Friday' }),
			say('I have sent you the details.'),
		);
		await example.write(CUSTOMER, text('Where is my order 1042?'), { name });
		const answers = await eventually(async () => {
			const added = (await example.heard(CUSTOMER)).slice(before);
			return added.length === 2 && added;
		}, 'the update and the answer');
		expect(answers.map(({ type, text: words }) => [type, words])).toEqual([
			['template', 'Hello Asha, your order 1042 is packed. We expect it at your door on Friday.'],
			['text', 'I have sent you the details.'],
		]);
		expect(model.asked[1].results[0]).toContain('42.00');
		await endedExecutions(example.fixture.api, workflow, ++answered);
	});

	it.each([
		['Approve', /Order 1042 is refunded/, 'Done, the money is on its way.'],
		['Decline', /rejected the tool call/, 'A colleague will write to you today.'],
	])('asks a colleague about a refund; “%s” decides', async (title, result, answer) => {
		const { example, model, workflow } = shared;
		const refund = { order_number: '1042', reason: 'It arrived broken.' };
		model.says(call('Refund_an_order', { toolParameters: refund, hitlParameters: {} }), say(answer));
		const question = await example.write(CUSTOMER, text('It is broken. I want my money back.'), {
			name,
			reader: COLLEAGUE,
		});
		expect(question.text).toBe('Refund order *1042* of Asha?\n\nIt arrived broken.');
		expect(model.asked).toHaveLength(1);
		const button = buttonsIn(question).find((one) => one.title === title)!;
		expect((await example.write(COLLEAGUE, tapped(button), { reader: CUSTOMER })).text).toBe(answer);
		expect(model.asked[1].results.at(-1)).toMatch(result);
		const executions = await endedExecutions(example.fixture.api, workflow, ++answered);
		expect(executions.map(({ status }) => status)).not.toContain('error');
	});
});
