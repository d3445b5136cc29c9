import type { IDataObject } from 'n8n-workflow';

import { accountOf } from './account';
import type { HttpAnswer } from './answer';
import { requestOf } from './apiStyle';
import { attempt, requestOptions } from './attempt';
import { callBudgetOf } from './callBudget';
import { callFacts, fromCall } from './callFacts';
import { callLimitOf } from './callLimit';
import { cancelSignal, clockUntil, isCancelled } from './clock';
import type { Refused } from './errors';
import { Cancelled, NoUsableResponse } from './errors';
import type { Verdict } from './failure';
import { judge } from './failure';
import { errorInWords, logCall } from './log';
import type { ProviderHttp } from './providerHttp';
import { RateLimiter } from './rateLimiter';
import type { Caller, EffectiveRequest, RequestSpec } from './request';
import { askedWait, concernsAll, isTooFast, waitBeforeRetry } from './retry';
import { unreadable } from './unreadable';

/** A call that the provider refuses for the rate so many times has failed, even while it accepts others. */
const MOST_TRIES = 30;

/** What a call of a run shares with the others. */
export interface CallContext {
	limiter: RateLimiter;
	/** How many messages the call carries; one that sends nothing carries none. */
	messages: number;
}

/** Calls the provider and returns the payload of its answer. @throws BadInput, Refused, NoUsableResponse, Cancelled */
export async function call(caller: Caller, http: ProviderHttp, spec: EffectiveRequest): Promise<unknown> {
	const answer = await sendWithRetries(caller, http, spec);
	return payload(caller, http, spec, answer);
}

/** The same for a call that changes nothing. */
export const read = async (caller: Caller, http: ProviderHttp, spec: RequestSpec): Promise<unknown> =>
	await call(caller, http, { ...spec, effect: 'read' });

/** The payload of an answer. @throws NoUsableResponse */
export function payload(
	caller: Caller,
	http: ProviderHttp,
	{ effect }: Pick<EffectiveRequest, 'effect'>,
	{ body, call: facts }: HttpAnswer,
): unknown {
	let cause: unknown;
	try {
		return http.unwrap(body);
	} catch (error) {
		cause = error;
	}
	throw unreadable(caller, http.name, { effect, call: facts, cause });
}

/** A request as it would go out, without the key. Nothing is sent. @throws BadInput, such as NotOffered */
export async function describeRequest(
	caller: Caller,
	http: ProviderHttp,
	given: RequestSpec,
): Promise<{ method: string; url: string; query: IDataObject; body: IDataObject | IDataObject[] | null }> {
	const account = await accountOf(caller, http);
	const spec = { effect: 'read' as const, ...given, ...requestOf(account, given) };
	const { method = 'GET', url, qs = {} } = requestOptions(account, spec);
	return { method, url, query: qs, body: spec.body ?? null };
}

/**
 * Sends one HTTP request, and repeats it where that is safe. Every call with the provider's key goes through here. Returns
 * the whole answer, which is a success or holds a result for each part of the call. A wait before the next try ends with
 * the execution and with the signal of the request.
 * @throws BadInput, Refused, NoUsableResponse, Cancelled
 */
