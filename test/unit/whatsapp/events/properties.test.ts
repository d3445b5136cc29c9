import * as fc from 'fast-check';

import { canonicalJson } from '../../../../whatsapp/events/dedupe';
import { EVENT_KINDS } from '../../../../whatsapp/events/event';
import { isFilledObject } from '../../../../whatsapp/events/json';
import { loadFixtures } from './fixtures';
import { cloud, read } from './read';

const BODIES = loadFixtures().map(({ body }) => body);

/** Words of the real payloads, so that random values now and then look like something. */
const WORDS = [...new Set(BODIES.flatMap(wordsOf)), '__proto__', 'constructor', 'toString', ''];

function wordsOf(value: unknown): string[] {
	if (typeof value === 'string') return value.length < 60 ? [value] : [];
	if (Array.isArray(value)) return value.flatMap(wordsOf);
	return isFilledObject(value)
		? Object.entries(value).flatMap(([key, member]) => [key, ...wordsOf(member)])
		: [];
}

const word = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...WORDS) }, fc.string());

const { json } = fc.letrec((tie) => ({
	json: fc.oneof(
		{ depthSize: 'medium' },
		word,
		fc.constantFrom(null, true, false, 0, -1, 1.5, 1717500000, 1717500000000),
		fc.array(tie('json'), { maxLength: 4 }),
		fc.dictionary(word, tie('json'), { maxKeys: 5 }),
		fc.array(tie('json'), { maxLength: 2 }).map((value) => JSON.stringify(value)),
	),
}));

/** A fixture in which some values were replaced, dropped, wrapped in text or doubled. */
const mutated = fc
	.tuple(fc.constantFrom(...BODIES), fc.infiniteStream(fc.tuple(fc.nat({ max: 15 }), json)))
	.map(([body, dice]) => mutate(body, dice));

function mutate(value: unknown, dice: Iterator<[number, unknown]>): unknown {
	const [roll, other] = dice.next().value as [number, unknown];
	if (roll === 0) return other;
	if (roll === 1) return JSON.stringify(value);
	if (roll === 2) return [value, value];
	if (Array.isArray(value)) return value.map((member) => mutate(member, dice));
	if (!isFilledObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).flatMap(([key, member]) => (roll === 3 ? [] : [[key, mutate(member, dice)]])),
	);
}

const anything = fc.oneof(
	json,
	mutated,
	mutated.map((body) => JSON.stringify(body)),
	fc.anything(),
);

function reversedKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(reversedKeys);
	if (!isFilledObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value)
			.reverse()
			.map(([key, member]) => [key, reversedKeys(member)]),
	);
}

describe('whatever arrives', () => {
	it('is read without a failure, into well-formed events', () => {
		fc.assert(
			fc.property(anything, (body) => {
				for (const event of read(body)) {
					expect(event.schema).toBe(1);
					expect(EVENT_KINDS).toContain(event.event);
					expect(typeof event.type).toBe('string');
					expect(typeof event.text).toBe('string');
					expect(event.dedupeKey.startsWith(`${event.event}:`)).toBe(true);
					expect(event.normalizationError).toBeUndefined();
					expect(event.timestamp === null || !Number.isNaN(Date.parse(event.timestamp))).toBe(true);
					for (const scalar of [event.id, event.from, event.to, event.userId, event.groupId]) {
						expect(scalar === null || (typeof scalar === 'string' && scalar !== '')).toBe(true);
					}
				}
			}),
			{ numRuns: 1500 },
		);
	});

	it('gives the same events each time, and leaves the body alone', () => {
		fc.assert(
			fc.property(fc.oneof(json, mutated), (body) => {
				const before = JSON.stringify(body);
				expect(read(body)).toEqual(read(body));
				expect(JSON.stringify(body)).toBe(before);
			}),
			{ numRuns: 300 },
		);
	});

	it('gives something unless nothing was sent', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string({ minLength: 1 }), json, { minKeys: 2 }), (body) => {
				fc.pre(!('entry' in body));
				expect(read(body)).not.toHaveLength(0);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('every element of a list', () => {
	it.each(['messages', 'message_echoes', 'statuses', 'calls', 'groups', 'user_preferences'])(
		'in %s is one event, whatever its neighbours are',
		(list) => {
			fc.assert(
				fc.property(fc.array(json, { minLength: 1, maxLength: 6 }), (items) => {
					const sent = items.filter((item) => item !== null);
					fc.pre(sent.length > 0);
					expect(read(cloud({ [list]: items })).map(({ raw }) => raw)).toEqual(sent);
				}),
				{ numRuns: 150 },
			);
		},
	);

	it('in entries, changes and arrays is accounted for', () => {
		fc.assert(
			fc.property(fc.array(json, { minLength: 1, maxLength: 4 }), json, (changes, entry) => {
				const good = cloud({ messages: [{ id: 'wamid.GOOD', type: 'text', text: { body: 'still here' } }] });
				const [goodEntry] = good.entry;
				const known = (body: unknown) => read(body).filter(({ id }) => id === 'wamid.GOOD');
				expect(known({ entry: [entry, goodEntry] })).toHaveLength(1);
				expect(known({ entry: [{ changes: [...changes, ...goodEntry.changes] }] })).toHaveLength(1);
				expect(known([...changes, good])).toHaveLength(1);
				expect(read(changes).length).toBeGreaterThanOrEqual(
					changes.filter((member) => member !== null).length,
				);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('the dedupe key', () => {
	it('is the same for a redelivery with other key order, arriving later', () => {
		fc.assert(
			fc.property(fc.array(json, { minLength: 1, maxLength: 4 }), (messages) => {
				const body = cloud({ messages });
				const keys = read(body).map(({ dedupeKey }) => dedupeKey);
				const again = JSON.parse(JSON.stringify(reversedKeys(body))) as unknown;
				expect(read(again).map(({ dedupeKey }) => dedupeKey)).toEqual(keys);
			}),
			{ numRuns: 300 },
		);
	});

	it('rests on JSON that reads back the same', () => {
		fc.assert(
			fc.property(json, (value) => {
				expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
			}),
		);
	});
});
