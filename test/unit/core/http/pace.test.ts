import fc from 'fast-check';
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Clock } from '../../../../core/http/clock';
import { mostPerCall, Pace, paceOf } from '../../../../core/http/pace';
import type { PacedCall } from '../../../../core/http/pace';
import { RateLimiter } from '../../../../core/http/rateLimiter';
import type { Caller } from '../../../../core/http/request';

/** A clock that jumps ahead by what is waited. */
function testClock() {
	let now = 1_000_000;
	const waits: number[] = [];
	const clock: Clock = {
		now: () => now,
		wait: async (ms) => {
			if (ms <= 0) return;
			waits.push(ms);
			now += ms;
		},
	};
	return { clock, waits, pass: (ms: number) => (now += ms) };
}

/** A clock for many that wait at once: it jumps to the next moment at which somebody's wait ends. */
function sharedClock() {
	let now = 1_000_000;
	let waiting: Array<{ until: number; go: () => void }> = [];
	const clock: Clock = {
		now: () => now,
		wait: async (ms) =>
			ms <= 0 ? undefined : await new Promise<void>((go) => waiting.push({ until: now + ms, go })),
	};
	const run = async (work: Promise<unknown>) => {
		let done = false;
		void work.finally(() => (done = true));
		for (await nextTurn(); !done; await nextTurn()) {
			now = Math.min(...waiting.map(({ until }) => until));
			const due = waiting.filter(({ until }) => until <= now);
			waiting = waiting.filter(({ until }) => until > now);
			for (const { go } of due) go();
		}
		await work;
	};
	return { clock, run };
}

interface Leaving {
	at: number;
	messages: number;
}

/** Most messages in any window of one second, both ends included. */
const mostInASecond = (left: readonly Leaving[]) =>
	Math.max(
		0,
		...left.map(({ at }) =>
			left
				.filter((one) => one.at >= at && one.at <= at + 1000)
				.reduce((sum, { messages }) => sum + messages, 0),
		),
	);

const tolerance = (perSecond: number) => Math.max(perSecond * 1.25, Math.ceil(perSecond));

/** Sends so many calls through a limiter, some at a time. */
async function sendAll(
	{ clock, limiter }: { clock: Clock; limiter: RateLimiter },
	calls: readonly number[],
	{ concurrency, holds = {} }: { concurrency: number; holds?: Record<number, number> },
): Promise<Leaving[]> {
	const left: Leaving[] = [];
	let next = 0;
	const worker = async () => {
		while (next < calls.length) {
			const call = next++;
			await limiter.waitForTurn(calls[call]);
			left.push({ at: clock.now(), messages: calls[call] });
			const hold = holds[call];
			if (hold !== undefined) limiter.pauseAll(hold);
			await clock.wait(20);
		}
	};
	await Promise.all(Array.from({ length: concurrency }, worker));
	return left;
}

describe('the pace', () => {
	const call = (perSecond: number, messages = 1): PacedCall => ({ messages, perSecond });
	/** When each of these calls leaves, if all of them come at 0. */
	const leavings = (calls: PacedCall[], pace = new Pace()) => {
		let now = 0;
		return calls.map((one) => {
			for (let wait = pace.delay(one, now); wait > 0; wait = pace.delay(one, now)) now += wait;
			pace.spend(one, now);
			return now;
		});
	};

	test('spreads single messages evenly', () => {
		expect(leavings([call(4), call(4), call(4), call(4)])).toEqual([0, 250, 500, 750]);
	});

	test('a call of several messages pays for all of them before the next', () => {
		expect(leavings([call(80, 16), call(80, 8), call(80, 16)])).toEqual([0, 200, 300]);
	});

	test('a call carries at most a fifth of a second’s worth', () => {
		expect([0.5, 1, 4, 9, 10, 80, Infinity].map(mostPerCall)).toEqual([1, 1, 1, 1, 2, 16, Infinity]);
	});

	test('a delay of a tenth of a second is made up for, a longer one is not', () => {
		const pace = new Pace();
		const singles = (count: number) => Array.from({ length: count }, () => call(50));
		expect(leavings(singles(7), pace)).toEqual([0, 0, 0, 0, 0, 20, 40]);
		/** How many may leave at a moment. */
		const atOnce = (now: number) => {
			let count = 0;
			for (let one = call(50); pace.delay(one, now) === 0; one = call(50), count++) pace.spend(one, now);
			return count;
		};
		// Before 80, 40 is the last moment paid for.
		expect(atOnce(80)).toBe(2);
	});

	test('an idle time is not', () => {
		expect(leavings(Array.from({ length: 7 }, () => call(50)))).toEqual([0, 0, 0, 0, 0, 20, 40]);
	});

	test('less than a message a second is kept, too', () => {
		expect(leavings([call(0.5), call(0.5), call(0.5)])).toEqual([0, 2000, 4000]);
	});

	test('after a restart not even that goes out at once', () => {
		const pace = new Pace();
		pace.restart(call(50), 0);
		expect(leavings([call(50), call(50), call(50)], pace)).toEqual([0, 20, 40]);
	});

	test('calls go in the order they came, whatever they carry', () => {
		const pace = new Pace();
		const [first, large, small] = [call(10, 2), call(10, 2), call(10)];
		expect(pace.delay(first, 0)).toBe(0);
		pace.spend(first, 0);
		expect(pace.delay(large, 0)).toBe(200);
		expect(pace.delay(small, 0)).toBe(400);
		expect(pace.delay(small, 400)).toBeGreaterThan(0);
		expect(pace.delay(large, 400)).toBe(0);
		// Whoever gives up makes room.
		pace.leave(large);
		expect(pace.delay(small, 400)).toBe(0);
	});
});

