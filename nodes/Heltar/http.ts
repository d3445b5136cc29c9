import type { HttpAnswer } from '../../core/http/answer';
import { Refused } from '../../core/http/errors';
import { plainText } from '../../core/http/plainText';
import type { ProviderHttp } from '../../core/http/providerHttp';
import { cleanBaseUrl } from '../../core/http/baseUrl';
import { keyOf } from '../../core/http/credential';
import { adviceFor, PAIR_LIMIT_CODE, RATE_LIMIT_CODES } from '../../whatsapp/errorCodes';
import type { JsonObject } from '../../whatsapp/events/json';
import { isObject } from '../../whatsapp/events/json';

/** The default host (Heltar API, "Overview"); white-label accounts have one of their own. */
export const DEFAULT_BASE_URL = 'https://api.heltar.com';

/** Heltar's HTTP: bearer key, `{message, data}` envelopes, `{errorType, errorMessage, …}` errors. */
export const heltar: ProviderHttp = {
	name: 'Heltar',
	credentialType: 'heltarApi',
	account: (credential) => ({
		baseUrl: cleanBaseUrl(credential.baseUrl, DEFAULT_BASE_URL),
		secrets: [keyOf(credential)],
	}),
	refusal(answer) {
		if (answer.status < 400) return undefined;
		const message = errorText(answer);
		return new Refused(message, {
			httpStatus: answer.status,
			code: whatsappCode(isObject(answer.body) ? answer.body.errorRaw : undefined),
			advice: adviceForRefusal(answer.status, message, answer.body),
			rateLimited: answer.status === 429,
			answer: answer.body,
		});
	},
	/** "Queue unavailable" is the one server error that says nothing was taken in (Heltar API, "Send messages"). */
	nothingHappened: ({ status, body }) =>
		status === 503 && /queue/i.test(errorText({ status, body, headers: {} })),
	unwrap,
};

/**
 * The payload: `data` where there is an envelope, otherwise the body itself (older answers have none, and settings
 * calls answer with a `message` alone).
 */
function unwrap(body: unknown): unknown {
	if (!isObject(body) || !('data' in body)) return body;
	const { data, ...rest } = body;
	return data ?? rest;
}

/** The text Heltar gives, in the order of its own documentation; the older forms have it elsewhere. */
function errorText({ status, body }: HttpAnswer): string {
	if (isObject(body)) {
		const { errorMessage, message, error } = body;
		const nested = isObject(error) ? error.message : error;
		for (const text of [errorMessage, message, nested]) {
			if (typeof text === 'string' && text.trim() !== '') return text;
		}
	}
	const page = typeof body === 'string' ? plainText(body) : '';
	return page === '' ? `Heltar answered with HTTP status ${status}` : page;
}

/**
 * WhatsApp's own code inside one of Heltar's error objects. The `errorCode` beside it is an HTTP status and never
 * meant (Heltar API, "Send messages", response).
 */
export function whatsappCode(errorData: unknown): string | undefined {
	const candidates: unknown[] = [];
	if (isObject(errorData)) {
		const { error, code, errors, message } = errorData;
		if (isObject(error)) candidates.push(error.code);
		candidates.push(code);
		if (Array.isArray(errors) && isObject(errors[0])) candidates.push(errors[0].code);
		candidates.push(codeMarker(isObject(error) ? error.message : message));
	} else {
		candidates.push(codeMarker(errorData));
	}
	const found = candidates.find((candidate) => candidate !== undefined && candidate !== null);
	return found === undefined ? undefined : String(found);
}

const codeMarker = (text: unknown) =>
	typeof text === 'string' ? /\(#(\d{1,6})\)/.exec(text)?.[1] : undefined;

/** The most telling text in one of Heltar's error objects. */
export function whatsappText(errorData: unknown): string | undefined {
	if (typeof errorData === 'string') return errorData === '' ? undefined : errorData;
	if (!isObject(errorData)) return undefined;
	const { errors } = errorData;
	const error = isObject(errorData.error)
		? errorData.error
		: Array.isArray(errors) && isObject(errors[0])
			? errors[0]
			: errorData;
	const details = isObject(error.error_data) ? error.error_data.details : undefined;
	return [details, error.message, error.title].find(
		(text): text is string => typeof text === 'string' && text !== '',
	);
}

/** The refusal of one entry of a bulk call. */
export function entryRefusal(entry: JsonObject): Refused {
	const code = whatsappCode(entry.errorData);
	const text = whatsappText(entry.errorData) ?? 'Heltar refused the message without saying why';
	return new Refused(text, {
		code,
		advice: adviceFor(code, undefined, text) ?? adviceForText(text),
		rateLimited: code !== undefined && RATE_LIMIT_CODES.has(code),
		recipientOnly: code === PAIR_LIMIT_CODE,
		answer: entry.errorData,
	});
}

const TEXT_ADVICE: ReadonlyArray<readonly [RegExp, string]> = [
	[/client is blocked/i, 'The contact is blocked in Heltar. Unblock it first.'],
	[
		/not opted in|did not opt-?in/i,
		'The contact opted out. Only they can opt in again, by sending your opt-in keyword.',
	],
	[
		/marketing templates?.*paused|category.*(unavailable|paused)/i,
		'Marketing templates are paused for the whole account. Switch the pause off, or use a utility template.',
	],
	[
		/expected a phone number/i,
		'Give the recipient as country code and digits, as a WhatsApp user ID or as a group ID.',
	],
];

const adviceForText = (text: string) => TEXT_ADVICE.find(([pattern]) => pattern.test(text))?.[1];

function adviceForRefusal(status: number, text: string, body: unknown): string | undefined {
	switch (status) {
		case 401:
			return 'Check the API key in the credential: it may be incomplete, expired or revoked.';
		case 403:
			return 'The key is valid but lacks a scope. Use a Full-access key, or add the scope named above in Heltar under Settings → API Key.';
		case 429:
			return 'Heltar limits how often this may be called. Wait a little and try again.';
		case 503:
			return 'Heltar cannot take in messages at the moment. Try again in a few seconds.';
		default:
			return adviceFor(whatsappCode(isObject(body) ? body.errorRaw : undefined)) ?? adviceForText(text);
	}
}
