import type { IDataObject } from 'n8n-workflow';

import type { HttpAnswer } from '../../core/http/answer';
import { NoAnswer } from '../../core/http/errors';
import type { BulkCall, EntryResult } from '../../core/run/bulk';
import type { Pacing } from '../../core/run/pacing';
import type { JsonObject } from '../../whatsapp/events/json';
import { isObject } from '../../whatsapp/events/json';
import { comparableId } from '../../whatsapp/sameNumber';
import { entryRefusal } from './http';
import { findInHistory } from './lookUp';
import { endpoints } from './endpoints';

/** Most messages one call may carry (Heltar API, "Send messages"). */
export const MOST_PER_CALL = 1000;
export const DEFAULT_BATCH_SIZE = 100;
/** A failure cannot stop the calls beside it, so few go side by side, and that only after a beginning that went well. */
export const DEFAULT_CALLS = 5;
/** What is wrong with all messages shows in the first of them. */
const SEQUENTIAL_FIRST = 100;
/** Heltar hands every message of a call on to WhatsApp before it answers. */
export const DEFAULT_TIMEOUT_SECONDS = 120;

/** Whom an entry is for, the same however the number is written. */
const personOf = ({ clientWaNumber }: IDataObject) => comparableId(String(clientWaNumber));

/** Request-level options, which all messages of a call share. */
interface CallOptions {
	priority?: boolean;
	campaignId?: string;
	batchSize?: number;
	messagesPerSecond?: number;
	concurrentCalls?: number;
	timeout?: number;
	checkBeforeGivingUp?: boolean;
}

const callOptions = (values: Record<string, unknown>): CallOptions => (values.options ?? {}) as CallOptions;

export function messagePacing(values: Record<string, unknown>): Pacing {
	const { messagesPerSecond, concurrentCalls } = callOptions(values);
	return concurrentCalls === undefined
		? { messagesPerSecond, concurrentCalls: DEFAULT_CALLS, sequentialFirst: SEQUENTIAL_FIRST }
		: { messagesPerSecond, concurrentCalls };
}

/** `POST /v1/messages/send`: up to 1000 messages of any types, each with a result of its own. */
export const messageCall: BulkCall = {
	key(values) {
		const { priority = false, campaignId = '' } = callOptions(values);
		return JSON.stringify([priority, campaignId]);
	},
	size: (values) => callOptions(values).batchSize ?? DEFAULT_BATCH_SIZE,
	recipient: personOf,
	request(entries, values) {
		const { priority, campaignId, timeout = DEFAULT_TIMEOUT_SECONDS } = callOptions(values);
		return {
			endpoint: endpoints.sendMessages,
			query: { priority: priority ? 'true' : undefined },
			body: { messages: entries, ...(campaignId ? { campaignId } : {}) },
			timeoutMs: timeout * 1000,
		};
	},
	results: (answer, entries) => readResults(answer, entries),
	lookUp: {
		wanted: (values) => callOptions(values).checkBeforeGivingUp ?? false,
		contentOf: (entry) => JSON.stringify({ ...entry, clientWaNumber: personOf(entry) }),
		find: findInHistory,
	},
};

/**
 * Hands each entry its result. The maps are keyed by position in the request; older servers key them by recipient.
 * Positions have at most six digits and recipients at least seven, so the two cannot be mistaken for each other.
 */
export function readResults(answer: HttpAnswer, entries: readonly IDataObject[]): EntryResult[] | undefined {
	const maps = resultMaps(answer.body);
	if (!maps) return undefined;
	const results = new Array<EntryResult | undefined>(entries.length);
	const place = (key: string, entry: unknown, result: (entry: JsonObject) => EntryResult) => {
		const known = isObject(entry) ? entry : {};
		const position = positionOf(key, known, entries, results);
		if (position !== undefined) results[position] = result(known);
	};
	for (const [key, entry] of Object.entries(maps.fail)) {
		place(key, entry, (known) => ({ outcome: 'failed', error: entryRefusal(known) }));
	}
	for (const [key, entry] of Object.entries(maps.success)) place(key, entry, accepted);

	const answered = new Set(entries.filter((_, at) => results[at]).map(personOf));
	const byRecipient = Object.keys(maps.success).some((key) => !isPosition(key, entries.length));
	return entries.map(
		(entry, at) =>
			results[at] ??
			// Several messages to one recipient collapse in a map keyed by recipient: they share its outcome.
			(byRecipient && answered.has(personOf(entry)) ? acceptedWithoutId(entry) : noResult()),
	);
}

function resultMaps(body: unknown): { success: JsonObject; fail: JsonObject } | undefined {
	if (!isObject(body)) return undefined;
	const data = isObject(body.data) ? body.data : {};
	for (const place of [data, body, body.errorRaw, data.messagesResponse]) {
		if (!isObject(place) || !(isObject(place.success) || isObject(place.fail))) continue;
		return {
			success: isObject(place.success) ? place.success : {},
			fail: isObject(place.fail) ? place.fail : {},
		};
	}
	return undefined;
}

const isPosition = (key: string, count: number) => /^\d{1,6}$/.test(key) && Number(key) < count;

/** A key's place in the request; a recipient named inside the entry wins over a position that disagrees. */
function positionOf(
	key: string,
	entry: JsonObject,
	entries: readonly IDataObject[],
	taken: ReadonlyArray<EntryResult | undefined>,
): number | undefined {
	const named = isPosition(key, entries.length) ? entry.clientWaNumber : key;
	const recipient = typeof named === 'string' ? comparableId(named) : undefined;
	if (isPosition(key, entries.length)) {
		const position = Number(key);
		const entry = entries[position];
		if (recipient === undefined || (entry && personOf(entry) === recipient)) return position;
	}
	const byRecipient = entries.findIndex((one, at) => personOf(one) === recipient && taken[at] === undefined);
	if (byRecipient !== -1) return byRecipient;
	return isPosition(key, entries.length) ? Number(key) : undefined;
}

/** An entry of the success map; one whose record says it failed is a refusal all the same (blocked, opted out). */
function accepted(entry: JsonObject): EntryResult {
	const message = isObject(entry.message) ? entry.message : {};
	if (message.status === 'failed') {
		return {
			outcome: 'failed',
			error: entryRefusal({ errorData: message.failureReason ?? message.errorData }),
		};
	}
	const wamid = typeof message.wamid === 'string' ? message.wamid : undefined;
	return {
		outcome: 'sent',
		id: wamid,
		json: {
			success: true,
			outcome: 'sent',
			wamid: wamid ?? null,
			// In asynchronous mode Heltar gives an id of its own first; the real one comes by webhook.
			queued: wamid?.startsWith('hemid.') ?? false,
			status: message.status ?? null,
			clientWaNumber: entry.clientWaNumber ?? message.clientWaNumber ?? null,
			...(message.refId === undefined ? {} : { refId: message.refId }),
			message,
		} as IDataObject,
	};
}

const acceptedWithoutId = (entry: IDataObject): EntryResult => ({
	outcome: 'sent',
	json: {
		success: true,
		outcome: 'sent',
		wamid: null,
		queued: false,
		status: null,
		clientWaNumber: entry.clientWaNumber,
		warning:
			'Heltar gives one id per recipient in this answer, and it belongs to another message of this call',
	},
});

export const noResult = (): EntryResult => ({
	outcome: 'unknown',
	error: new NoAnswer('Heltar accepted the call but gave no result for this message', {
		mayHaveHappened: true,
		advice: 'Look the message up in the contact’s history before you send it again.',
	}),
});
