import type { HttpAnswer } from './answer';
import { NoAnswer } from './errors';

/**
 * What may be repeated, declared per call:
 * - `never`: nothing.
 * - `read`: the call changes nothing, so it may go again after 429, 5xx and network errors.
 * - `send`: the call has an effect that must not happen twice; it goes again only where nothing can have happened:
 *   429, an answer the provider's dialect knows to mean "nothing was taken in", a connection refused beforehand.
 * - `create`: like `send`, but a server error always leaves open what happened, because the call makes something first
 *   and fails later: it goes again after 429 and a connection refused beforehand only.
 */
export type RetryClass = 'never' | 'read' | 'send' | 'create';

/** Network errors after which nothing can have reached the provider. */
export const NEVER_LEFT: ReadonlySet<string> = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ERR_INVALID_URL',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);

const ATTEMPTS: Record<RetryClass, number> = { never: 1, read: 4, send: 5, create: 5 };
/** Who cannot be reached after a second or two will mostly not be reached after ten. */
const UNREACHABLE_ATTEMPTS = 3;
export const FIRST_WAIT_MS = 500;
/** A provider that asks for more patience than this gets its answer reported instead. */
const LONGEST_WAIT_MS = 60_000;

/** What the provider's dialect reads from an answer. */
export interface Reading {
	/** Refused for its rate, with whatever status. */
	rateLimited?: boolean;
	/** The rate is that of one recipient. */
	recipientOnly?: boolean;
	/** The answer says for certain that nothing was taken in. */
	nothingHappened?: boolean;
}

/** Milliseconds to wait before the next attempt, or undefined when this result stands. */
export function waitBeforeRetry(
	retry: RetryClass,
	result: HttpAnswer | NoAnswer,
	attempt: number,
	reading: Reading,
	now = Date.now(),
): number | undefined {
	const most = neverLeft(result) ? Math.min(UNREACHABLE_ATTEMPTS, ATTEMPTS[retry]) : ATTEMPTS[retry];
	if (attempt >= most || !mayGoAgain(retry, result, reading)) return undefined;
	const asked = result instanceof NoAnswer ? undefined : retryAfter(result.headers['retry-after'], now);
	const wait = asked ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
	return wait <= LONGEST_WAIT_MS ? wait : undefined;
}

/** Whether every other call of the run would meet the same end at the moment. */
export function concernsAll(result: HttpAnswer | NoAnswer, reading: Reading): boolean {
	if (result instanceof NoAnswer) return neverLeft(result);
	if (reading.rateLimited || result.status === 429) return !reading.recipientOnly;
	return reading.nothingHappened ?? false;
}

const neverLeft = (result: HttpAnswer | NoAnswer) =>
	result instanceof NoAnswer && result.details.code !== undefined && NEVER_LEFT.has(result.details.code);

function mayGoAgain(
	retry: RetryClass,
	result: HttpAnswer | NoAnswer,
	{ rateLimited, nothingHappened }: Reading,
): boolean {
	if (result instanceof NoAnswer) return retry === 'read' || !result.details.mayHaveHappened;
	if (result.status === 429) return true;
	if (retry === 'read') return result.status >= 500;
	if (rateLimited && result.status < 500) return true;
	return retry !== 'create' && (nothingHappened ?? false);
}

/** Milliseconds a `Retry-After` header asks for: seconds or an HTTP date (RFC 9110 §10.2.3). */
export function retryAfter(header: unknown, now = Date.now()): number | undefined {
	if (typeof header !== 'string' || header.trim() === '') return undefined;
	const seconds = Number(header);
	if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
	const date = Date.parse(header);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
