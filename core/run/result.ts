import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from '../http/errors';
import { errorFacts } from '../http/nodeError';

/** The result of one item. An item without one was not sent (`untouched`). */
export type ItemResult =
	| {
			ok: true;
			items: INodeExecutionData[];
			/** What identifies an accepted send at the provider. */
			id?: string;
			/** Nothing was sent, and nothing was to be. */
			skipped?: true;
			/** Of a part of an item: it took the place of all of them. */
			isWhole?: boolean;
	  }
	| {
			ok: false;
			outcome: Exclude<Outcome, 'sent'>;
			error: unknown;
			/** Of an item that goes out as several messages: which one failed, what identifies those before it, and all outcomes. */
			parts?: { failed: number; ids: Array<string | null>; each: IDataObject[] };
			/** Nothing went wrong with it: some of its parts were sent, and then the run stopped. */
			isLeftOver?: true;
	  };

export type Failure = Extract<ItemResult, { ok: false }>;

/** The facts about a failed item, for machines. */
export const detailsOf = ({ outcome, error, parts }: Failure): IDataObject => ({
	outcome,
	...errorFacts(error),
	...(parts ? { wamids: parts.ids, parts: parts.each } : {}),
});

/** What went wrong with an item, in words. */
export const messageOf = (failure: Failure): string => whichPart(failure) + (failure.error as Error).message;

/** Of an item of several messages the error says which it is about, and whether those before it went out. */
export function whichPart({ parts }: Failure): string {
	if (!parts) return '';
	const before =
		parts.failed === 0
			? ''
			: parts.failed === 1
				? ', part 1 was sent'
				: `, parts 1 to ${parts.failed} were sent`;
	return `Part ${parts.failed + 1} of ${parts.each.length}${before}: `;
}

export const OUTCOMES = ['sent', 'failed', 'unknown', 'untouched'] as const satisfies readonly Outcome[];

/** The indexes of the items by outcome. */
export function outcomesOf(results: ReadonlyArray<ItemResult | undefined>): Record<Outcome, number[]> {
	const items: Record<Outcome, number[]> = { sent: [], failed: [], unknown: [], untouched: [] };
	results.forEach((result, index) => {
		const isUntouched = !result || (result.ok && result.skipped);
		items[isUntouched ? 'untouched' : result.ok ? 'sent' : result.outcome].push(index);
	});
	return items;
}

/** Item numbers for people: "0–3, 7". */
export function ranges(indexes: readonly number[]): string {
	const parts: string[] = [];
	let start = indexes[0];
	indexes.forEach((index, at) => {
		if (indexes[at + 1] === index + 1) return;
		parts.push(start === index ? `${index}` : `${start}–${index}`);
		start = indexes[at + 1];
	});
	return (parts.length > MOST_RANGES ? [...parts.slice(0, MOST_RANGES), '…'] : parts).join(', ');
}

const MOST_RANGES = 20;
