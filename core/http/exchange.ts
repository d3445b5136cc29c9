import { accountOf } from './account';
import type { HttpAnswer } from './answer';
import { requestOf } from './apiStyle';
import { attempt, requestOptions } from './attempt';
import { cancelSignal, clockUntil, isCancelled } from './clock';
import { Cancelled, NoAnswer } from './errors';
import { failureIn } from './failure';
import { withoutSecrets } from './masking';
import type { ProviderHttp } from './providerHttp';
import { RateLimiter } from './rateLimiter';
import type { Caller, EffectiveRequest, RequestSpec } from './request';
import { concernsAll, waitBeforeRetry } from './retry';

/** A call the provider always puts off ends here, even while it takes in others. */
const MOST_TRIES = 30;

/** What a call of a run shares with the others. */
export interface CallContext {
	limiter: RateLimiter;
	/** How many messages the call carries; one that sends nothing carries none. */
	messages: number;
}

/** Calls the provider and gives the payload of its answer. @throws BadInput, Refused, NoAnswer, Cancelled */
export async function call(caller: Caller, http: ProviderHttp, spec: EffectiveRequest): Promise<unknown> {
	return http.unwrap((await succeed(caller, http, spec)).body);
}

/** The same for a call that changes nothing. */
export const read = async (caller: Caller, http: ProviderHttp, spec: RequestSpec): Promise<unknown> =>
	await call(caller, http, { ...spec, effect: 'read' });

/** Calls the provider and gives its whole answer, which is a success. @throws BadInput, Refused, NoAnswer, Cancelled */
export async function succeed(
	caller: Caller,
	http: ProviderHttp,
	spec: EffectiveRequest,
	context?: CallContext,
): Promise<HttpAnswer> {
	const answer = await exchange(caller, http, spec, context);
	const failure = failureIn(answer, http, spec.effect);
	if (failure) throw failure;
	return answer;
}

/**
 * Calls the provider and gives its last answer, whatever the status: for calls whose refusals carry results. Waits
 * before a call is repeated end with the execution and with the signal of the request.
 * @throws BadInput, NoAnswer, Cancelled
 */
export async function exchange(
	caller: Caller,
	http: ProviderHttp,
	given: EffectiveRequest,
	{ limiter, messages }: CallContext = { limiter: limiterOf(caller), messages: 0 },
): Promise<HttpAnswer> {
	const account = await accountOf(caller, http);
	const spec = { ...given, ...requestOf(account, given) };
	const options = requestOptions(account, spec);
	for (let tries = 1; ; tries++) {
		const ticket = await limiter.enter(messages, spec.signal);
		const result = await attempt(caller, http, account, spec, options);
		const refusal = result instanceof NoAnswer ? undefined : http.refusal(result);
		const facts = {
			rateLimited: refusal?.details.rateLimited ?? false,
			recipientOnly: refusal?.details.recipientOnly ?? false,
			nothingHappened: !(result instanceof NoAnswer) && http.nothingHappened(result),
		};
		const forAll = concernsAll(result, facts);
		if (!forAll && !(result instanceof NoAnswer)) limiter.accepted();
		const inARow = forAll && tries < MOST_TRIES;
		const refusals = inARow ? limiter.refused(ticket) : tries;
		const wait = isCancelled(caller) ? undefined : waitBeforeRetry(spec.effect, result, refusals, facts);
		if (wait === undefined) {
			if (result instanceof NoAnswer) {
				if (isCancelled(caller) && !result.details.mayHaveHappened) throw new Cancelled();
				if (inARow) limiter.close(result);
				throw result;
			}
			if (!refusal) return result;
			if (inARow && spec.effect !== 'never') limiter.close(refusal);
			return { ...result, body: withoutSecrets(result.body, account.secrets) };
		}
		if (forAll) limiter.hold(wait);
		else await limiter.clock.wait(wait, spec.signal);
	}
}

const limiterOf = (caller: Caller) => new RateLimiter(clockUntil(cancelSignal(caller)));
