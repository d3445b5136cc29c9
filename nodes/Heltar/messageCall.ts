import type { IDataObject } from 'n8n-workflow';

import type { BulkCall } from '../../core/run/bulk';
import type { Pacing } from '../../core/run/pacing';
import { comparableId } from '../../whatsapp/sameNumber';
import { findInHistory } from './lookUp';
import { endpoints } from './endpoints';
import { holdsResults, readResults } from './sendResults';

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

const optionsOf = (values: Record<string, unknown>): CallOptions => (values.options ?? {}) as CallOptions;

export function messagePacing(values: Record<string, unknown>): Pacing {
	const { messagesPerSecond, concurrentCalls } = optionsOf(values);
	return concurrentCalls === undefined
		? { messagesPerSecond, concurrentCalls: DEFAULT_CALLS, sequentialFirst: SEQUENTIAL_FIRST }
		: { messagesPerSecond, concurrentCalls };
}

/** `POST /v1/messages/send`: up to 1000 messages of any types, each with a result of its own. */
export const messageCall: BulkCall = {
	key(values) {
		const { priority = false, campaignId = '' } = optionsOf(values);
		return JSON.stringify([priority, campaignId]);
	},
	// Without `campaignId` on purpose, because it changes what is sent.
	notPartOfMessage: ['batchSize', 'checkBeforeGivingUp', 'priority'],
	size: (values) => optionsOf(values).batchSize ?? DEFAULT_BATCH_SIZE,
	orderKey: personOf,
	request(entries, values) {
		const { priority, campaignId, timeout = DEFAULT_TIMEOUT_SECONDS } = optionsOf(values);
		return {
			endpoint: endpoints.sendMessages,
			query: { priority: priority ? 'true' : undefined },
			body: { messages: entries, ...(campaignId ? { campaignId } : {}) },
			timeoutMs: timeout * 1000,
			holdsResults,
		};
	},
	results: (answer, entries) => readResults(answer, entries),
	lookUp: {
		wanted: (values) => optionsOf(values).checkBeforeGivingUp ?? false,
		comparableText: (entry) => JSON.stringify({ ...entry, clientWaNumber: personOf(entry) }),
		find: findInHistory,
	},
};
