import type { HttpAnswer } from '../../core/http/answer';
import type { Endpoint } from '../../core/http/endpoint';
import { Refused } from '../../core/http/errors';
import { plainText } from '../../core/http/plainText';
import { PAIR_LIMIT_CODE, RATE_LIMIT_CODES } from '../../whatsapp/errorCodes';
import type { JsonObject } from '../../whatsapp/events/json';
import { isFilledObject, isObject } from '../../whatsapp/events/json';
import { metaError, mostTelling } from '../../whatsapp/metaError';
import { adviceForCode } from './advice';
import { valueAt } from '../shared/valueAt';
import { MESSAGE_STATUS, textAt } from './answers';
import { endpoints } from './endpoints';

/**
 * What Hello All refuses, with whatever status: its gateways wrap refusals into a 2xx, too, each in a form of its own. What
 * is none of them is a success.
 */
export function refusalIn(answer: HttpAnswer, { name }: Endpoint): Refused | undefined {
	const { status, body } = answer;
	const inside = refusedInside(body, name === endpoints.sendMessage.name);
	if (status < 400 && !inside) return undefined;
	const error = errorOf(body);
	const own = error && textOf(error.code);
	const httpCode = textAt(body, 'meta.http_code', 'meta.httpCode') ?? numberOfError(body) ?? String(status);
	const code = own ?? httpCode;
	// A success status says nothing about a refusal, but is also the number of an error code.
	const advice = adviceForCode(own) ?? (Number(httpCode) >= 400 ? adviceForCode(httpCode) : undefined);
	const { href, traceId } = error ?? {};
	return new Refused(errorText(answer), {
		httpStatus: status,
		code,
		advice: [advice, href && `See ${href}`].filter(Boolean).join(' ') || undefined,
		rateLimited: status === 429 || RATE_LIMIT_CODES.has(code),
		recipientOnly: code === PAIR_LIMIT_CODE,
		traceId: traceId ?? undefined,
	});
}

/** Words by which a status says that nothing came of a request. */
const FAILED = /^(failed|failure|fail|rejected|error|undelivered)$/i;
/** The same for the status of an envelope: a template or a campaign may well be "rejected" in a good answer. */
const ERROR = /^(error|fail|failed|failure)$/;

/** @param isMessage whether a message was sent, so that every status is that message's */
function refusedInside(body: unknown, isMessage: boolean): boolean {
	// Text in place of JSON that begins so is what the panel says of a message it refused as a duplicate.
	if (typeof body === 'string') return /^\s*error/i.test(body);
	if (!isObject(body)) return false;
	const { errors, error, success, ok, status } = body;
	if ([success, ok, valueAt(body, 'meta.success'), status].some(isFalse)) return true;
	if (isFilled(errors) || isFilled(error) || numberOfError(body) !== undefined) return true;
	if (typeof status === 'string' && ERROR.test(status)) return true;
	if (statusesIn(body, ['message_status', 'message.message_status']).some(isFailed)) return true;
	return isMessage && statusesIn(body, MESSAGE_STATUS).some(isFailed);
}

/**
 * Whether an answer names the message that was accepted, which counts for more than an error's status: to send it again
 * would send it twice.
 */
export const namesMessage = ({ status, body }: HttpAnswer): boolean =>
	status >= 400 && textAt(body, ...ACCEPTED_ID) !== undefined && !refusedInside(body, true);

/** Where nothing but a message has its id. */
const ACCEPTED_ID = ['messages.0.id', 'message_id', 'message.queue_id', 'queue_id', 'data.messages.0.id'];

const statusesIn = (body: JsonObject, paths: readonly string[]) => paths.map((path) => valueAt(body, path));

const isFailed = (status: unknown) => typeof status === 'string' && FAILED.test(status.trim());

const isFalse = (value: unknown) => value === false || value === 'false';

function isFilled(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
	return Boolean(value);
}

/** The status of HTTP that stands inside an answer, where it is that of an error. */
function numberOfError(body: unknown): string | undefined {
	const inside = [valueAt(body, 'status'), valueAt(body, 'statusCode')].map((value) =>
		typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value,
	);
	const found = inside.find((value) => typeof value === 'number' && value >= 400);
	return found === undefined ? undefined : String(found);
}

/** The error object of an answer: the first of a list, or the only one. */
function errorOf(body: unknown) {
	const object = [valueAt(body, 'errors.0'), valueAt(body, 'error')].find(isFilledObject);
	return object && metaError(object);
}

/** Where errors carry their text beside an error object, in the order of how much it says. */
const BEFORE_ERROR = [
	'meta.developer_message',
	'meta.developerMessage',
	'developer_message',
	'developerMessage',
];
const AFTER_ERROR = [
	'error',
	'errors',
	'message',
	'title',
	'detail',
	'data',
	'meta.full_message',
	'full_message',
];

function errorText({ status, body }: HttpAnswer): string {
	const otherwise = status < 400 ? 'Hello All refused the request without saying why' : `HTTP ${status}`;
	if (typeof body === 'string') return plainText(body) || otherwise;
	return (
		listedText(body) ??
		firstText(body, BEFORE_ERROR) ??
		objectText(body) ??
		firstText(body, AFTER_ERROR) ??
		otherwise
	);
}

/** Title and details of the first of a list of errors. */
function listedText(body: unknown): string | undefined {
	const first = valueAt(body, 'errors.0');
	if (typeof first === 'string' && first.trim() !== '') return first;
	if (!isObject(first)) return undefined;
	const { title, details, userMessage, message } = metaError(first);
	const texts = [title, details ?? userMessage ?? message].filter((text) => text !== null);
	return texts.length === 0 ? undefined : [...new Set(texts)].join(': ');
}

/** The text of an error object, and what it says about single fields. */
function objectText(body: unknown): string | undefined {
	const error = valueAt(body, 'error');
	if (!isObject(error)) return undefined;
	const fields = Array.isArray(error.details) ? error.details.filter(isObject) : [];
	const problems = fields.flatMap(({ field, message }) =>
		typeof message === 'string' ? [typeof field === 'string' ? `${field}: ${message}` : message] : [],
	);
	const text = mostTelling(metaError(error));
	return [text, ...problems].filter((part) => part !== undefined).join('; ') || undefined;
}

const firstText = (body: unknown, paths: readonly string[]) =>
	paths
		.map((path) => valueAt(body, path))
		.find((value): value is string => typeof value === 'string' && value.trim() !== '');

const textOf = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' ? String(value) || undefined : undefined;