export async function sendWithRetries(
	caller: Caller,
	http: ProviderHttp,
	given: EffectiveRequest,
	{ limiter, messages }: CallContext = { limiter: limiterOf(caller), messages: 0 },
): Promise<HttpAnswer> {
	const account = await accountOf(caller, http);
	const spec = { ...given, ...requestOf(account, given) };
	const options = requestOptions(account, spec);
	const limit = callLimitOf(http.callLimits, spec.endpoint);
	const budget = limit && callBudgetOf(caller, http.credentialType, limit);
	for (let tries = 1; ; tries++) {
		const letThroughAt = await limiter.waitForTurn(messages, spec.signal, budget);
		const result = withFacts(await attempt(caller, http, account, spec, options), spec);
		const { refusal, failure, facts, mustNotRepeat } = readResult(caller, http, spec, result);
		// Does this result mean that no call would be accepted right now?
		const forAll = concernsAll(result, facts);
		if (!forAll && !(result instanceof NoUsableResponse)) limiter.accepted();
		// Or no call of its kind, which may take as long as the limit of that kind?
		const usedUp =
			isTooFast(result, facts) && limiter.keepsBudgets && spec.effect !== 'never' ? budget : undefined;
		if (usedUp?.refused(askedWait(result as HttpAnswer), tries, limiter.clock.now())) {
			logCall(caller, 'debug', http.name, callFactsOf(result), `is retried: too many ${usedUp.limit.what}`);
			continue;
		}
		// If so, the attempts are counted for the whole run. Otherwise they are counted for this call.
		const inARow = forAll && !usedUp && tries < MOST_TRIES;
		const refusals = inARow ? limiter.refused(letThroughAt) : tries;
		const mayWait = !usedUp && !spec.once && !isCancelled(caller);
		const wait = mayWait ? waitBeforeRetry(spec.effect, result, refusals, facts) : undefined;
		if (wait !== undefined && forAll) limiter.pauseAll(wait);
		if (wait !== undefined && !mustNotRepeat) {
			const why = failure ? errorInWords(failure) : 'not accepted';
			const pause = forAll ? 'the run pauses' : 'it waits';
			logCall(caller, 'debug', http.name, callFactsOf(result), `is retried, ${pause} ${wait} ms: ${why}`);
			if (!forAll) await limiter.clock.wait(wait, spec.signal);
			continue;
		}
		if (!failure) return result as HttpAnswer;
		if (isCancelled(caller) && failure instanceof NoUsableResponse && !failure.details.mayHaveHappened) {
			throw new Cancelled();
		}
		// The provider accepts nothing and the retries are used up. All later calls of this run fail with the same error.
		// An answer that cannot be read says nothing about later calls.
		const stopsLaterCalls =
			(inARow || usedUp !== undefined) &&
			!mustNotRepeat &&
			(spec.effect !== 'never' || result instanceof NoUsableResponse);
		if (stopsLaterCalls) limiter.failAllLaterCalls(refusal ?? failure);
		logFailure(caller, http, failure);
		throw failure;
	}
}

function withFacts(
	result: HttpAnswer | NoUsableResponse,
	spec: EffectiveRequest,
): HttpAnswer | NoUsableResponse {
	if (result instanceof NoUsableResponse) return fromCall(result, callFacts(spec));
	return { ...result, call: callFacts(spec, result) };
}

/** What an attempt means. `mustNotRepeat`: it holds results, or is answered and unreadable, so it is not sent again. */
function readResult(
	caller: Caller,
	http: ProviderHttp,
	spec: EffectiveRequest,
	result: HttpAnswer | NoUsableResponse,
): Verdict & { mustNotRepeat: boolean } {
	if (result instanceof NoUsableResponse) return { failure: result, facts: {}, mustNotRepeat: false };
	try {
		return spec.holdsResults?.(result)
			? { facts: {}, mustNotRepeat: true }
			: { ...judge(result, http, spec), mustNotRepeat: false };
	} catch (cause) {
		const failure = unreadable(caller, http.name, { effect: spec.effect, call: result.call, cause });
		return { failure, facts: {}, mustNotRepeat: true };
	}
}

const callFactsOf = (result: HttpAnswer | NoUsableResponse) =>
	result instanceof NoUsableResponse ? result.details.call : result.call;

function logFailure(caller: Caller, { name }: ProviderHttp, failure: Refused | NoUsableResponse): void {
	// What could not be read is logged already.
	if (failure.cause !== undefined) return;
	const isUnknown = failure instanceof NoUsableResponse && failure.details.mayHaveHappened;
	const end = isUnknown ? 'ended without a result, so its outcome is unknown' : 'failed';
	logCall(
		caller,
		isUnknown ? 'warn' : 'debug',
		name,
		failure.details.call,
		`${end}: ${errorInWords(failure)}`,
	);
}

const limiterOf = (caller: Caller) => new RateLimiter(clockUntil(cancelSignal(caller)));
