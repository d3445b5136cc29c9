import fc from 'fast-check';

import { cutIntoCalls } from '../../../../core/run/bulk';

type Item = { index: number; orderKey: string; key: string; size: number };

const item = (index: number, orderKey: string, key = 'a', size = 3): Item => ({
	index,
	orderKey,
	key,
	size,
});
const indexes = (calls: Item[][]) => calls.map((call) => call.map(({ index }) => index));

describe('cutting items into calls', () => {
	test('a call holds at most its size', () => {
		const items = [0, 1, 2, 3, 4, 5, 6].map((index) => item(index, `r${index}`));
		expect(indexes(cutIntoCalls(items))).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
	});

	test('items of one key share a call although others stand between them', () => {
		const items = [item(0, 'x', 'a'), item(1, 'y', 'b'), item(2, 'z', 'a')];
		expect(indexes(cutIntoCalls(items))).toEqual([[0, 2], [1]]);
	});

	test('a recipient addressed through two keys keeps the order of their messages', () => {
		const items = [item(0, 'x', 'a'), item(1, 'x', 'b'), item(2, 'x', 'a')];
		expect(indexes(cutIntoCalls(items))).toEqual([[0], [1], [2]]);
	});

	test('a call names each recipient only once; the later item waits for a later call', () => {
		const items = ['x', 'y', 'x', 'z', 'x'].map((orderKey, index) => item(index, orderKey, 'a', 10));
		expect(indexes(cutIntoCalls(items))).toEqual([[0, 1, 3], [2], [4]]);
	});

	test('two messages to each of many people take no more calls than one to twice as many', () => {
		const items = Array.from({ length: 600 }, (_, index) => item(index, `r${index >> 1}`, 'a', 100));
		expect(cutIntoCalls(items)).toHaveLength(6);
	});

	test('fifty thousand items for one recipient are cut in no time', () => {
		const items = Array.from({ length: 50_000 }, (_, index) => item(index, 'x', 'a', 100));
		expect(cutIntoCalls(items)).toHaveLength(50_000);
	});

	test('whatever comes in: every item goes out once, in order per recipient, no call too large', () => {
		const some = fc.array(
			fc.record({
				orderKey: fc.constantFrom('r1', 'r2', 'r3', 'r4'),
				key: fc.constantFrom('a', 'b', 'c'),
			}),
			{ maxLength: 60 },
		);
		fc.assert(
			fc.property(some, fc.integer({ min: 1, max: 7 }), (entries, size) => {
				const items = entries.map(({ orderKey, key }, index) => item(index, orderKey, key, size));
				const calls = cutIntoCalls(items);
				const sent = calls.flat();
				expect([...sent].map(({ index }) => index).sort((a, b) => a - b)).toEqual(
					items.map(({ index }) => index),
				);
				for (const call of calls) {
					expect(call.length).toBeLessThanOrEqual(size);
					expect(new Set(call.map(({ key }) => key)).size).toBe(1);
					expect(new Set(call.map(({ orderKey }) => orderKey)).size).toBe(call.length);
				}
				for (const orderKey of new Set(items.map((one) => one.orderKey))) {
					const order = sent.filter((one) => one.orderKey === orderKey).map(({ index }) => index);
					expect(order).toEqual([...order].sort((a, b) => a - b));
				}
			}),
		);
	});
});
