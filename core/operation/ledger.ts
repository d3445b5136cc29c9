import type { ItemResult } from './result';

/**
 * What the items of a run came to, kept across n8n's *Retry On Fail*: a retry calls the node again in the same
 * process with the same execution data object and all items. Keyed by that object, so it ends with the run.
 */
const ledgers = new WeakMap<object, Map<number, ItemResult>>();

export function ledgerOf(executeData: object): Map<number, ItemResult> {
	const ledger = ledgers.get(executeData) ?? new Map<number, ItemResult>();
	ledgers.set(executeData, ledger);
	return ledger;
}

/** Whether a retry has to leave the item alone: what was accepted, or may have been, is not sent again. */
export function isFinal(result: ItemResult): boolean {
	return result.ok || result.outcome === 'unknown';
}
