import type { HttpAnswer } from './answer';
import { fromCall } from './callFacts';
import { NoUsableResponse, Refused } from './errors';
import type { ProviderHttp } from './providerHttp';
import type { EffectiveRequest } from './request';
import type { AnswerFacts, Effect } from './retry';

/** What an answer means for the call as a whole. */
export interface Verdict {
	/** The provider's own refusal, whatever it leaves open. */
	refusal?: Refused;
	/** Why the answer is no success, told apart by whether the call may have had its effect; absent for a success. */
	failure?: Refused | NoUsableResponse;
	/** What decides about making the call again. */
	facts: AnswerFacts;
}

/** Redirects that send the same request elsewhere: nothing was done here (RFC 9110 §15.4). */
const ELSEWHERE: ReadonlySet<number> = new Set([301, 302, 307, 308]);
/** The server gave up on a request that may have been under way already (RFC 9110 §15.5.9). */
const REQUEST_TIMEOUT = 408;

/**
 * Judges an answer before anything is read from it: redirects, pages and refusals, with whatever status they come, are no
 * success of any operation.
 */
export function judge(answer: HttpAnswer, http: ProviderHttp, spec: EffectiveRequest): Verdict {
	const { status } = answer;
	if (status >= 300 && status < 400) {
		return { failure: fromCall(redirected(status, http, spec.effect), answer.call), facts: {} };
	}
	// The bytes of a file are nobody's words.
	if (spec.stream && status < 300) return { facts: {} };
	const refusal = fromCall(http.refusal(answer, spec.endpoint), answer.call);
	const { rateLimited = false, recipientOnly = false } = refusal?.details ?? {};
	const facts = { rateLimited, recipientOnly, nothingHappened: http.nothingHappened(answer) };
	return {
		refusal,
		failure: fromCall(failureOf(answer, refusal, facts, http.name, spec.effect), answer.call),
		facts,
	};
}

function failureOf(
	{ status, body }: HttpAnswer,
	refusal: Refused | undefined,
	{ nothingHappened }: AnswerFacts,
	name: string,
	effect: Effect,
): Refused | NoUsableResponse | undefined {
	const mayHaveHappened = effect !== 'read';
	const isServers = status >= 500 || status === REQUEST_TIMEOUT;
	if (refusal && isServers && mayHaveHappened && !(nothingHappened && effect !== 'create')) {
		return new NoUsableResponse(`${name} failed while handling the request: ${refusal.message}`, {
			mayHaveHappened,
			code: refusal.details.code,
			advice: CHECK,
		});
	}
	if (refusal || typeof body !== 'string') return refusal;
	return new NoUsableResponse(`${name} answered with something other than JSON`, {
		mayHaveHappened,
		advice: mayHaveHappened
			? 'It is unknown whether the request was carried out. Check before you repeat it, and check the base URL in the credential.'
			: CHECK_BASE_URL,
	});
}

/** Anything but "ask the same elsewhere" follows a request that was dealt with, such as 303 (RFC 9110 §15.4.4). */
function redirected(status: number, { name }: ProviderHttp, effect: Effect): Refused | NoUsableResponse {
	if (effect === 'read' || ELSEWHERE.has(status)) {
		return new Refused(`${name} redirected the call to another address`, {
			httpStatus: status,
			advice: CHECK_BASE_URL,
		});
	}
	return new NoUsableResponse(
		`${name} answered with a redirect (HTTP status ${status}) instead of a result`,
		{
			mayHaveHappened: true,
			code: String(status),
			advice: CHECK,
		},
	);
}

const CHECK = 'It is unknown whether the request was carried out. Check before you repeat it.';
const CHECK_BASE_URL = 'Check the base URL in the credential.';
