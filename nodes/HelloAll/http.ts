import { credentialOf } from '../../core/http/account';
import type { HttpAnswer } from '../../core/http/answer';
import { Refused } from '../../core/http/errors';
import { plainText } from '../../core/http/plainText';
import type { ProviderHttp } from '../../core/http/providerHttp';
import type { Caller } from '../../core/http/request';
import { PAIR_LIMIT_CODE, RATE_LIMIT_CODES } from '../../whatsapp/errorCodes';
import { isObject } from '../../whatsapp/events/json';
import { adviceForCode } from './advice';
import { textAt, valueAt } from './answers';
import type { ApiStyle } from './panel';
import { panelOf } from './panel';
import { callsOf } from './styles';

/** Hello All's HTTP: two API styles beside a CRM, and several generations of answers and errors under one address. */
export const helloAll: ProviderHttp = {
	name: 'Hello All',
	credentialType: 'helloAllApi',
	account(credential) {
		const panel = panelOf(credential);
		const { root, apiKey, accessToken, version, phoneNumberId, wabaId } = panel;
		return {
			baseUrl: root,
			secrets: [...new Set([apiKey, accessToken])].filter((secret) => secret !== ''),
			params: { version, phoneNumberId, wabaId },
			calls: callsOf(panel),
		};
	},
	refusal(answer) {
		if (!isRefusal(answer)) return undefined;
		const { status, body } = answer;
		const own = textAt(body, 'errors.0.code', 'error.code');
		const httpCode = textAt(body, 'meta.http_code', 'meta.httpCode') ?? String(status);
		const code = own ?? httpCode;
		// A success status says nothing about a refusal, but is also the number of an error code.
		const advice = adviceForCode(own) ?? (Number(httpCode) >= 400 ? adviceForCode(httpCode) : undefined);
		const href = textAt(body, 'errors.0.href');
		return new Refused(errorText(answer), {
			httpStatus: status,
			code,
			advice: [advice, href && `See ${href}`].filter(Boolean).join(' ') || undefined,
			rateLimited: status === 429 || RATE_LIMIT_CODES.has(code),
			recipientOnly: code === PAIR_LIMIT_CODE,
			answer: body,
		});
	},
	/** No server error is known to promise that nothing was taken in. */
	nothingHappened: () => false,
	/** Answers of all kinds stand without an envelope. */
	unwrap: (body) => body,
};

/** Errors come with any status: what the body says counts in a 2xx, too. */
function isRefusal({ status, body }: HttpAnswer): boolean {
	if (status >= 400) return true;
	if (!isObject(body)) return false;
	const { errors, success, error } = body;
	return (
		(Array.isArray(errors) && errors.length > 0) ||
		success === false ||
		valueAt(body, 'meta.success') === false ||
		!isNothing(error)
	);
}

function isNothing(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
	return !value;
}

/** Where errors carry their text, in the order of how much it says. */
const ERROR_TEXT = [
	'meta.developer_message',
	'meta.developerMessage',
	'developer_message',
	'developerMessage',
	'error.error_data.details',
	'error.message',
	'error',
	'message',
	'title',
	'detail',
	'data',
	'meta.full_message',
	'full_message',
];

function errorText({ status, body }: HttpAnswer): string {
	if (typeof body === 'string') return plainText(body) || `HTTP ${status}`;
	const details = textAt(body, 'errors.0.details', 'errors.0.error_data.details', 'errors.0.message');
	const listed = [textAt(body, 'errors.0.title'), details].filter((text) => text !== undefined);
	if (listed.length > 0) return [...new Set(listed)].join(': ');
	const text = ERROR_TEXT.map((path) => valueAt(body, path)).find(
		(value) => typeof value === 'string' && value.trim() !== '',
	);
	return typeof text === 'string' ? text : `HTTP ${status}`;
}

/** The API style of the account a node works with. @throws BadInput naming the field of the credential */
export const styleOf = async (caller: Caller): Promise<ApiStyle> =>
	panelOf(await credentialOf(caller, helloAll)).style;
