import type { HttpAnswer } from './request';
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

const ATTEMPTS: Record<RetryClass, number> = { never: 1, read: 4, send: 5, create: 5 };
const FIRST_WAIT_MS = 500;
/** A provider that asks for more patience than this gets its answer reported instead. */
const LONGEST_WAIT_MS = 60_000;

/** Milliseconds to wait before the next attempt, or undefined when this result stands. */
export function waitBeforeRetry(
	retry: RetryClass,
	result: HttpAnswer | NoAnswer,
	attempt: number,
	nothingHappened: (answer: HttpAnswer) => boolean,
	now = Date.now(),
): number | undefined {
	if (attempt >= ATTEMPTS[retry] || !mayGoAgain(retry, result, nothingHappened)) return undefined;
	const asked = result instanceof NoAnswer ? undefined : retryAfter(result.headers['retry-after'], now);
	const wait = asked ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
	return wait <= LONGEST_WAIT_MS ? wait : undefined;
}

function mayGoAgain(
	retry: RetryClass,
	result: HttpAnswer | NoAnswer,
	nothingHappened: (answer: HttpAnswer) => boolean,
): boolean {
	if (result instanceof NoAnswer) return retry === 'read' || !result.details.mayHaveHappened;
	if (result.status === 429) return true;
	if (retry === 'read') return result.status >= 500;
	return retry !== 'create' && nothingHappened(result);
}

/** Milliseconds a `Retry-After` header asks for: seconds or an HTTP date (RFC 9110 §10.2.3). */
export function retryAfter(header: unknown, now = Date.now()): number | undefined {
	if (typeof header !== 'string' || header.trim() === '') return undefined;
	const seconds = Number(header);
	if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
	const date = Date.parse(header);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
