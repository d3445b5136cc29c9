import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { ItemResult } from './result';

/** What a run remembers for the case that n8n calls the node again with the same items. */
export interface Ledger {
	/** By item: what was accepted, and what may have been. */
	results: Map<number, ItemResult>;
	/** Fingerprints of the entries whose outcome is unknown. */
	unknownEntries: Set<string>;
	/** What was made for the items, such as uploaded files, by its key. */
	made: Map<string, Promise<unknown>>;
	/** Whether any item does more than read. */
	hasEffect: boolean;
}

type Runs = WeakMap<object, Map<string, Ledger>>;

/**
 * What the items of a run came to, kept across n8n's *Retry On Fail*: a retry calls the node again in the same
 * process with the same execution data object and all items. An agent's tools share the execution data object of the
 * agent, but each of their calls brings an item of its own, which its retries keep. So a run is known by both, and
 * what is known of it ends with them.
 */
const executions = new WeakMap<object, Runs>();

export function ledgerOf(context: IExecuteFunctions): Ledger {
	const fresh = (): Ledger => ({
		results: new Map(),
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
	const byNode = runs.get(json) ?? new Map<string, Ledger>();
	runs.set(json, byNode);
	const { name } = context.getNode();
	const ledger = byNode.get(name) ?? fresh();
	byNode.set(name, ledger);
	return ledger;
}

/** Whether a retry has to leave the item alone: what was accepted, or may have been, is not sent again. */
export function isFinal(result: ItemResult): boolean {
	return result.ok || result.outcome === 'unknown';
}