describe('no second holds more than a quarter above the pace', () => {
	const perSecond = fc.oneof(
		fc.constantFrom(0.5, 1, 2, 3, 4, 5, 10, 50, 80),
		fc.integer({ min: 1, max: 200 }),
	);
	const concurrency = fc.integer({ min: 1, max: 20 });
	const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 });
	const holds = fc.dictionary(
		fc.integer({ min: 0, max: 59 }).map(String),
		fc.integer({ min: 1, max: 60_000 }),
		{ maxKeys: 4 },
	);

	test('whatever the hold and however many calls wait', async () => {
		await fc.assert(
			fc.asyncProperty(perSecond, concurrency, sizes, holds, async (pace, atOnce, wanted, held) => {
				const shared = sharedClock();
				const limiter = new RateLimiter(shared.clock);
				limiter.limitTo(pace, new Pace());
				const calls = wanted.map((size) => Math.min(size, mostPerCall(pace)));
				let left: Leaving[] = [];
				await shared.run(
					sendAll({ clock: shared.clock, limiter }, calls, { concurrency: atOnce, holds: held }).then(
						(all) => (left = all),
					),
				);
				expect(left).toHaveLength(calls.length);
				expect(mostInASecond(left)).toBeLessThanOrEqual(tolerance(pace));
			}),
			{ numRuns: 60 },
		);
	});

	test('four seconds of hold at ten a second', async () => {
		const shared = sharedClock();
		const limiter = new RateLimiter(shared.clock);
		limiter.limitTo(10, new Pace());
		let left: Leaving[] = [];
		await shared.run(
			sendAll({ clock: shared.clock, limiter }, new Array<number>(100).fill(1), {
				concurrency: 20,
				holds: { 20: 4000 },
			}).then((all) => (left = all)),
		);
		expect(mostInASecond(left)).toBeLessThanOrEqual(11);
		// Nor is it slower than asked: ten seconds and the hold.
		expect(left[99].at - left[0].at).toBeLessThan(14_500);
	});

	test('several runs of one account share it, and one that is held does not keep the others', async () => {
		const shared = sharedClock();
		const pace = new Pace();
		const limiters = [1, 2, 3].map(() => {
			const limiter = new RateLimiter(shared.clock);
			limiter.limitTo(50, pace);
			return limiter;
		});
		const runs: Leaving[][] = [];
		await shared.run(
			Promise.all(
				limiters.map(async (limiter, at) => {
					runs[at] = await sendAll({ clock: shared.clock, limiter }, new Array<number>(100).fill(1), {
						concurrency: 10,
						holds: at === 0 ? { 10: 30_000 } : {},
					});
				}),
			),
		);
		expect(mostInASecond(runs.flat())).toBeLessThanOrEqual(62);
		const lengths = runs.map((run) => run[99].at - run[0].at);
		expect(lengths[0]).toBeGreaterThan(30_000);
		expect(Math.max(lengths[1], lengths[2])).toBeLessThan(6000);
	});
});

describe('the pace of an account', () => {
	const callerWith = (credentials: object) => ({ getNode: () => ({ credentials }) }) as unknown as Caller;

	test('belongs to the credential', () => {
		const one = callerWith({ heltarApi: { id: '1', name: 'Shop' } });
		const renamed = callerWith({
			heltarApi: { id: '1', name: 'Shop 2' },
			helloAllApi: { id: '1', name: 'x' },
		});
		const other = callerWith({ heltarApi: { id: '2', name: 'Shop' } });
		expect(paceOf(renamed, 'heltarApi')).toBe(paceOf(one, 'heltarApi'));
		expect(paceOf(other, 'heltarApi')).not.toBe(paceOf(one, 'heltarApi'));
		expect(paceOf(renamed, 'helloAllApi')).not.toBe(paceOf(one, 'heltarApi'));
	});
});

describe('the rate limiter', () => {
	test('when one call is told to slow down, all wait, also those that come meanwhile', async () => {
		const { clock, waits } = testClock();
		const limiter = new RateLimiter(clock);
		await limiter.waitForTurn(1);
		limiter.pauseAll(2000);
		limiter.pauseAll(500);
		await limiter.waitForTurn(1);
		expect(waits).toEqual([2000]);
		expect(limiter.paused).toEqual({ times: 1, ms: 2000 });
	});

	test('calls refused together count once; what was accepted in between starts the count anew', async () => {
		const { clock, pass } = testClock();
		const limiter = new RateLimiter(clock);
		const [first, second] = [await limiter.waitForTurn(1), await limiter.waitForTurn(1)];
		pass(10);
		expect([limiter.refused(first), limiter.refused(second)]).toEqual([1, 1]);
		pass(10);
		expect(limiter.refused(await limiter.waitForTurn(1))).toBe(2);
		limiter.accepted();
		pass(10);
		expect(limiter.refused(await limiter.waitForTurn(1))).toBe(1);
	});

	test('once closed, no call goes out', async () => {
		const limiter = new RateLimiter(testClock().clock);
		limiter.failAllLaterCalls(new Error('come back tomorrow'));
		limiter.failAllLaterCalls(new Error('second word'));
		await expect(limiter.waitForTurn(1)).rejects.toThrow('come back tomorrow');
	});

	test('calls that send nothing are not paced', async () => {
		const { clock, waits } = testClock();
		const limiter = new RateLimiter(clock);
		limiter.limitTo(0.5, new Pace());
		for (const messages of [1, 0, 0, 1]) await limiter.waitForTurn(messages);
		expect(waits).toEqual([2000]);
	});
});
