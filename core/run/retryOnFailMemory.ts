import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { AcceptedPart } from './parts';
import type { ItemResult } from './result';

/** What a run leaves for the next try of Retry On Fail. */
export interface RetryOnFailMemory {
	/** Results of sent and of unknown items, by the index of the item. */
	results: Map<number, ItemResult>;
	/** Accepted parts of items that are not done, by the index of the item. */
	parts: Map<number, readonly AcceptedPart[]>;
	/** Fingerprints of the entries whose outcome is unknown. */
	unknownEntries: Set<string>;
	/** What was made for the items, such as uploaded files, by its key. */
	made: Map<string, Promise<unknown>>;
	/** Whether any item does more than read. */
	hasEffect: boolean;
}

type Runs = WeakMap<object, Map<string, RetryOnFailMemory>>;

/**
 * Keeps results in memory for n8n's Retry On Fail. n8n then calls `execute` again, in the same process, with the same
 * execution data object and the same items. The key is: execution data object, json object of the first item, node name.
 * The first item is needed because tool calls of one agent share the execution data object. Nothing is kept longer than n8n
 * keeps these objects. For Retry in the list of executions see savedRun.ts.
 */
const executions = new WeakMap<object, Runs>();

export function retryOnFailMemoryOf(context: IExecuteFunctions): RetryOnFailMemory {
	const fresh = (): RetryOnFailMemory => ({
		results: new Map(),
		parts: new Map(),
		unknownEntries: new Set(),
		made: new Map(),
		hasEffect: false,
	});
	const [first] = context.getInputData();
	const json: IDataObject | undefined = first?.json;
	if (typeof json !== 'object' || json === null) return fresh();
	const execution = context.getExecuteData();
	const runs: Runs = executions.get(execution) ?? new WeakMap();
	executions.set(execution, runs);
	const byNode = runs.get(json) ?? new Map<string, RetryOnFailMemory>();
	runs.set(json, byNode);
	const { name } = context.getNode();
	const retryOnFailMemory = byNode.get(name) ?? fresh();
	byNode.set(name, retryOnFailMemory);
	return retryOnFailMemory;
}

/** Sent and unknown items are not sent again. Failed items are. */
export function mustNotSendAgain(result: ItemResult): boolean {
	return result.ok || result.outcome === 'unknown';
}
