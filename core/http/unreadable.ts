import type { CallFacts } from './answer';
import { fromCall } from './callFacts';
import { Cancelled, BadInput, NoUsableResponse, Refused, UnexpectedResponseShape } from './errors';
import { errorInWords, logCall } from './log';
import type { Caller } from './request';
import type { Effect } from './retry';

/** Our own error classes, which already say what the result of a call is. */
const OWN_ERRORS = [BadInput, Refused, NoUsableResponse, Cancelled, UnexpectedResponseShape];

export const isOwnError = (error: unknown): boolean => OWN_ERRORS.some((kind) => error instanceof kind);

/** Mistakes in code, as the language itself finds them. */
const MISTAKES = [TypeError, RangeError, ReferenceError, SyntaxError];

export const isMistake = (error: unknown): error is Error => MISTAKES.some((kind) => error instanceof kind);

export const REPORT_IT = 'This is a bug in the node. Report it with the details of this error.';

/**
 * The error for an answer that could not be read, because of a bug in this package or a shape of answer we do not know. The
 * call was made, so the outcome of anything but a read is unknown. Logs the cause, once, and keeps it in the error.
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
