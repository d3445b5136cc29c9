import type { HttpAnswer } from '../../core/http/answer';
import type { Endpoint } from '../../core/http/endpoint';
import { Refused } from '../../core/http/errors';
import { plainText } from '../../core/http/plainText';
import { adviceFor, PAIR_LIMIT_CODE, RATE_LIMIT_CODES } from '../../whatsapp/errorCodes';
import type { JsonObject } from '../../whatsapp/events/json';
import { isObject } from '../../whatsapp/events/json';
import { codeInText, metaError, mostTelling } from '../../whatsapp/metaError';
import { localRefusal } from './localRefusals';
import { scopeAdvice } from './scopes';

/**
 * What Heltar refuses, with whatever status: its error envelope in a 2xx is a refusal, too (Heltar API, "Errors":
 * `{errorType, errorMessage, errorsValidation, errorRaw}`; fetch-media: `{error}`).
 */
export function refusalIn(answer: HttpAnswer, endpoint: Endpoint): Refused | undefined {
	const { status, body } = answer;
	if (status < 400 && !isErrorEnvelope(body)) return undefined;
	const message = errorText(answer);
	const code = whatsappCode(isObject(body) ? body.errorRaw : undefined);
	return new Refused(message, {
		httpStatus: status,
		code,
		advice:
			status === 403
				? scopeAdvice(message, endpoint)
				: (adviceForRefusal(status, message, code) ?? unknownAgents(body)),
		rateLimited: status === 429,
	});
}

/** An answer with a payload is none, whatever stands beside it. */
function isErrorEnvelope(body: unknown): boolean {
	if (!isObject(body) || (body.data !== undefined && body.data !== null)) return false;
	const { errorType, errorMessage, error, success } = body;
	// Older answers to a send have the maps of its results at the top.
	return [errorType, errorMessage].some(isFilledText) || isFilledError(error) || success === false;
}

const isFilledText = (value: unknown) => typeof value === 'string' && value.trim() !== '';

const isFilledError = (error: unknown) =>
	isFilledText(error) || error === true || (isObject(error) && Object.keys(error).length > 0);

/**
 * Whether Heltar says that its queue took nothing in, the one server error that leaves nothing open (Heltar API, "Send
 * messages": 503, asynchronous mode; `errorMessage` names the queue and asks to try again after some seconds). Believed in
 * Heltar's own envelope only, since anything in between answers 503 in words of its own, and not beside results.
 */
export function nothingHappened({ status, body }: HttpAnswer): boolean {
	if (status !== 503 || !isObject(body)) return false;
	const { errorMessage, errorRaw } = body;
	return typeof errorMessage === 'string' && (errorRaw ?? null) === null && isQueueUnavailable(errorMessage);
}

const isQueueUnavailable = (text: string) =>
	/\bqueue\b/i.test(text) && /\b(un|not )available\b|\b(re)?try\b.*\bseconds\b/i.test(text);

/**
 * The text Heltar gives, in the order of its own documentation, with what WhatsApp says behind it; the older forms have it
 * elsewhere.
 */
function errorText({ status, body }: HttpAnswer): string {
	if (isObject(body)) {
		const { errorMessage, message, error } = body;
		const nested = isObject(error) ? error.message : error;
		for (const text of [errorMessage, message, nested]) {
			if (typeof text === 'string' && text.trim() !== '') return withCause(text, body.errorRaw);
		}
	}
	const page = typeof body === 'string' ? plainText(body) : '';
	return page === '' ? `Heltar answered with HTTP status ${status}` : page;
}

function withCause(text: string, raw: unknown): string {
	const cause = isObject(raw) ? whatsappText(raw) : undefined;
	return cause === undefined || text.includes(cause) ? text : `${text}: ${cause}`;
}

/**
 * WhatsApp's own code inside one of Heltar's error objects. The `errorCode` beside it is an HTTP status and never
 * meant (Heltar API, "Send messages", response).
 */
export function whatsappCode(errorData: unknown): string | undefined {
	if (!isObject(errorData)) return codeInText(errorData);
	const { error, errors } = errorData;
	const inner = isObject(error) ? metaError(error) : undefined;
	const own = metaError(errorData);
	const [listed] = Array.isArray(errors) ? (errors as unknown[]) : [];
	const found = [
		inner?.code,
		own.code,
		isObject(listed) ? metaError(listed).code : undefined,
		codeInText((inner ?? own).message),
	].find((code) => code !== undefined && code !== null);
	return found === undefined ? undefined : String(found);
}

/** The most telling text in one of Heltar's error objects. */
export function whatsappText(errorData: unknown): string | undefined {
	if (typeof errorData === 'string') return errorData === '' ? undefined : errorData;
	if (!isObject(errorData)) return undefined;
	const { error, errors } = errorData;
	const [listed] = Array.isArray(errors) ? (errors as unknown[]) : [];
	return mostTelling(metaError([error, listed].find(isObject) ?? errorData));
}

/** The refusal of one entry of a bulk call. */
export function entryRefusal(entry: JsonObject): Refused {
	const code = whatsappCode(entry.errorData);
	const text = whatsappText(entry.errorData) ?? 'Heltar refused the message without saying why';
	return new Refused(text, {
		code,
		advice: adviceFor(code, undefined, text) ?? localRefusal(text)?.advice,
		rateLimited: code !== undefined && RATE_LIMIT_CODES.has(code),
		recipientOnly: code === PAIR_LIMIT_CODE,
	});
}

/** Which agents nobody knows (Heltar API, "Multi assign chat": `errorRaw.emails`); the call changed nothing then. */
function unknownAgents(body: unknown): string | undefined {
	const raw = isObject(body) ? body.errorRaw : undefined;
	const emails = isObject(raw) && Array.isArray(raw.emails) ? raw.emails.filter(isFilledText) : [];
	return emails.length > 0 ? `Not in the team: ${emails.join(', ')}. Nothing was changed.` : undefined;
}

function adviceForRefusal(status: number, text: string, code: string | undefined): string | undefined {
	switch (status) {
		case 401:
			return 'Check the API key in the credential: it may be incomplete, expired or revoked.';
		case 429:
			return 'Heltar limits how often this may be called. Wait a little and try again.';
		case 503:
			return 'Heltar is not accepting messages at the moment. Try again in a few seconds.';
		default:
			return adviceFor(code) ?? localRefusal(text)?.advice;
	}
}
