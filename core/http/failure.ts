import type { HttpAnswer } from './answer';
import { NoAnswer, Refused } from './errors';
import type { ProviderHttp } from './providerHttp';
import type { Effect } from './retry';

/** What went wrong according to an answer, told apart by whether the call may have had its effect. */
export function failureIn(
	answer: HttpAnswer,
	http: ProviderHttp,
	effect: Effect,
): Refused | NoAnswer | undefined {
	const { status, body } = answer;
	const sends = effect !== 'read';
	if (status >= 300 && status < 400) {
		return new Refused(`${http.name} redirected the call to another address`, {
			httpStatus: status,
			advice: 'Check the base URL in the credential.',
		});
	}
	const refusal = http.refusal(answer);
	const nothingHappened = effect !== 'create' && http.nothingHappened(answer);
	if (refusal && status >= 500 && sends && !nothingHappened) {
		return new NoAnswer(`${http.name} failed while handling the request: ${refusal.message}`, {
			mayHaveHappened: true,
			code: refusal.details.code,
			advice: 'It is unknown whether the request was carried out. Check before you repeat it.',
		});
	}
	if (refusal) return refusal;
	if (typeof body === 'string') {
		return new NoAnswer(`${http.name} answered with something other than JSON`, {
			mayHaveHappened: sends,
			advice: sends
				? 'It is unknown whether the request was carried out. Check before you repeat it, and check the base URL in the credential.'
				: 'Check the base URL in the credential.',
		});
	}
	return undefined;
}
