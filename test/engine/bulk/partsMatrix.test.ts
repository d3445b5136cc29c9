import type { IDataObject } from 'n8n-workflow';

import { splitText } from '../../../whatsapp/splitText';
import { useJumpingClock } from '../../jumpingClock';
import { IMPATIENT, MODES, numberOf, openBulk, PROVIDERS, reported } from './fixture';

useJumpingClock();

/*
 * The faults of matrix.test.ts, between the parts of texts that are too long for one message. Whatever happens, what has
 * arrived for a person are the first parts in their order, each of them once, and what the run says of it is true.
 */
const PEOPLE = [0, 1];
const textOf = (at: number) =>
	Array.from({ length: 50 }, (_, line) => `${at}.${line} ${'lorem ipsum '.repeat(25)}`.trim()).join('\n\n');
const PARTS = PEOPLE.map((at) => splitText(textOf(at), 4096));
const COUNT = PARTS[0].length;

interface Row {
	fault: Record<string, unknown>;
	options?: IDataObject;
	/** Nothing is lost by it, whatever the node is to do about errors. */
	goesOn?: true;
	/** Where one call carries the messages of several people. */
	inCall?: true;
}

const FAULTS: Record<string, Row> = {
	'429 with Retry-After': {
		fault: { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
		goesOn: true,
	},
	'a refusal': { fault: { kind: 'status', status: 400 } },
	500: { fault: { kind: 'status', status: 500 } },
	'500 after the work was done': { fault: { kind: 'status', status: 500, work: true } },
	'reset before': { fault: { kind: 'resetBefore' } },
	'reset after': { fault: { kind: 'resetAfter' } },
	'time-out': { fault: { kind: 'timeout' }, options: IMPATIENT },
	'time-out, nothing was done': { fault: { kind: 'timeout', work: false }, options: IMPATIENT },
	'garbage 200': { fault: { kind: 'garbage' } },
	'garbage 200, nothing was done': { fault: { kind: 'garbage', work: false } },
	'one message of a call refused': { fault: { kind: 'partial', positions: [0] }, inCall: true },
	'one message of a call refused for the rate': {
		fault: { kind: 'partial', positions: [0], code: 130429 },
		inCall: true,
		goesOn: true,
	},
};

describe.each(Object.keys(PROVIDERS))('parts of long texts, %s', (which) => {
	const { sizeOption } = PROVIDERS[which].table.sendText;
	const names = Object.keys(FAULTS).filter((name) => sizeOption || !FAULTS[name].inCall);
	const cases = names.flatMap((name) =>
		(Object.keys(MODES) as Array<keyof typeof MODES>).map((mode) => [name, mode] as const),
	);

	// A time-out takes its seconds. So several cases run at once, each with a sandbox of its own.
	test.concurrent.each(cases)('%s, %s', async (name, mode) => {
		const bulk = await openBulk(which);
		try {
			const { fault, options, goesOn } = FAULTS[name];
			const items = PEOPLE.map((at) => ({ to: numberOf(at), text: textOf(at) }));
			await bulk.failWith(fault, { after: 2, times: 1 });
			const run = await bulk.send(items, { longText: 'split', ...options }, MODES[mode]);
			const outcomes = reported(run, PEOPLE.length);
			expect(Object.values(outcomes).flat().toSorted()).toEqual(PEOPLE);

			for (const at of PEOPLE) {
				const arrived = await bulk.textsFor(at);
				expect(arrived).toEqual(PARTS[at].slice(0, arrived.length));
				const isThere = arrived.length === COUNT;
				if (outcomes.sent.includes(at)) expect([at, isThere]).toEqual([at, true]);
				if (outcomes.failed.includes(at)) expect([at, isThere]).toEqual([at, false]);
				if (outcomes.untouched.includes(at)) expect([at, arrived.length]).toEqual([at, 0]);
			}
			const isRetried = mode === 'retry on fail' && outcomes.unknown.length === 0;
			expect(outcomes.sent.length === PEOPLE.length).toBe((goesOn ?? false) || isRetried);

			// Of an item that the headline is not about, the description says that it is half done.
			const half = [...outcomes.failed, ...outcomes.unknown].filter(
				(at) => run.error && at !== run.error.context.itemIndex,
			);
			const words = half.map((at) => `For some items, only the first parts were sent (${at}).`);
			expect(run.error?.description ?? '').toEqual(expect.stringContaining(words.join()));

			// "Retry" of the failed execution sends what is open, and nothing else.
			if (!run.error) return;
			await bulk.retry(run);
			for (const at of PEOPLE.filter((one) => !outcomes.unknown.includes(one)))
				expect(await bulk.textsFor(at)).toEqual(PARTS[at]);
		} finally {
			await bulk.close();
		}
	});
});
