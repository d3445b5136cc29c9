import type { IDataObject, ISupplyDataFunctions } from 'n8n-workflow';

import { accountKey } from '../../../core/http/accountKey';
import { isCancelled } from '../../../core/http/clock';
import { within } from '../../../core/http/deadline';
import { Refused } from '../../../core/http/errors';
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

/**
 * The newest messages of a contact as Heltar keeps them, oldest first; none of a contact Heltar does not know. One call,
 * whose result the whole execution shares for a while, also that it failed.
 * @param limit messages
 */
export async function readConversation(
	context: ISupplyDataFunctions,
	clientWaNumber: string,
	limit: number,
	now = Date.now(),
): Promise<ReadResult> {
	for (const [key, { at }] of recentReads) if (now - at >= KEPT_MS) recentReads.delete(key);
	const execution = context.getExecutionId();
	if (!execution) return await readRecords(context, clientWaNumber, limit);
	const key = JSON.stringify([execution, accountKey(context, heltar.credentialType), clientWaNumber, limit]);
	const kept = recentReads.get(key) ?? { at: now, result: readRecords(context, clientWaNumber, limit) };
	recentReads.set(key, kept);
	return await kept.result;
}

async function readRecords(
	context: ISupplyDataFunctions,
	clientWaNumber: string,
	limit: number,
): Promise<ReadResult> {
	try {
		const data = await within(
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
		return { records: readHistoryPage(data).items.filter(isObject).reverse() as IDataObject[] };
	} catch (error) {
		if (error instanceof Refused && error.details.httpStatus === 404) return { records: [] };
		if (!isOwnError(error) || isCancelled(context)) throw error;
		return { error: error as Error };
	}
}
