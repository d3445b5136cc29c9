import fc from 'fast-check';

import { RateLimiter } from '../../../../core/http/rateLimiter';
import { Pace } from '../../../../core/http/pace';
import type { Clock } from '../../../../core/http/clock';

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

describe('the pace', () => {
	test('spreads single messages evenly', () => {
		const pace = new Pace(4);
		expect([0, 0, 0, 0].map(() => pace.take(1, 0))).toEqual([0, 250, 500, 750]);
	});

	test('a call of many messages pays for all of them before the next', () => {
		const pace = new Pace(80);
		expect([80, 40, 40].map((messages) => pace.take(messages, 0))).toEqual([0, 1000, 1500]);
	});

	test('a short delay is made up for, a long pause is not', () => {
		const pace = new Pace(10);
		pace.take(1, 0);
		expect(pace.take(1, 180)).toBe(0);
		expect(pace.take(1, 180)).toBe(20);
		expect([1, 2, 3, 4].map(() => pace.take(1, 60_000))).toEqual([0, 0, 0, 50]);
	});

	test('whenever the calls come: in no second do more go out than asked, but for what is made up', () => {
		const calls = fc.array(
			fc.record({ messages: fc.integer({ min: 1, max: 20 }), pause: fc.integer({ min: 0, max: 400 }) }),
			{ maxLength: 40 },
		);
		fc.assert(
			fc.property(calls, fc.integer({ min: 20, max: 200 }), (plan, perSecond) => {
				const pace = new Pace(perSecond);
				let now = 0;
				const starts = plan.map(({ messages, pause }) => {
					now += pause;
					now += pace.take(messages, now);
					return { at: now, messages };
				});
				for (const { at } of starts) {
					const inSecond = starts.filter((one) => one.at >= at && one.at < at + 1000);
					const last = inSecond.at(-1)?.messages ?? 0;
					const paidFor = inSecond.reduce((sum, { messages }) => sum + messages, 0) - last;
					expect(paidFor).toBeLessThanOrEqual(perSecond * 1.25 + 1e-6);
				}
			}),
		);
	});
});

describe('the rate limiter', () => {
	test('when one call is told to slow down, all wait, also those that come meanwhile', async () => {
		const { clock, waits } = testClock();
		const limiter = new RateLimiter(clock);
		await limiter.enter(1);
		limiter.hold(2000);
		limiter.hold(500);
		await limiter.enter(1);
		expect(waits).toEqual([2000]);
		expect(limiter.held).toEqual({ times: 1, ms: 2000 });
	});

	test('calls refused together count once; what was accepted in between starts the count anew', async () => {
		const { clock, pass } = testClock();
		const limiter = new RateLimiter(clock);
		const [first, second] = [await limiter.enter(1), await limiter.enter(1)];
		pass(10);
		expect([limiter.refused(first), limiter.refused(second)]).toEqual([1, 1]);
		pass(10);
		expect(limiter.refused(await limiter.enter(1))).toBe(2);
		limiter.accepted();
		pass(10);
		expect(limiter.refused(await limiter.enter(1))).toBe(1);
	});

	test('once closed, no call goes out', async () => {
		const limiter = new RateLimiter(testClock().clock);
		limiter.close(new Error('come back tomorrow'));
		limiter.close(new Error('second word'));
		await expect(limiter.enter(1)).rejects.toThrow('come back tomorrow');
	});

	test('calls that send nothing are not paced', async () => {
		const { clock, waits } = testClock();
		const limiter = new RateLimiter(clock);
		limiter.pace = new Pace(1);
		for (const messages of [1, 0, 0, 1]) await limiter.enter(messages);
		expect(waits).toEqual([1000]);
	});
});
