import type { HttpAnswer } from './answer';
import { NoUsableResponse } from './errors';
import { NEVER_LEFT } from './networkError';

/**
 * What a call does at the provider, which decides when it may be repeated:
 * - `read`: nothing is changed. It is repeated after 429, 5xx and network errors, and reads run side by side.
 * - `send`: any change that must not happen twice, also a deletion. It is repeated only where nothing can have happened:
 *   after 429, an answer that the provider documents as "nothing was accepted", or a connection that was refused.
 * - `create`: like `send`, but the provider makes something first and may fail later, so that a server error always
 *   leaves open what happened. It is repeated after 429 and a refused connection only.
 * - `never`: a change that is never repeated automatically. It does not mean that nothing changes.
 */
export type Effect = 'never' | 'read' | 'send' | 'create';

const ATTEMPTS: Record<Effect, number> = { never: 1, read: 4, send: 5, create: 5 };
/** Who cannot be reached after a second or two will mostly not be reached after ten. */
const UNREACHABLE_ATTEMPTS = 3;
export const FIRST_WAIT_MS = 500;
/** A provider that asks for more patience than this gets its answer reported instead. */
const LONGEST_WAIT_MS = 60_000;

/** What the provider's code reads from an answer. */
export interface AnswerFacts {
	/** Refused for its rate, with whatever status. */
	rateLimited?: boolean;
	/** The rate is that of one recipient. */
	recipientOnly?: boolean;
	/** The answer says for certain that nothing was accepted. */
	nothingHappened?: boolean;
}

/** Milliseconds to wait before the next attempt, or undefined when this result stands. */
export function waitBeforeRetry(
	effect: Effect,
	result: HttpAnswer | NoUsableResponse,
	attempt: number,
	facts: AnswerFacts,
	now = Date.now(),
): number | undefined {
	const most = neverLeft(result) ? Math.min(UNREACHABLE_ATTEMPTS, ATTEMPTS[effect]) : ATTEMPTS[effect];
	if (attempt >= most || !mayGoAgain(effect, result, facts)) return undefined;
	const asked = result instanceof NoUsableResponse ? undefined : askedWait(result, now);
	const wait = asked ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
	return wait <= LONGEST_WAIT_MS ? wait : undefined;
}

/** Whether every other call of the run would meet the same end at the moment. */
export function concernsAll(result: HttpAnswer | NoUsableResponse, facts: AnswerFacts): boolean {
	if (result instanceof NoUsableResponse) return neverLeft(result);
	if (facts.rateLimited || result.status === 429) return !facts.recipientOnly;
	return facts.nothingHappened ?? false;
}

/** Whether the provider refuses a call for the rate of the account. */
export const isTooFast = (
	result: HttpAnswer | NoUsableResponse,
	{ rateLimited, recipientOnly }: AnswerFacts,
): result is HttpAnswer =>
	!(result instanceof NoUsableResponse) && (rateLimited || result.status === 429) && !recipientOnly;

const neverLeft = (result: HttpAnswer | NoUsableResponse) =>
	result instanceof NoUsableResponse &&
	result.details.code !== undefined &&
	NEVER_LEFT.has(result.details.code);

function mayGoAgain(
	effect: Effect,
	result: HttpAnswer | NoUsableResponse,
	{ rateLimited, nothingHappened }: AnswerFacts,
): boolean {
	if (result instanceof NoUsableResponse) return effect === 'read' || !result.details.mayHaveHappened;
	if (result.status === 429) return true;
	if (effect === 'read') return result.status >= 500;
	if (rateLimited && result.status < 500) return true;
	return effect !== 'create' && (nothingHappened ?? false);
}

/** Milliseconds the server asks for: in so many words, or, after 429, by when it counts anew. */
export const askedWait = ({ status, headers }: HttpAnswer, now = Date.now()): number | undefined =>
	retryAfter(headers['retry-after'], now) ??
	(status === 429 ? untilReset(headers['x-ratelimit-reset'], now) : undefined);

/**
 * Milliseconds until the moment in an `X-RateLimit-Reset` header, which is in Unix seconds (CRM documents of a panel of Hello
 * All's make). A count by the minute may say a second more than a minute, as it is rounded up.
 */
export function untilReset(header: unknown, now = Date.now()): number | undefined {
	const seconds = typeof header === 'string' && /^\d{10}$/.test(header.trim()) ? Number(header) : undefined;
	if (seconds === undefined) return undefined;
	const wait = Math.max(0, seconds * 1000 - now);
	return wait <= LONGEST_WAIT_MS + 1000 ? Math.min(wait, LONGEST_WAIT_MS) : wait;
}

/** Milliseconds a `Retry-After` header asks for: seconds or an HTTP date (RFC 9110 §10.2.3). */
export function retryAfter(header: unknown, now = Date.now()): number | undefined {
	if (typeof header !== 'string' || header.trim() === '') return undefined;
	const seconds = Number(header);
	if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
	const date = Date.parse(header);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
