import type { Groups, Part } from '../../../../core/trigger/bursts';
import { Bursts, LIMITS } from '../../../../core/trigger/bursts';

/** Deliveries are told apart by a word; messages are numbers, written at that second. */
const part = (person: string, ...messages: number[]): Part<number> => ({
	person,
	messages: messages.map((message) => ({ key: `${person} ${message}`, sentAt: message * 1000, message })),
});

const QUIET = { quietMs: 3_000 };
const contentOf = (groups: Groups<number>) => Object.fromEntries(groups);

let bursts: Bursts<number, string>;
beforeEach(() => {
	bursts = new Bursts();
});

const join = (delivery: string, now: number, ...parts: Array<Part<number>>) =>
	bursts.join(delivery, parts, { now, ...QUIET });

/** What is closed at a moment: who starts it, who goes along, and what it holds. */
const closedAt = (now: number) =>
	bursts
		.closeUntil(now)
		.map((burst) => ({ latest: burst.latest, earlier: burst.earlier, holds: contentOf(burst.groups()) }));

test('messages of one person go together once there was quiet; the latest delivery starts them', () => {
	expect(join('a', 0, part('Asha', 1))).toMatchObject({ replaced: [], closed: [] });
	expect(join('b', 2_000, part('Asha', 2))).toMatchObject({ replaced: ['a'], closed: [] });
	expect(join('c', 4_000, part('Asha', 3))).toMatchObject({ replaced: ['b'], closed: [] });
	expect(closedAt(6_999)).toEqual([]);
	expect(closedAt(7_000)).toEqual([{ latest: 'c', earlier: ['a', 'b'], holds: { Asha: [[1, 2, 3]] } }]);
	expect(bursts.open).toEqual([]);
});

test('no message waits longer than seven seconds', () => {
	join('a', 0, part('Asha', 1));
	join('b', 2_900, part('Asha', 2));
	join('c', 5_800, part('Asha', 3));
	expect(closedAt(LIMITS.longestMs - 1)).toEqual([]);
	expect(closedAt(LIMITS.longestMs)).toHaveLength(1);
});

test('people are apart', () => {
	join('a', 0, part('Asha', 1));
	join('b', 100, part('Bela', 2));
	expect(closedAt(3_000)).toEqual([{ latest: 'a', earlier: [], holds: { Asha: [[1]] } }]);
	expect(closedAt(3_100)).toEqual([{ latest: 'b', earlier: [], holds: { Bela: [[2]] } }]);
});

test('they are in the order in which they were written; of the same moment, in that of arrival', () => {
	const written = (key: string, sentAt: number, message: number) => ({ key, sentAt, message });
	join('a', 0, { person: 'Asha', messages: [written('x', 5_000, 1), written('y', 4_000, 2)] });
	join('b', 10, { person: 'Asha', messages: [written('z', 4_000, 3)] });
	expect(closedAt(9_000)[0].holds).toEqual({ Asha: [[2, 3, 1]] });
});

test('a message counts once, however often it comes', () => {
	join('a', 0, part('Asha', 1, 1));
	join('b', 10, part('Asha', 1, 2));
	expect(closedAt(9_000)[0].holds).toEqual({ Asha: [[1, 2]] });
});

describe(`${LIMITS.messages} messages`, () => {
	const many = (count: number, from = 0) =>
		part('Asha', ...Array.from({ length: count }, (_, at) => from + at));

	test('start at once', () => {
		join('a', 0, many(LIMITS.messages - 1));
		const { burst, closed } = join('b', 10, part('Asha', 1_000));
		expect(closed).toEqual([burst]);
		expect(
			burst
				.groups()
				.get('Asha')
				?.map(({ length }) => length),
		).toEqual([LIMITS.messages]);
		expect(bursts.open).toEqual([]);
	});

	test('are the most: what is more begins the next', () => {
		join('a', 0, many(LIMITS.messages - 1));
		const { closed, replaced } = join('b', 10, part('Asha', 1_000, 1_001));
		expect(replaced).toEqual([]);
		expect(closed.map(({ latest }) => latest)).toEqual(['a']);
		expect(closedAt(9_000)).toEqual([{ latest: 'b', earlier: [], holds: { Asha: [[1_000, 1_001]] } }]);
	});

	test('that were in it already are not more', () => {
		join('a', 0, many(LIMITS.messages - 1));
		expect(join('b', 10, many(LIMITS.messages - 1)).closed).toEqual([]);
	});

	test('of one delivery, and more, are parted', () => {
		const { closed } = join('a', 0, many(2 * LIMITS.messages + 1));
		const groups = closed[0].groups().get('Asha')!;
		expect(groups.map(({ length }) => length)).toEqual([LIMITS.messages, LIMITS.messages, 1]);
	});
});

