import fc from 'fast-check';

import { cutIntoCalls } from '../../../../core/run/bulk';

type Item = { index: number; recipient: string; key: string; size: number; exclusive?: boolean };

const item = (index: number, recipient: string, key = 'a', size = 3): Item => ({
	index,
	recipient,
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

	test('an exclusive call names each recipient only once; the later entry waits for the next call', () => {
		const items = ['x', 'y', 'x', 'z', 'x'].map((recipient, index) => ({
			...item(index, recipient, 'a', 10),
			exclusive: true,
		}));
		expect(indexes(cutIntoCalls(items))).toEqual([[0, 1], [2, 3], [4]]);
	});

	test('whatever comes in: every item goes out once, in order per recipient, no call too large', () => {
		const some = fc.array(
			fc.record({
				recipient: fc.constantFrom('r1', 'r2', 'r3', 'r4'),
				key: fc.constantFrom('a', 'b', 'c'),
			}),
			{ maxLength: 60 },
		);
		fc.assert(
			fc.property(some, fc.integer({ min: 1, max: 7 }), (entries, size) => {
				const items = entries.map(({ recipient, key }, index) => item(index, recipient, key, size));
				const calls = cutIntoCalls(items);
				const sent = calls.flat();
				expect([...sent].map(({ index }) => index).sort((a, b) => a - b)).toEqual(
					items.map(({ index }) => index),
				);
				for (const call of calls) {
					expect(call.length).toBeLessThanOrEqual(size);
					expect(new Set(call.map(({ key }) => key)).size).toBe(1);
				}
				for (const recipient of new Set(items.map((one) => one.recipient))) {
					const order = sent.filter((one) => one.recipient === recipient).map(({ index }) => index);
					expect(order).toEqual([...order].sort((a, b) => a - b));
				}
			}),
		);
	});
});
