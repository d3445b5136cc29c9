import type { IDataObject, ISupplyDataFunctions } from 'n8n-workflow';

import { accountKey } from '../../../core/http/accountKey';
import { isCancelled } from '../../../core/http/clock';
import { within } from '../../../core/http/deadline';
import { isNotFound } from '../../../core/http/errors';
import { read } from '../../../core/http/exchange';
import { isOwnError } from '../../../core/http/unreadable';
import { isObject } from '../../../whatsapp/events/json';
import { endpoints } from '../endpoints';
import { heltar } from '../http';
import { readHistoryPage } from '../historyPage';

/** A customer waits for the agent: what has not come by then is done without. */
const BUDGET_MS = 15_000;
/**
 * An agent asks for its memory before each call of its model. Within this time it gets what it got before, so that an
 * execution costs one of the 600 reads that Heltar allows in 15 minutes, and does not change under the agent's hands.
 */
const KEPT_MS = 60_000;

export type ReadResult = { records: IDataObject[] } | { error: Error };

interface KeptRead {
	at: number;
	result: Promise<ReadResult>;
}

/** Reads of executions that run in this process. */
export const recentReads = new Map<string, KeptRead>();

export interface ReadRequest {
	clientWaNumber: string;
	/** Messages. */
	limit: number;
	/** The IDs of the prompt. Another prompt in the same execution wants what was written meanwhile. */
	promptIds: readonly string[];
	/** Whether an agent that goes on after a failure is spared further tries; one that stops may be started again. */
	keepsFailure: boolean;
}

/**
 * The newest messages of a contact as Heltar keeps them, oldest first; none of a contact Heltar does not know. One call,
 * whose result is kept for this memory in this execution for a while.
 */
export async function readConversation(
	context: ISupplyDataFunctions,
	{ clientWaNumber, limit, promptIds, keepsFailure }: ReadRequest,
): Promise<ReadResult> {
	const now = Date.now();
	for (const [key, { at }] of recentReads) if (now - at >= KEPT_MS) recentReads.delete(key);
	const execution = context.getExecutionId();
	if (!execution) return await readRecords(context, clientWaNumber, limit);
	const account = accountKey(context, heltar.credentialType);
	const key = JSON.stringify([execution, context.getNode().name, account, clientWaNumber, limit, promptIds]);
	const kept = recentReads.get(key) ?? { at: now, result: readRecords(context, clientWaNumber, limit) };
	recentReads.set(key, kept);
	const result = await kept.result;
	if ('error' in result && !keepsFailure) recentReads.delete(key);
	return result;
}

async function readRecords(
	context: ISupplyDataFunctions,
	clientWaNumber: string,
	limit: number,
): Promise<ReadResult> {
	const reading = within(
		BUDGET_MS,
		'Reading the conversation',
		async ({ signal }) =>
			await read(context, heltar, {
				endpoint: endpoints.getMessages,
				params: { clientWaNumber },
				query: { limit },
				timeoutMs: BUDGET_MS,
				signal,
			}),
	);
	return await reading
		.then((data) => ({ records: readHistoryPage(data).items.filter(isObject).reverse() as IDataObject[] }))
		.catch((error: unknown) => withoutHistory(context, error));
}

/** What a failed call means. A programming error and the end of the execution are thrown on. */
function withoutHistory(context: ISupplyDataFunctions, error: unknown): ReadResult {
	if (isNotFound(error)) return { records: [] };
	if (!isOwnError(error) || isCancelled(context)) throw error;
	return { error: error as Error };
}
