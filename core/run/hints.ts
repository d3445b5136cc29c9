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
			`Of ${results.length} items, ${unknown.length} may or may not have been carried out (${ranges(unknown)}). Check them before you run them again.`,
		);
	}
	const { times, ms } = limiter.paused;
	if (ms >= NOTABLE_WAIT_MS) {
		hint(
			context,
			`The run waited ${Math.round(ms / 1000)} s in all (pauses: ${times}), because ${provider.http.name} was not accepting requests. If that was for the rate, a lower number of Messages per Second avoids it.`,
		);
	}
	for (const [limit, waited] of limiter.waitedFor) {
		if (waited.ms < NOTABLE_WAIT_MS) continue;
		hint(
			context,
			`The run waited ${duration(waited.ms)} in all (waits: ${waited.times}), because ${limitInWords(provider.http.name, limit)}.`,
		);
	}
}

/** "196 sent, 4 failed: 17, 58, 99, 180", and what to do; undefined where every item of a run came out alike. */
function summaryOf({ context, results, retryOnFailMemory }: RunState): string | undefined {
	if (results.length === 1) return undefined;
	const { sent, failed, unknown, untouched } = outcomesOf(results);
	const isMixed = failed.length > 0 || unknown.length > 0 || (sent.length > 0 && untouched.length > 0);
	if (!isMixed) return undefined;
	const well = [
		`${sent.length} ${retryOnFailMemory.hasEffect ? 'sent' : 'done'}`,
		...(untouched.length > 0 ? [`${untouched.length} untouched`] : []),
	];
	const badly = Object.entries({ failed, unknown }).flatMap(([outcome, indexes]) =>
		indexes.length > 0 ? [`${indexes.length} ${outcome}: ${ranges(indexes)}`] : [],
	);
	const summary = [...well, badly.join('; ')].filter(Boolean).join(', ');
	if (failed.length === 0) return `${summary}${badly.length > 0 ? ' (items are counted from 0)' : ''}.`;
	const where =
		context.getNode().onError === 'continueErrorOutput'
			? 'The failed ones come out of the Error branch together with their input. To send only these again, connect that branch to another node that sends, once the reason is mended'
			: "Search the output for “failed” to see them. To send only these again, add a Filter node for <code>{{ $json.outcome }}</code> equal to “failed” and take their input from <code>{{ $('the node before').item.json }}</code>, or set On Error to “Continue (using error output)”";
	return `${summary} (items are counted from 0). ${where}.`;
}
