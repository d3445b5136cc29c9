import type { Logger } from 'n8n-workflow';

import type { CallFacts } from './answer';
import { callOfError } from './callFacts';
import { NoUsableResponse, Refused } from './errors';

/*
 * Lines for n8n's log. Whoever keeps the log is not always who may read the messages: a line says which call it was and
 * how it ended, and never what a provider wrote, which may repeat a key, a number or a text.
 */

type Level = 'debug' | 'warn' | 'error';

/** Writes what happened to a call. */
export function logCall(
	{ logger }: { logger: Logger },
	level: Level,
	provider: string,
	call: CallFacts | undefined,
	what: string,
): void {
	logger[level](`${provider}: ${inWords(call)} ${what}`, { ...call });
}

/** "POST /v1/messages/send (HTTP status 429, request abc)" */
function inWords(call: CallFacts | undefined): string {
	if (!call) return 'a call';
	const { method, endpoint, status, requestId } = call;
	const facts = [
		status === undefined ? undefined : `HTTP status ${status}`,
		requestId === undefined ? undefined : `request ${requestId}`,
	].filter((fact) => fact !== undefined);
	return `${method} ${endpoint}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`;
}

/** An error in words for a log: what kind it is and where it comes from, without its message. */
export function errorInWords(error: unknown): string {
	if (error instanceof Refused || error instanceof NoUsableResponse) {
		const { code } = error.details;
		const kind = error instanceof Refused ? 'refused' : 'no usable answer';
		return code === undefined ? kind : `${kind}, code ${safeCode(code)}`;
	}
	if (!(error instanceof Error)) return 'an error';
	const frame = error.stack?.split('\n').find((line) => /^\s+at\s/.test(line));
	return frame === undefined ? error.name : `${error.name} ${frame.trim()}`;
}

/** The same with the call it came from. */
export function errorAndCallInWords(error: unknown): string {
	const call = callOfError(error);
	return call === undefined ? errorInWords(error) : `${inWords(call)}: ${errorInWords(error)}`;
}

/** Codes are numbers or single words; anything longer may be a text. */
const safeCode = (code: string) => (/^[\w-]{1,40}$/.test(code) ? code : 'of several words');
