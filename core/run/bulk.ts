import type { IDataObject } from 'n8n-workflow';

import type { HttpAnswer } from '../http/answer';
import type { NoAnswer } from '../http/errors';
import type { RequestSpec } from '../http/request';

type AnyValues = Record<string, unknown>;

/** A call that carries entries of many items, each with a result of its own. */
export interface BulkCall {
	/** Entries with equal keys may share a call: endpoint plus request-level options. */
	key(values: AnyValues): string;
	/** How many entries one call may carry, as the user set it. */
	size(values: AnyValues): number;
	/**
	 * Entries for the same recipient go out in the order of their items, even when that cuts a call short. Left out
	 * where the order means nothing.
	 * @param of the entry, or the values it will be made from while it has to be prepared first
	 */
	recipient?(of: IDataObject): string;
	/** A call may name each recipient only once: later entries for the same one go out in a later call. */
	exclusive?: boolean;
	/** The call. `values` are those of the first item; the key made sure the request-level ones are equal. */
	request(entries: IDataObject[], values: AnyValues): RequestSpec;
	/** One result per entry, in order; undefined when the answer speaks of the call as a whole only. */
	results(answer: HttpAnswer, entries: IDataObject[]): EntryResult[] | undefined;
	/** Where the provider lets us look up what became of entries whose call had no answer. */
	lookUp?: LookUp;
}

export interface LookUp {
	/** Whether the user asks for it. */
	wanted(values: AnyValues): boolean;
	/** Equal for entries that cannot be told apart in what is found. */
	contentOf(entry: IDataObject): string;
	/**
	 * Looks for the entries at the provider. Gives a result only where it is certain that it belongs to the entry, and
	 * undefined for all others.
	 * @param accepted ids of what was accepted in this run: known not to be what was lost
	 */
	find(
		lost: readonly LostEntry[],
		accepted: ReadonlySet<string>,
		open: (request: RequestSpec) => Promise<HttpAnswer>,
	): Promise<Array<EntryResult | undefined>>;
}

/** An entry that went out in a call without an answer. */
export interface LostEntry {
	entry: IDataObject;
	/** When the call was made, in milliseconds of this machine's clock. */
	sentAt: number;
}

export type EntryResult =
	| {
			outcome: 'sent';
			json: IDataObject;
			/** What identifies the accepted entry at the provider. */
			id?: string;
	  }
	| { outcome: 'failed'; error: Error }
	| { outcome: 'unknown'; error: NoAnswer };

/** What has to be known of an item to put it into a call. */
interface Cuttable {
	key: string;
	size: number;
	recipient: string;
	exclusive?: boolean;
}

/**
 * Cuts items into calls. Items with the same key share calls of at most their size even when others stand between
 * them; the calls are ordered so that each recipient's messages keep their order across all of them.
 */
export function cutIntoCalls<T extends Cuttable>(items: readonly T[]): T[][] {
	const calls: T[][] = [];
	const open = new Map<string, T[]>();
	/** Which open call each recipient was last put in. */
	const lastKeyOf = new Map<string, string>();

	const close = (key: string) => {
		const chunk = open.get(key);
		if (chunk) calls.push(chunk);
		open.delete(key);
	};

	for (const item of items) {
		const lastKey = lastKeyOf.get(item.recipient);
		if (lastKey !== undefined && lastKey !== item.key) close(lastKey);
		if (item.exclusive && open.get(item.key)?.some(({ recipient }) => recipient === item.recipient)) {
			close(item.key);
		}
		const chunk = open.get(item.key) ?? [];
		open.set(item.key, chunk);
		chunk.push(item);
		lastKeyOf.set(item.recipient, item.key);
		if (chunk.length >= item.size) close(item.key);
	}
	for (const key of [...open.keys()]) close(key);
	return calls;
}
