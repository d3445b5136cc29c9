import axios from 'axios';
import type { Workflow } from '../../demo/n8nApi';
import { eventually } from '../waiting';
import { ExampleFixture, outputOf, tapOn, text } from './exampleFixture';
import { NOTICED_WITHIN_MS } from './questionFixture';

const ASHA = '919800000101';
const ROHAN = '919800000102';
const MEERA = '919800000103';
const FRONT_DESK = '447700900123';
const START = 'Every day at nine';

let example: ExampleFixture;
let workflow: Workflow;
beforeAll(async () => {
	example = await ExampleFixture.open('appointment-reminder.json');
	workflow = await example.publish();
});
afterAll(async () => await example.close());

const kept = async (number: string, answer: string, { id } = workflow) =>
	await eventually(async () => {
		const rows = (await example.fixture.api.executions(id)).flatMap((execution) =>
			outputOf(execution, 'Keep the answer'),
		);
		return rows.find((row) => row.number === number && row.answer === answer);
	}, `the answer ${answer} of ${number} in the table`);

it('outside the 24 hours the template comes first, and a tap on it brings the buttons', async () => {
	const window = async (state: string) =>
		await axios.patch(`${example.fixture.sandboxUrl}/_sandbox/settings`, { heltar: { window: state } });
	await window('real');
	try {
		await example.fixture.api.run(workflow, START);
		const reminder = await eventually(async () => (await example.heard(ROHAN))[0], 'the template');
		expect(reminder).toMatchObject({
			type: 'template',
			text: expect.stringMatching(/^Hello Rohan, we expect you on \w+day at 11:30\. Tap below/),
		});
		const tap = { type: 'button', button: { text: 'My appointment', payload: 'My appointment' } };
		const question = await example.write(ROHAN, tap);
		expect((await example.write(ROHAN, tapOn(question, 'Confirm'))).text).toMatch(/^Thank you, Rohan/);
	} finally {
		await window('open');
	}
});

it.each([
	['Confirm', /^Thank you, Asha\. See you on \w+day at 10:00\.$/],
	['Move', /^Which day and time would suit you better\?/],
	['Cancel', /^Your appointment on \w+day at 10:00 is cancelled\./],
])('a customer who asks gets three buttons; “%s” is answered and kept', async (title, answer) => {
	const question = await example.write(ASHA, text('appointment?'));
	expect(question.text).toMatch(/^Hello Asha, we expect you on \*\w+day at 10:00\*\. Is that still fine\?$/);
	expect((await example.write(ASHA, tapOn(question, title))).text).toMatch(answer);
	expect(await kept(ASHA, title.toLowerCase())).toMatchObject({ name: 'Asha' });
});

it('from the schedule everybody is asked at the same time, and each answer is that of its own question', async () => {
	const people = [ASHA, ROHAN, MEERA];
	const before = await Promise.all(people.map(async (one) => (await example.heard(one)).length));
	expect((await example.fixture.api.run(workflow, START)).status).toBe('success');
	const questions = await Promise.all(
		people.map(
			async (one, at) =>
				await eventually(async () => (await example.heard(one))[before[at]], `the question to ${one}`),
		),
	);
	expect(questions.map(({ text: words }) => words.split(',')[0])).toEqual([
		'Hello Asha',
		'Hello Rohan',
		'Hello Meera',
	]);
	expect((await example.write(MEERA, tapOn(questions[2], 'Cancel'))).text).toMatch(/15:00 is cancelled/);
	expect((await example.write(ROHAN, tapOn(questions[1], 'Confirm'))).text).toMatch(/See you .* 11:30/);
	expect(await example.heard(ASHA)).toHaveLength(before[0] + 1);
});

it(
	'whoever has not answered at the time limit is named to the front desk',
	async () => {
		const soon = await example.publish((nodes) => {
			nodes('Ask').parameters.options = { waitHours: 0.001 };
			// The first workflow listens as well.
			const trigger = nodes('When a customer asks').parameters as {
				filters: { text: { values: { value: string } } };
			};
			trigger.filters.text.values.value = '^soon';
		});
		const question = await example.write(MEERA, text('soon'));
		const told = await eventually(
			async () => (await example.heard(FRONT_DESK)).at(-1),
			'a message to the front desk',
			NOTICED_WITHIN_MS,
		);
		expect(told.text).toMatch(
			/^Meera \(919800000103\) has not answered about \w+day at 15:00\. Please call\.$/,
		);
		await example.fixture.control.inbound({ from: MEERA, message: tapOn(question, 'Confirm') });
		expect(await kept(MEERA, 'none', soon)).toMatchObject({ answered: null });
	},
	NOTICED_WITHIN_MS + 60_000,
);
