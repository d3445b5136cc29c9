import type { Execution, WorkflowNode } from '../../demo/n8nApi';
import { eventually } from '../waiting';
import { ExampleFixture, outputOf } from './exampleFixture';

const ASHA = '919800000101';
const ROHAN = '919800000102';
const MEERA = '919800000103';
const SUNITA = '919800000104';
/** Blocked in the sandbox. */
const VIKRAM = '919800000105';
const EVERYBODY = [ASHA, ROHAN, VIKRAM, MEERA];

let example: ExampleFixture;
beforeAll(async () => {
	example = await ExampleFixture.open('broadcast-from-sheet.json');
});
let broadcasts = 0;
let broadcast: string;
beforeEach(async () => {
	broadcast = `Broadcast ${Date.now()} ${++broadcasts}`;
	await example.fixture.control.reset();
});

/** What a user changes: the settings, and rows of the sheet. */
const changed =
	(send: boolean, rows: Array<[was: string, is: string]> = []) =>
	(nodes: (name: string) => WorkflowNode) => {
		const { assignments } = nodes('Settings').parameters as {
			assignments: { assignments: Array<{ name: string; value: unknown }> };
		};
		const values: Record<string, unknown> = { broadcast, send };
		for (const field of assignments.assignments) field.value = values[field.name];
		const sheet = nodes('Sheet').parameters as { jsCode: string };
		for (const [was, is] of rows) {
			expect(sheet.jsCode).toContain(was);
			sheet.jsCode = sheet.jsCode.replace(was, is);
		}
	};

async function run(rows?: Array<[was: string, is: string]>, send = true): Promise<Execution> {
	const workflow = await example.create(changed(send, rows));
	const execution = await example.fixture.api.run(workflow, 'Start');
	expect([execution.status, execution.data.resultData.error?.message]).toEqual(['success', undefined]);
	return execution;
}

const recipients = (execution: Execution) => outputOf(execution, 'Send').length;
const results = (execution: Execution) =>
	Object.fromEntries(
		outputOf(execution, 'Write the result').map(({ name, result, reason }) => [name, [result, reason]]),
	);
/** How many messages each person got, or may have got, since the beginning of the test. */
const messages = async () => {
	const all = (await example.sends()).filter(({ status }) => status !== 'failed').map(({ to }) => to);
	return Object.fromEntries(
		[...EVERYBODY, SUNITA].map((one) => [one, all.filter((to) => to === one).length]),
	);
};

it('checks every row first, and sends nothing until it is told to', async () => {
	const execution = await run([], false);
	expect(outputOf(execution, 'Checked')[0]).toEqual({
		name: 'Asha',
		number: ASHA,
		message: 'Hello Asha, your order 1042 is packed. We expect it at your door on Friday.',
		warning: null,
	});
	expect(outputOf(execution, 'Checked')).toHaveLength(4);
	expect(outputOf(execution, 'Not valid')).toMatchObject([
		{ name: 'Sunita', result: 'failed', reason: expect.stringMatching(/must not start with 0/) },
	]);
	expect(await example.sends()).toEqual([]);
});

it('writes what became of it to every row, and sends the next time to those alone who got nothing', async () => {
	expect(results(await run())).toEqual({
		Asha: ['sent', null],
		Rohan: ['sent', null],
		Meera: ['sent', null],
		Vikram: ['failed', 'Client is blocked'],
	});
	const first = { [ASHA]: 1, [ROHAN]: 1, [MEERA]: 1, [VIKRAM]: 0, [SUNITA]: 0 };
	expect(await messages()).toEqual(first);
	expect((await example.heard(MEERA)).at(-1)).toMatchObject({
		type: 'template',
		text: 'Hello Meera, your order 1046 is on its way. We expect it at your door on Saturday.',
	});

	expect(recipients(await run())).toBe(1);
	expect(await messages()).toEqual(first);

	await example.sandbox('PATCH', `/customers/${VIKRAM}`, { blocked: false });
	const corrected = await run([['098000 00104', '+91 98000 00104']]);
	expect(results(corrected)).toEqual({ Vikram: ['sent', null], Sunita: ['sent', null] });
	const all = { [ASHA]: 1, [ROHAN]: 1, [MEERA]: 1, [VIKRAM]: 1, [SUNITA]: 1 };
	expect(await messages()).toEqual(all);
	expect(recipients(await run([['098000 00104', '+91 98000 00104']]))).toBe(0);
	expect(await messages()).toEqual(all);
});

it('sends one message to a person who stands in the sheet several times, however the number is written', async () => {
	await run([["'+91 98000 00102'", "'0091-98000-00101'"]]);
	expect((await messages())[ASHA]).toBe(1);
	await run([["'+91 98000 00103'", '919800000101']]);
	expect(await messages()).toMatchObject({ [ASHA]: 1, [ROHAN]: 1, [MEERA]: 1 });
});

it('never sends again to those who may have got it although no answer came', async () => {
	await example.fixture.control.fault({
		method: 'POST',
		path: '/v1/messages/send',
		times: 1,
		fault: { kind: 'resetAfter' },
	});
	const unknown = await run();
	expect(outputOf(unknown, 'Write the result').map(({ result }) => result)).toEqual(
		EVERYBODY.map(() => 'unknown'),
	);
	const before = await messages();
	expect(recipients(await run())).toBe(0);
	expect(await messages()).toEqual(before);
});

it('sends everybody one message when three executions run at once', async () => {
	const workflow = await example.create(changed(true));
	await Promise.all([1, 2, 3].map(async () => await example.fixture.api.run(workflow, 'Start')));
	expect(await messages()).toMatchObject({ [ASHA]: 1, [ROHAN]: 1, [MEERA]: 1 });
});

it('sends nobody a second message after a run that was broken off', async () => {
	const { api, control } = example.fixture;
	await control.fault({ path: '/v1/messages/send', times: 1, fault: { kind: 'delay', ms: 5000 } });
	const workflow = await example.create(changed(true));
	const broken = api.run(workflow, 'Start');
	await eventually(
		async () => (await control.requests()).some(({ path }) => path.endsWith('/v1/messages/send')),
		'the call that sends',
	);
	await eventually(async () => await api.stopRunning(workflow), 'the execution to stop');
	expect((await broken).status).toBe('canceled');
	// Only the provider knows what became of that call.
	expect(recipients(await run())).toBe(0);
	expect(Object.values(await messages()).filter((count) => count > 1)).toEqual([]);
});
