import type { IExecuteFunctions } from 'n8n-workflow';

import { escapeHtml } from '../http/visible';
import { duration, limitInWords } from './waitInWords';
import { hint } from './hint';
import { outcomesOf, ranges } from './result';
import type { RunState } from './runState';

/** Waits shorter than this are not worth a word afterwards. */
const NOTABLE_WAIT_MS = 1000;

/** What the items alone do not say to somebody who looks at them later. */
export function leaveHints(state: RunState): void {
	const summary = summaryOf(state);
	if (summary !== undefined) hint(state.context, summary);
	const { context, provider, limiter, results } = state;
	const { unknown } = outcomesOf(results);
	if (unknown.length > 0) {
		hint(
			context,
			`For ${unknown.length} of ${results.length} items (${ranges(unknown)}), it is unknown whether the request went through. Check them before you run them again.`,
		);
	}
	const { times, ms } = limiter.paused;
	if (ms >= NOTABLE_WAIT_MS) {
		hint(
			context,
			`The execution paused ${howOften(times)} for ${Math.round(ms / 1000)} s in total, because ${provider.http.name} was not accepting requests. If a rate limit was the reason, set the option Messages per Second to a lower value, where the operation has it.`,
		);
	}
	for (const [limit, waited] of limiter.waitedFor) {
		if (waited.ms < NOTABLE_WAIT_MS) continue;
		hint(
			context,
			`The execution paused ${howOften(waited.times)} for ${duration(waited.ms)} in total, because ${limitInWords(provider.http.name, limit)}.`,
		);
	}
}

const howOften = (times: number) => (times === 1 ? 'once' : `${times} times`);

/** "196 sent, 4 failed: 17, 58, 99, 180", and what to do; undefined where every item came out alike. */
function summaryOf({ context, results, retryOnFailMemory }: RunState): string | undefined {
	if (results.length === 1) return undefined;
	const { sent, failed, unknown, untouched } = outcomesOf(results);
	const isMixed = failed.length > 0 || unknown.length > 0 || (sent.length > 0 && untouched.length > 0);
	if (!isMixed) return undefined;
	const well = [
		...(sent.length > 0 ? [`${sent.length} ${retryOnFailMemory.hasEffect ? 'sent' : 'done'}`] : []),
		...(untouched.length > 0 ? [`${untouched.length} untouched`] : []),
	];
	const badly = Object.entries({ failed, unknown })
		.filter(([, indexes]) => indexes.length > 0)
		.map(([outcome, indexes]) => `${indexes.length} ${outcome}: ${ranges(indexes)}`);
	const counts = [...well, badly.join('; ')].filter(Boolean).join(', ');
	if (badly.length === 0) return `${counts}.`;
	return `${counts} (items are counted from 0).${failed.length > 0 ? ` ${howToRunAgain(context)}` : ''}`;
}

function howToRunAgain(context: IExecuteFunctions): string {
	if (context.getNode().onError === 'continueErrorOutput') {
		return 'The failed ones are in the Error branch, with their input. To run only these again, connect that branch to another node with this operation.';
	}
	const again = '<code>{{ $json.outcome }}</code> equal to "failed"';
	const input = `<code>{{ $('${escapeHtml(nameOfSource(context))}').item.json }}</code>`;
	return `Search the output for "failed" to see them. To run only these again, add a Filter node with the condition ${again} and a second node with this operation that reads its fields from ${input}.`;
}

/** The node that the items come from. */
function nameOfSource(context: IExecuteFunctions): string {
	try {
		return context.getInputSourceData().previousNode;
	} catch {
		// Items that came from nowhere, as a test of n8n's has them.
		return 'node before';
	}
}
