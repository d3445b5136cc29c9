import fc from 'fast-check';

import { CallBudget } from '../../../../core/http/callBudget';
import { defineCallLimits } from '../../../../core/http/callLimit';

const [limit] = defineCallLimits([{ what: 'searches', most: 3, withinMs: 60_000, routes: ['GET /search'] }]);

test('so many calls leave at once, the next one when the first no longer counts, and a little later', () => {
	const budget = new CallBudget(limit);
	for (const at of [0, 10_000, 20_000]) {
		expect(budget.delay(at)).toBe(0);
		budget.spend(at);
	}
	expect(budget.delay(20_000)).toBe(45_000);
	expect(budget.delay(64_999)).toBe(1);
	expect(budget.delay(65_000)).toBe(0);
	budget.spend(65_000);
	expect(budget.delay(65_000)).toBe(10_000);
});

test('never more in any such time than the limit allows, whenever calls come', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 80 }), (pauses) => {
			const budget = new CallBudget(limit);
			const left: number[] = [];
			let now = 0;
			for (const pause of pauses) {
				now += pause;
				now += budget.delay(now);
				expect(budget.delay(now)).toBe(0);
				budget.spend(now);
				left.push(now);
			}
			left.forEach((at, index) => {
				if (index >= limit.most) expect(at - left[index - limit.most]).toBeGreaterThan(limit.withinMs);
			});
		}),
	);
});

describe('after a refusal', () => {
	test.each([
		[30_000, 30_000],
		[60_000, 60_000],
		[0, 1_000],
		[undefined, 6_000],
	])('that asks for %s ms, all calls wait %i ms', (asked, wait) => {
		const budget = new CallBudget(limit);
		expect(budget.refused(asked, 1, 1000)).toBe(true);
		expect(budget.delay(1000)).toBe(wait);
		expect(budget.delay(1000 + wait)).toBe(0);
	});

	test('a shorter wait ends no longer one', () => {
		const budget = new CallBudget(limit);
		budget.refused(30_000, 1, 0);
		budget.refused(2_000, 1, 0);
		expect(budget.delay(0)).toBe(30_000);
	});

	test('it stands where it asks for longer than the limit counts, or came a dozen times', () => {
		const budget = new CallBudget(limit);
		expect(budget.refused(65_000, 1, 0)).toBe(true);
		expect(new CallBudget(limit).refused(65_001, 1, 0)).toBe(false);
		expect(budget.refused(1_000, 11, 0)).toBe(true);
		expect(budget.refused(1_000, 12, 0)).toBe(false);
	});
});
