import type { IDataObject } from 'n8n-workflow';

import { useJumpingClock } from '../../jumpingClock';
import type { Outcomes } from './fixture';
import { expectTruth, IMPATIENT, itemsFor, MODES, openBulk, PROVIDERS, reported } from './fixture';

useJumpingClock();

/*
 * Five items. Where a call carries two messages, the fault strikes items 2 and 3, otherwise item 2.
 */
const COUNT = 5;

type Mode = keyof typeof MODES;
type Provider = keyof typeof PROVIDERS;
type Expected = Partial<Outcomes>;

interface Row {
	fault?: Record<string, unknown>;
	options?: IDataObject;
	/** An item that cannot be sent at all. */
	invalid?: number;
	only?: Provider;
	expected(struck: number[], mode: Mode): Expected;
}

const all = [0, 1, 2, 3, 4];
const without = (gone: number[]) => all.filter((at) => !gone.includes(at));

/** The struck items are not known; those after them were sent unless the run stopped there. */
const lost: Row['expected'] = (struck, mode) =>
	mode === 'stop'
		? { sent: [0, 1], unknown: struck, untouched: all.filter((at) => at > Math.max(...struck)) }
		: { sent: without(struck), unknown: struck };

const everythingSent: Row['expected'] = () => ({ sent: all });

const ROWS: Record<string, Row> = {
	'429 with Retry-After': {
		fault: { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
		expected: everythingSent,
	},
	'503 queue': {
		fault: { kind: 'status', status: 503, body: { errorMessage: 'Message queue is unavailable' } },
		only: 'heltar',
		expected: everythingSent,
	},
	500: { fault: { kind: 'status', status: 500 }, expected: lost },
	'500 after the work was done': { fault: { kind: 'status', status: 500, work: true }, expected: lost },
	'reset before': { fault: { kind: 'resetBefore' }, expected: lost },
	'reset after': { fault: { kind: 'resetAfter' }, expected: lost },
	'time-out': { fault: { kind: 'timeout' }, options: IMPATIENT, expected: lost },
	'time-out, nothing was done': {
		fault: { kind: 'timeout', work: false },
		options: IMPATIENT,
		expected: lost,
	},
	'garbage 200': { fault: { kind: 'garbage' }, expected: lost },
	'garbage 200, nothing was done': { fault: { kind: 'garbage', work: false }, expected: lost },
	'partial 206': {
		fault: { kind: 'partial', positions: [0] },
		only: 'heltar',
		expected: (_struck, mode) =>
			mode === 'stop'
				? { sent: [0, 1, 3], failed: [2], untouched: [4] }
				: mode === 'retry on fail'
					? { sent: all }
					: { sent: without([2]), failed: [2] },
	},
	'all failed 400': {
		fault: { kind: 'partial', positions: [0, 1] },
		only: 'heltar',
		expected: (struck, mode) =>
			mode === 'stop'
				? { sent: [0, 1], failed: struck, untouched: [4] }
				: mode === 'retry on fail'
					? { sent: all }
					: { sent: without(struck), failed: struck },
	},
	'one invalid item': {
		invalid: 2,
		expected: (_struck, mode) =>
			mode === 'continue on fail'
				? { sent: without([2]), failed: [2] }
				: { failed: [2], untouched: without([2]) },
	},
};

/** Every provider's usual server, and others it has that answer sends differently. */
const SERVERS = Object.entries(PROVIDERS).flatMap(([which, { table }]) =>
	Object.entries({ usual: {}, ...table.sendText.servers }).map(
		([server, settings]) => [`${which}, ${server}`, which, settings] as const,
	),
);

describe.each(SERVERS)('%s', (_server, which, settings) => {
	const { options: ownOptions, messagesPerCall } = PROVIDERS[which].table.sendText.sequential;
	const struck = [2, 3].slice(0, messagesPerCall);
	const rows = Object.keys(ROWS).filter((name) => (ROWS[name].only ?? which) === which);
	const cases = rows.flatMap((name) => (Object.keys(MODES) as Mode[]).map((mode) => [name, mode] as const));

	// A time-out takes its seconds. So several cases run at once, each with a sandbox of its own.
	test.concurrent.each(cases)('%s, %s', async (name, mode) => {
		const bulk = await openBulk(which);
		try {
			await bulk.settings(settings);
			const { fault, options, invalid, expected } = ROWS[name];
			const items = itemsFor(COUNT).map((item, at) => (at === invalid ? { ...item, text: '' } : item));
			if (fault) await bulk.failWith(fault, { after: 2 / messagesPerCall, times: 1 });
			const run = await bulk.send(items, { ...ownOptions, ...options }, MODES[mode]);
			const outcomes = reported(run, COUNT);
			const told = { sent: [], failed: [], unknown: [], untouched: [], ...expected(struck, mode) };
			expect(outcomes).toEqual(told);
			expectTruth(outcomes, await bulk.received(COUNT));
		} finally {
			await bulk.close();
		}
	});
});