test(`${LIMITS.open} bursts are open at the same time: of more, the oldest closes`, () => {
	for (let at = 0; at < LIMITS.open; at += 1) {
		expect(join(`delivery ${at}`, at, part(`person ${at}`, at)).closed).toEqual([]);
	}
	// Not the one that has been quiet longest.
	join('again', 60, part('person 0', 1_000));
	const { closed } = join('one more', 61, part('one more', 1));
	expect(closed.map(({ latest }) => latest)).toEqual(['again']);
	expect(bursts.open).toHaveLength(LIMITS.open);
});

describe('a delivery with messages of several people', () => {
	test('starts at once, with all that waits of them', () => {
		join('a', 0, part('Asha', 1));
		join('b', 10, part('Asha', 2));
		join('c', 20, part('Chetan', 7));
		const { burst, closed, replaced } = join('d', 30, part('Asha', 3), part('Bela', 4));
		expect(closed).toEqual([burst]);
		expect(replaced).toEqual(['b']);
		expect(burst).toMatchObject({ latest: 'd', earlier: ['a', 'b'], openedAt: 0 });
		expect(contentOf(burst.groups())).toEqual({ Asha: [[1, 2, 3]], Bela: [[4]] });
		expect(bursts.open.map(({ people }) => people)).toEqual([['Chetan']]);
		expect(['Asha 1', 'Asha 3', 'Bela 4', 'Chetan 7'].map((key) => bursts.stateOf(key))).toEqual([
			'starting',
			'starting',
			'starting',
			'open',
		]);
	});

	test('leaves to the next burst what comes after it', () => {
		join('a', 0, part('Asha', 1), part('Bela', 2));
		expect(join('b', 10, part('Asha', 3))).toMatchObject({ closed: [], replaced: [] });
		expect(closedAt(9_000)[0].holds).toEqual({ Asha: [[3]] });
	});
});

test('one that is not to wait takes along what waits', () => {
	join('a', 0, part('Asha', 1));
	const { closed } = bursts.join('b', [part('Asha', 2)], { now: 5, ...QUIET, atOnce: true });
	expect(closed.map((burst) => contentOf(burst.groups()))).toEqual([{ Asha: [[1, 2]] }]);
});

test('a message belongs to its burst until that is settled', () => {
	const { burst } = join('a', 0, part('Asha', 1));
	expect(bursts.stateOf('Asha 1')).toBe('open');
	expect(bursts.holding(['Asha 1', 'Asha 9'])).toEqual([burst]);
	bursts.closeUntil(9_000);
	expect(bursts.stateOf('Asha 1')).toBe('starting');
	expect(bursts.starting).toEqual([burst]);
	bursts.settle(burst);
	expect(bursts.stateOf('Asha 1')).toBeUndefined();
	expect(bursts.starting).toEqual([]);
});

describe('a delivery that joins later than one that came after it', () => {
	test('ends no waiting early', () => {
		join('b', 2_000, part('Asha', 2));
		join('a', 0, part('Asha', 1));
		expect(closedAt(4_999)).toEqual([]);
		expect(closedAt(5_000)).toMatchObject([{ latest: 'a', holds: { Asha: [[1, 2]] } }]);
	});

	test('waits no longer than seven seconds from when it came', () => {
		join('c', 5_000, part('Asha', 2));
		join('a', 0, part('Asha', 1));
		expect(closedAt(LIMITS.longestMs - 1)).toEqual([]);
		expect(closedAt(LIMITS.longestMs)).toHaveLength(1);
	});
});
