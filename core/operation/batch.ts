import type { IDataObject } from 'n8n-workflow';

import type { NoAnswer, Refused } from '../http/errors';
import type { HttpAnswer, RequestSpec } from '../http/request';

type AnyValues = Record<string, unknown>;

/** A call that carries many entries, each with a result of its own. */
export interface Batch {
	/** Entries with equal keys may share a call: endpoint plus request-level options. */
	key(values: AnyValues): string;
	/** How many entries one call may carry, as the user set it. */
	size(values: AnyValues): number;
	/**
	 * Entries for the same recipient go out in the order of their items, even when that cuts a call short. Left out
	 * where the order means nothing.
	 */
	recipient?(entry: IDataObject): string;
	/** A call may name each recipient only once: later entries for the same one go out in a later call. */
	exclusive?: boolean;
	/** The call. `values` are those of the first item; the key made sure the request-level ones are equal. */
	request(entries: IDataObject[], values: AnyValues): RequestSpec;
	/** One result per entry, in order; undefined when the answer speaks of the call as a whole only. */
	results(answer: HttpAnswer, entries: IDataObject[]): EntryResult[] | undefined;
}

export type EntryResult =
	| {
			outcome: 'sent';
			json: IDataObject;
			/** What identifies the accepted entry at the provider. */
			id?: string;
	  }
	| { outcome: 'failed'; error: Refused }
	| { outcome: 'unknown'; error: NoAnswer };

/** What the cutter needs to know of one item. */
export interface Batchable {
	index: number;
	key: string;
	size: number;
	recipient: string;
	exclusive?: boolean;
}

/**
 * Cuts items into calls. Items with the same key share calls of at most their size even when others stand between
 * them; the calls are ordered so that each recipient's messages keep their order across all of them.
 */
export function cutIntoCalls<T extends Batchable>(items: readonly T[]): T[][] {
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
