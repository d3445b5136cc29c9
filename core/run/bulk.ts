import type { IDataObject } from 'n8n-workflow';

import type { HttpAnswer } from '../http/answer';
import type { NoUsableResponse } from '../http/errors';
import type { RequestSpec } from '../http/request';

type AnyValues = Record<string, unknown>;

/** A call that carries entries of many items, each with a result of its own. */
export interface BulkCall {
	/** Entries with equal keys may share a call: endpoint plus request-level options. */
	key(values: AnyValues): string;
	/**
	 * Names of options that do not change what is sent, beside `CALL_OPTIONS`. A retry ignores changes in them, so an option
	 * that changes what is sent must not stand here.
	 */
	notPartOfMessage?: readonly string[];
	/** How many entries one call may carry, as the user set it. */
	size(values: AnyValues): number;
	/**
	 * Whom an entry concerns, such as its recipient. A call holds one entry for each key, and entries with the same key go out
	 * in item order. So a later message cannot overtake one that was refused for its rate, and an answer that names recipients
	 * says which entry it means. Left out where entries have nothing to do with each other.
	 * @param of the entry, or the values it will be made from while it has to be prepared first
	 */
	orderKey?(of: IDataObject): string;
	/** The call. `values` are those of the first item; the key made sure the request-level ones are equal. */
	request(entries: IDataObject[], values: AnyValues): RequestSpec;
	/**
	 * One result per entry, in order; undefined when the answer speaks of the call as a whole only. Gets successes, and
	 * answers of which the request says that they hold results.
	 */
	results(answer: HttpAnswer, entries: IDataObject[]): EntryResult[] | undefined;
	/** What the user can do when the outcome of a call is unknown. By default: check before it is repeated. */
	unknownAdvice?: string;
	/** Where the provider lets us look up entries whose outcome is unknown. */
	lookUp?: LookUp;
}

export interface LookUp {
	/** Whether the user asks for it. */
	wanted(values: AnyValues): boolean;
	/** Equal for entries that look the same in what the provider shows of them. */
	comparableText(entry: IDataObject): string;
	/**
	 * Looks for the entries at the provider. Gives a result only where it is certain that it belongs to the entry, and
	 * undefined for all others.
	 * @param accepted ids of what was accepted in this run: these are other messages than the unknown entries
	 */
	find(
		unknownEntries: readonly UnknownEntry[],
		accepted: ReadonlySet<string>,
		callForResponse: (request: RequestSpec) => Promise<HttpAnswer>,
	): Promise<Array<EntryResult | undefined>>;
}

/** An entry whose outcome is unknown, because its call got no usable response. */
export interface UnknownEntry {
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
	| { outcome: 'unknown'; error: NoUsableResponse };

/** What has to be known of an item to put it into a call. */
interface Cuttable {
	key: string;
	size: number;
	orderKey: string;
}

/**
 * Divides items into calls. Items with the same `key` share calls of at most their size, even when others stand between
 * them. A call holds one item for each `orderKey`, and items with the same `orderKey` stand in later and later calls.
 */
export function cutIntoCalls<T extends Cuttable>(items: readonly T[]): T[][] {
	const calls: T[][] = [];
	/** For each key the calls with room, as positions in `calls`, in ascending order. */
	const withRoom = new Map<string, number[]>();
	/** The call that holds the latest item, by `orderKey`. */
	const latest = new Map<string, number>();
	for (const item of items) {
		const room = withRoom.get(item.key) ?? [];
		withRoom.set(item.key, room);
		const at = firstAbove(room, latest.get(item.orderKey) ?? -1);
		if (at === room.length) room.push(calls.push([]) - 1);
		const call = room[at] as number;
		const entries = calls[call] as T[];
		entries.push(item);
		latest.set(item.orderKey, call);
		if (entries.length >= item.size) room.splice(at, 1);
	}
	return calls;
}

/** Index of the first number above a value in an ascending list; the length of the list when there is none. */
function firstAbove(list: readonly number[], value: number): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((list[middle] as number) > value) high = middle;
		else low = middle + 1;
	}
	return low;
}
