import { STATUS_CODES } from 'node:http';
import { graphError, type Refusal } from '../platform/errors.ts';
import { meta, onPremisesError, toCloud } from './codes.ts';
import type { ErrorForm, HelloAllWorld } from './settings.ts';

/** Thrown by a route to refuse the call. `code` is WhatsApp's, of either generation, or the HTTP status. */
export class ApiError extends Error {
	readonly status: number;
	readonly code: number;
	readonly headers: Record<string, string>;
	/** The answer, where the form of its part of the API has more to say than status, code and text. */
	readonly body: object | string | undefined;

	constructor(
		status: number,
		code: number,
		details: string,
		headers: Record<string, string> = {},
		body?: object | string,
	) {
		super(details);
		this.status = status;
		this.code = code;
		this.headers = headers;
		this.body = body;
	}
}

export const missing = (details: string) => new ApiError(400, 1008, details);
export const wrong = (details: string) => new ApiError(400, 1009, details);
export const notFound = (details: string) => new ApiError(404, 1006, details);
export const refusedByWhatsApp = ({ code, details }: Refusal) => new ApiError(400, code, details);

/** Below the base URL, the part of the API that plays Meta's. */
export const isMetaPath = (path: string) => path.startsWith('/api/meta/');

/** The form of the parts in front of and beside WhatsApp: the gateway knows statuses and texts, no codes. */
export const gatewayError = (status: number, text: string) => ({
	meta: { success: false, http_code: status, developer_message: text },
});

const CRM_WORDS: Record<number, string> = {
	400: 'VALIDATION_ERROR',
	401: 'UNAUTHORIZED',
	403: 'FORBIDDEN',
	404: 'NOT_FOUND',
	405: 'METHOD_NOT_ALLOWED',
	409: 'ALREADY_EXISTS',
	422: 'VALIDATION_ERROR',
	429: 'TOO_MANY_REQUESTS',
};

const FORMS: Record<ErrorForm, (error: ApiError) => object | string> = {
	onPremises: ({ code, message }) => ({ meta, errors: [onPremisesError({ code, details: message })] }),
	gateway: ({ status, message }) => gatewayError(status, message),
	crm: ({ status, message }) => ({
		success: false,
		error: { code: CRM_WORDS[status] ?? 'INTERNAL_ERROR', message, details: [] },
	}),
	cloud: ({ code, message }) => graphError({ code: toCloud(code), details: message }),
	loose: ({ message }) => ({ message }),
	html: ({ status, message }) =>
		`<!DOCTYPE html>\n<html><head><title>${status} ${STATUS_CODES[status]}</title></head>` +
		`<body><h1>${STATUS_CODES[status]}</h1><p>${escape(message)}</p></body></html>\n`,
};

const escape = (text: string) =>
	text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;');

/** Refused before WhatsApp or the panel saw the call: access and unknown paths. */
const GATEWAY_STATUSES = [401, 403, 404, 405];

/**
 * Where no form was set: keys and paths are the gateway's business, `/crm` is the panel's, the rest is WhatsApp's,
 * in the words of the generation the service answers in.
 */
function formOf(world: HelloAllWorld, path: string, error: ApiError): ErrorForm {
	const { errorForm, answer } = world.settings;
	if (errorForm !== null) return errorForm;
	// A path the panel does not know never reaches what plays Meta.
	if (isMetaPath(path)) return error.code === 404 ? 'html' : 'cloud';
	if (error.code === 1005 || (error.code === error.status && GATEWAY_STATUSES.includes(error.status)))
		return 'gateway';
	if (path.startsWith('/crm/')) return 'crm';
	return answer === 'cloud' ? 'cloud' : 'onPremises';
}

/** The refusal as an answer; `path` is the one below the base URL. */
export function errorResponse(world: HelloAllWorld, path: string, error: ApiError): Response {
	const body = error.body ?? FORMS[formOf(world, path, error)](error);
	const html = typeof body === 'string';
	return new Response(html ? body : JSON.stringify(body), {
		status: error.status,
		headers: { 'content-type': html ? 'text/html; charset=utf-8' : 'application/json', ...error.headers },
	});
}
