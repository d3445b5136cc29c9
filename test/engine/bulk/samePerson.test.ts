import type { IDataObject } from 'n8n-workflow';

import { useJumpingClock } from '../../jumpingClock';
import { expectTruth, MODES, numberOf, openBulk, reported } from './fixture';

useJumpingClock();

/*
 * Several messages to one person in a run over Heltar, whose older servers give one result per person. Every message has a
 * text of its own, by which the test knows what arrived.
 */

/** Whose turn it is: A gets four messages, B two, C one. */
const TURNS = [0, 0, 1, 0, 1, 2, 0];
const ITEMS = TURNS.map((person, at): IDataObject => ({ to: numberOf(person), text: `Message ${at}` }));

type Mode = keyof typeof MODES;

const FAULTS: Record<string, { fault: Record<string, unknown>; after?: number; times?: number }> = {
	'refuses the first message of a call': {
		fault: { kind: 'partial', positions: [0], code: 131026 },
		times: 1,
	},
	'refuses the second message of a call': {
		fault: { kind: 'partial', positions: [1], code: 131026 },
		times: 1,
	},
	'refuses all messages of a call': {
		fault: { kind: 'partial', positions: [0, 1, 2], code: 131026 },
		times: 1,
	},
	'puts the first message of a call off': {
		fault: { kind: 'partial', positions: [0], code: 130429 },
		times: 1,
	},
	'puts all messages off, twice': {
		fault: { kind: 'partial', positions: [0, 1, 2], code: 131056 },
		times: 2,
	},
	'fails after the work was done': { fault: { kind: 'status', status: 500, work: true }, after: 1, times: 1 },
	'breaks the connection after the work was done': { fault: { kind: 'resetAfter' }, times: 1 },
	'breaks the connection before': { fault: { kind: 'resetBefore' }, after: 1, times: 1 },
	'answers 429': { fault: { kind: 'status', status: 429, headers: { 'retry-after': '0' } }, times: 1 },
};

let bulk: Awaited<ReturnType<typeof openBulk>>;
beforeAll(async () => {
	bulk = await openBulk('heltar');
});
afterAll(async () => await bulk.close());
beforeEach(async () => await bulk.reset());

/** The texts each person got, in order. */
const arrived = async () =>
	await Promise.all(
		[0, 1, 2].map(async (at) => (await bulk.conversation(numberOf(at))).map(({ text }) => text)),
	);

describe.each(['position', 'recipient'])('results by %s', (resultKeys) => {
	const cases = Object.keys(FAULTS).flatMap((name) =>
		(Object.keys(MODES) as Mode[]).map((mode) => [name, mode] as const),
	);

	test.each(cases)('a server that %s, %s: nothing twice, and what is told is true', async (name, mode) => {
		await bulk.settings({ resultKeys });
		const { fault, ...match } = FAULTS[name];
		await bulk.failWith(fault, match);
		const outcomes = reported(await bulk.send(ITEMS, {}, MODES[mode]), ITEMS.length);
		const texts = (await arrived()).flat();
		expectTruth(
			outcomes,
			ITEMS.map(({ text }) => texts.filter((one) => one === text).length),
		);
	});

	test('no call names a person twice, and each gets their messages in order', async () => {
		await bulk.settings({ resultKeys });
		const { error, json } = await bulk.send(ITEMS);
		expect(error).toBeUndefined();
		for (const { body } of await bulk.requests()) {
			const numbers = body.messages.map((one: IDataObject) => one.clientWaNumber);
			expect(new Set(numbers).size).toBe(numbers.length);
		}
		const expected = [0, 1, 2].map((person) =>
			ITEMS.filter((_, at) => TURNS[at] === person).map(({ text }) => text),
		);
		expect(await arrived()).toEqual(expected);
		// Each item has the id of its own message.
		for (const [at, { to, text }] of ITEMS.entries()) {
			const bubble = (await bulk.conversation(String(to))).find((one) => one.text === text);
			expect(json[at].wamid).toBe(bubble?.id);
		}
	});

	test.each([
		['130429', 130429],
		['131056', 131056],
	])(
		'a message put off for its rate (%s) is not overtaken by a later one to the same person',
		async (_, code) => {
			await bulk.settings({ resultKeys });
			await bulk.failWith({ kind: 'partial', positions: [0], code }, { times: 1 });
			const { error } = await bulk.send(ITEMS);
			expect(error).toBeUndefined();
			const [texts] = await arrived();
			expect(texts).toEqual(ITEMS.filter((_item, at) => TURNS[at] === 0).map(({ text }) => text));
		},
	);
});
