import type { CallFacts } from './answer';
import { fromCall } from './callFacts';
import { Cancelled, BadInput, NoUsableResponse, Refused, UnknownForm } from './errors';
import { errorInWords, logCall } from './log';
import type { Caller } from './request';
import type { Effect } from './retry';

/** Errors that say themselves what became of a call. */
const TOLD = [BadInput, Refused, NoUsableResponse, Cancelled, UnknownForm];

export const saysItself = (error: unknown): boolean => TOLD.some((kind) => error instanceof kind);

/** Mistakes in code, as the language itself finds them. */
const MISTAKES = [TypeError, RangeError, ReferenceError, SyntaxError];

export const isMistake = (error: unknown): error is Error => MISTAKES.some((kind) => error instanceof kind);

export const REPORT_IT = 'This is a fault of the node. Report it with the details of this error.';

/**
 * A fault of this package, or a form of answer nobody foresaw, kept an answer from being read. The call was made, so the
 * outcome of anything but a read is unknown. The cause is kept in the error and logged, once.
 */
export function unreadable(
	caller: Caller,
	provider: string,
	{ effect, call, cause }: { effect: Effect; call?: CallFacts; cause: unknown },
): NoUsableResponse {
	logCall(
		caller,
		'error',
		provider,
		call,
		`was answered, but reading the answer failed: ${errorInWords(cause)}`,
	);
	const mayHaveHappened = effect !== 'read';
	const problem = new NoUsableResponse(`The answer of ${provider} could not be read`, {
		mayHaveHappened,
		advice: mayHaveHappened
			? `It is unknown whether the request was carried out. Check before you repeat it. ${REPORT_IT}`
			: REPORT_IT,
		cause,
	});
	return fromCall(problem, call);
}
