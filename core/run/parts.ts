import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { Cancelled } from '../http/errors';
import type { ItemResult } from './result';

type Accepted = Extract<ItemResult, { ok: true }>;

/** Which part of an item a message is, counted from 0. */
export interface Part {
	at: number;
	/** How long to wait after the part before it was accepted. */
	pauseMs: number;
}

/** A part the provider accepted; it is not sent again. */
export interface AcceptedPart {
	/** `fingerprintOfParameters` of the part. */
	content: string;
	result: Accepted;
}

/**
 * What became of the parts of one item. They are sent one after the other: a part goes out once the one before it was
 * accepted, so that nobody gets a text with a gap in it.
 */
export class PartsOfItem {
	/** The parts accepted so far, which are always the first ones. */
	readonly accepted: AcceptedPart[];

	/** When the latest part was accepted, in milliseconds. */
	private acceptedAt = -Infinity;

	/** Set once no further part is to be sent. */
	private ended?: ItemResult;

	/**
	 * @param contents `fingerprintOfParameters` of each part
	 * @param earlier the first parts, as far as an earlier try got them accepted
	 */
	constructor(
		private readonly contents: readonly string[],
		earlier: readonly AcceptedPart[],
	) {
		this.accepted = earlier.slice(0, contents.length);
	}

	/** Whether this part may go out: all before it were accepted. */
	isNext({ at }: Part): boolean {
		return !this.ended && at === this.accepted.length;
	}

	/** How long this part still has to wait, in milliseconds. */
	waitMs({ pauseMs }: Part, now: number): number {
		return Math.max(0, this.acceptedAt + pauseMs - now);
	}

	/** Takes a part's result. @returns the item's result, once there is one */
	add({ at }: Part, result: ItemResult, now: number): ItemResult | undefined {
		if (!result.ok) {
			this.ended = result;
			return { ...result, parts: { failed: at, ids: this.ids(), each: this.each() } };
		}
		this.accepted.push({ content: this.contents[at] as string, result });
		this.acceptedAt = now;
		if (result.isWhole) {
			this.ended = result;
			return result;
		}
		return this.accepted.length === this.contents.length ? this.together() : undefined;
	}

	/** The result of an item of which only the first parts were sent before the run stopped; undefined if none were. */
	leftOver(): ItemResult | undefined {
		const { length: failed } = this.accepted;
		if (this.ended || failed === 0) return undefined;
		const error = new Cancelled('The run stopped before this part');
		const parts = { failed, ids: this.ids(), each: this.each() };
		return { ok: false, outcome: 'failed', error, parts, isLeftOver: true };
	}

	/** The result of an item all parts of which were accepted: the first part's output, and what identifies each. */
	together(): Accepted {
		const [first] = this.accepted as [AcceptedPart, ...AcceptedPart[]];
		// With Check Only each part says what would be sent.
		if (first.result.skipped) {
			return { ...first.result, items: this.accepted.flatMap(({ result }) => result.items) };
		}
		const [item, ...others] = first.result.items as [INodeExecutionData, ...INodeExecutionData[]];
		const json: IDataObject = { ...item.json, wamids: this.ids(), parts: this.each() };
		return { ok: true, items: [{ ...item, json }, ...others], id: first.result.id };
	}

	private ids(): Array<string | null> {
		return this.accepted.map(({ result }) => result.id ?? null);
	}

	private each(): IDataObject[] {
		return this.contents.map((_, at) => {
			const accepted = this.accepted[at];
			if (accepted) return { outcome: 'sent', id: accepted.result.id ?? null };
			const isEnd = this.ended && at === this.accepted.length;
			return { outcome: isEnd && this.ended?.ok === false ? this.ended.outcome : 'untouched' };
		});
	}
}
