import type { HttpAnswer } from '../../../../core/http/answer';
import { NoUsableResponse } from '../../../../core/http/errors';
import { retryAfter, untilReset, waitBeforeRetry } from '../../../../core/http/retry';

const answer = (status: number, headers: Record<string, string> = {}): HttpAnswer => ({
	status,
	headers,
	body: undefined,
});
const never = {};
const lost = new NoUsableResponse('lost', { mayHaveHappened: true });
const refusedConnection = new NoUsableResponse('refused', { mayHaveHappened: false });

describe('what may be repeated', () => {
	test.each([
		['a read after 429', 'read', answer(429), true],
		['a read after 503', 'read', answer(503), true],
		['a read after a broken connection', 'read', lost, true],
		['a read after 404', 'read', answer(404), false],
		['a send after 429', 'send', answer(429), true],
		['a send whose connection was refused', 'send', refusedConnection, true],
		['a send after 500', 'send', answer(500), false],
		['a send whose answer was lost', 'send', lost, false],
		['a creation after 429', 'create', answer(429), true],
		['a creation whose connection was refused', 'create', refusedConnection, true],
		['anything declared never, after 429', 'never', answer(429), false],
	] as const)('%s', (_name, retry, result, again) => {
		expect(waitBeforeRetry(retry, result, 1, never) !== undefined).toBe(again);
	});

	test('a send is retried when the provider says that nothing was accepted', () => {
		expect(waitBeforeRetry('send', answer(503), 1, { nothingHappened: true })).toBe(500);
	});

	test('a creation does not even then, since it may have left something behind', () => {
		expect(waitBeforeRetry('create', answer(503), 1, { nothingHappened: true })).toBeUndefined();
	});

	test('waits double, and attempts end', () => {
		const waits = [1, 2, 3, 4, 5].map((attempt) => waitBeforeRetry('read', answer(500), attempt, never));
		expect(waits).toEqual([500, 1000, 2000, undefined, undefined]);
	});

	test('Retry-After decides about the wait', () => {
		expect(waitBeforeRetry('send', answer(429, { 'retry-after': '7' }), 1, never)).toBe(7000);
	});

	test('a provider that asks for more than a minute gets its answer reported instead', () => {
		expect(waitBeforeRetry('send', answer(429, { 'retry-after': '61' }), 1, never)).toBeUndefined();
	});
});

describe('Retry-After', () => {
	const now = Date.parse('2026-01-01T00:00:00Z');
	test.each([
		['3', 3000],
		['0', 0],
		['Thu, 01 Jan 2026 00:00:05 GMT', 5000],
		['Wed, 31 Dec 2025 23:59:00 GMT', 0],
		['soon', undefined],
		['', undefined],
		[undefined, undefined],
	])('%p is %p ms', (header, expected) => {
		expect(retryAfter(header, now)).toBe(expected);
	});
});

describe('X-RateLimit-Reset', () => {
	const now = Date.parse('2026-01-01T00:00:00Z');
	const unix = (seconds: number) => String(now / 1000 + seconds);
	test.each([
		[unix(7), 7000],
		[unix(-7), 0],
		[unix(60), 60_000],
		// Rounded up by a server that counts by the minute.
		[unix(61), 60_000],
		[unix(62), 62_000],
		['60', undefined],
		['soon', undefined],
		[undefined, undefined],
	])('%p is %p ms', (header, expected) => {
		expect(untilReset(header, now)).toBe(expected);
	});

	test('counts after 429 alone, and less than Retry-After', () => {
		const at = (status: number, headers: Record<string, string>) =>
			waitBeforeRetry('read', answer(status, headers), 1, never, now);
		expect(at(429, { 'x-ratelimit-reset': unix(7) })).toBe(7000);
		expect(at(429, { 'x-ratelimit-reset': unix(7), 'retry-after': '3' })).toBe(3000);
		expect(at(429, { 'x-ratelimit-reset': unix(62) })).toBeUndefined();
		expect(at(503, { 'x-ratelimit-reset': unix(7) })).toBe(500);
	});
});
