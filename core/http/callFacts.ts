import type { CallFacts, HttpAnswer } from './answer';
import { splitRoute } from './endpoint';
import { NoUsableResponse, Refused } from './errors';
import type { RequestSpec } from './request';

/** Headers by which servers and what stands before them number their requests. */
const REQUEST_ID_HEADERS = [
	'x-request-id',
	'request-id',
	'x-requestid',
	'x-amzn-requestid',
	'x-amz-request-id',
	'x-correlation-id',
	'x-fb-trace-id',
	'x-trace-id',
	'cf-ray',
];
/** A number of a request; a longer text, or one with blanks, is something else. */
const REQUEST_ID = /^[\w.:+/=|@-]{1,128}$/;

/** What is known of a call; of its answer, too, where there is one. */
export function callFacts({ endpoint }: RequestSpec, answer?: HttpAnswer): CallFacts {
	const { method, path } = splitRoute(endpoint.route);
	const facts: CallFacts = { method, endpoint: path };
	if (!answer) return facts;
	const id = REQUEST_ID_HEADERS.map((name) => answer.headers[name]).find(isRequestId);
	return { ...facts, status: answer.status, ...(id === undefined ? {} : { requestId: id }) };
}

const isRequestId = (value: unknown): value is string => typeof value === 'string' && REQUEST_ID.test(value);

/** The same error, which knows now the call it came from. */
export function fromCall<E>(error: E, call: CallFacts | undefined): E {
	if (call === undefined || !(error instanceof Refused || error instanceof NoUsableResponse)) return error;
	const traceId = error instanceof Refused ? error.details.traceId : undefined;
	error.details.call ??= { ...(isRequestId(traceId) ? { requestId: traceId } : {}), ...call };
	return error;
}

/** The call an error came from. */
export const callOfError = (error: unknown): CallFacts | undefined =>
	error instanceof Refused || error instanceof NoUsableResponse ? error.details.call : undefined;
