import fc from 'fast-check';

import type { Task } from '../../../../core/run/runTasks';
import { runTasks } from '../../../../core/run/runTasks';

/** Units by name, and a way to finish those in flight by hand. */
function work(orderKeys: Record<string, string[] | undefined>) {
	const log: string[] = [];
	const inFlight = new Map<string, () => void>();
	const units = Object.entries(orderKeys).map(([name, own]): Task => ({
		orderKeys: own,
		run: async () => {
			log.push(name);
			await new Promise<void>((resolve) => inFlight.set(name, resolve));
			inFlight.delete(name);
		},
	}));
	const settle = async () => await new Promise((resolve) => setImmediate(resolve));
	return {
		units,
		started: () => log.join(' '),
		inFlight: () => [...inFlight.keys()].join(' '),
		finish: async (name: string) => {
			inFlight.get(name)?.();
			await settle();
		},
	};
}

const never = () => false;

test('units with different keys run at the same time, those with the same key one after the other', async () => {
	const { units, inFlight, started, finish } = work({
		a1: ['a'],
		a2: ['a'],
		b1: ['b'],
		a3: ['a'],
		c1: ['c'],
	});
	const done = runTasks(units, 5, never);
	expect(inFlight()).toBe('a1 b1 c1');
	await finish('c1');
	expect(inFlight()).toBe('a1 b1');
	await finish('a1');
	expect(inFlight()).toBe('b1 a2');
	for (const name of ['a2', 'a3', 'b1']) await finish(name);
	await done;
	expect(started()).toBe('a1 b1 c1 a2 a3');
});

test('no more are in flight than allowed, and the earliest that may start does', async () => {
	const { units, inFlight, finish } = work({ a1: ['a'], a2: ['a'], b1: ['b'], c1: ['c'], d1: ['d'] });
	const done = runTasks(units, 2, never);
	expect(inFlight()).toBe('a1 b1');
	await finish('a1');
	expect(inFlight()).toBe('b1 a2');
	await finish('b1');
	expect(inFlight()).toBe('a2 c1');
	for (const name of ['a2', 'c1', 'd1']) await finish(name);
	await done;
});

test('a unit without keys waits for all before it, and all after it wait for it', async () => {
	const { units, inFlight, finish } = work({ a1: ['a'], b1: ['b'], alone: undefined, c1: ['c'], d1: [] });
	const done = runTasks(units, 5, never);
	expect(inFlight()).toBe('a1 b1');
	await finish('b1');
	expect(inFlight()).toBe('a1');
	await finish('a1');
	expect(inFlight()).toBe('alone');
	await finish('alone');
	expect(inFlight()).toBe('c1 d1');
	for (const name of ['c1', 'd1']) await finish(name);
	await done;
});

test('once stopped, nothing starts and what is in flight is waited for', async () => {
	let stopped = false;
	const { units, started, finish } = work({ a1: ['a'], b1: ['b'], c1: ['c'], alone: undefined });
	let ended = false;
	const done = runTasks(units, 2, () => stopped).then(() => (ended = true));
	stopped = true;
	await finish('a1');
	expect(ended).toBe(false);
	await finish('b1');
	await done;
	expect(started()).toBe('a1 b1');
});

test('a defect in a unit is not swallowed', async () => {
	const units = [{ orderKeys: ['a'], run: async () => await Promise.reject(new Error('defect')) }];
	await expect(runTasks(units, 5, never)).rejects.toThrow('defect');
});

test('each is carried out once, those with the same key keep their order, and the limit holds', async () => {
	const plans = fc.array(
		fc.record({
			orderKeys: fc.option(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }), { nil: undefined }),
			ticks: fc.nat(3),
		}),
		{ maxLength: 30 },
	);
	await fc.assert(
		fc.asyncProperty(plans, fc.integer({ min: 1, max: 4 }), async (plan, concurrency) => {
			const events: Array<{ at: number; kind: 'start' | 'end' }> = [];
			const units = plan.map(({ orderKeys, ticks }, at) => ({
				orderKeys,
				run: async () => {
					events.push({ at, kind: 'start' });
					for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
					events.push({ at, kind: 'end' });
				},
			}));
			await runTasks(units, concurrency, never);

			const place = (at: number, kind: string) => events.findIndex((e) => e.at === at && e.kind === kind);
			expect(events).toHaveLength(2 * plan.length);
			let open = 0;
			for (const { kind } of events) {
				open += kind === 'start' ? 1 : -1;
				expect(open).toBeLessThanOrEqual(concurrency);
			}
			plan.forEach((later, j) =>
				plan.slice(0, j).forEach((earlier, i) => {
					const meet =
						!earlier.orderKeys ||
						!later.orderKeys ||
						earlier.orderKeys.some((key) => later.orderKeys?.includes(key));
					if (meet) expect(place(i, 'end')).toBeLessThan(place(j, 'start'));
				}),
			);
		}),
		{ numRuns: 60 },
	);
});
