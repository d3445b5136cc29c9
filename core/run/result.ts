import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from '../http/errors';
import { Cancelled } from '../http/errors';
import { errorFacts, errorOrigin, toNodeError } from '../http/nodeError';

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

/** The results as n8n items, each paired to the item it came from. */
export function toOutput(
	context: IExecuteFunctions,
	results: ReadonlyArray<ItemResult | undefined>,
): INodeExecutionData[] {
	const routesErrors = context.getNode().onError === 'continueErrorOutput';
	return results.flatMap((result, index): INodeExecutionData[] => {
		if (!result) return [];
		const pairedItem = { item: index };
		if (result.ok) return result.items.map((item) => ({ ...item, pairedItem }));
		const message = whichPart(result) + (result.error as Error).message;
		const details = detailsOf(result);
		// n8n routes an item to the error output only while it has no keys but error, message and details.
		const origin = errorOrigin(result.error);
		return [
			{
				json: {
					...(routesErrors ? {} : details),
					error: message,
					details: { ...details, ...origin },
				},
				pairedItem,
			},
		];
	});
}

/**
 * The error that ends a run, made from the first item that failed, or from the cancellation. Its `context.data` holds what
 * an output of that item would say (`outcome`, `code`, `httpStatus`, `advice`, `field`), and the outcome of every item, so
 * that nobody is left guessing who got a message. With several items its description says so, too.
 */
export function runError(
	context: IExecuteFunctions,
	results: ReadonlyArray<ItemResult | undefined>,
	{ hasEffect, cancelled }: { hasEffect: boolean; cancelled: boolean },
) {
	const failed = results.findIndex((result) => result && !result.ok && !result.isLeftOver);
	const failure = results[failed] as Extract<ItemResult, { ok: false }> | undefined;
	// n8n knows a cancelled execution by the word in the message.
	const error = cancelled ? new Cancelled() : failure?.error;
	const itemIndex = failed === -1 ? undefined : failed;
	const details = failure && detailsOf(failure);
	const prefix = failure && !cancelled ? whichPart(failure) : '';
	if (!hasEffect) return toNodeError(context.getNode(), error, { itemIndex, details, prefix });
	const outcomes = outcomesOf(results);
	const counts = OUTCOMES.map((outcome) => {
		const indexes = outcomes[outcome];
		return `${indexes.length} ${outcome}${ranges(indexes)}`;
	}).join(', ');
	const end = cancelled ? 'It ended before all items were done' : `Item ${failed} stopped the run`;
	// Of the item that the headline is about, it says so itself.
	const begun = results.flatMap((result, index) =>
		(cancelled || index !== failed) && result && !result.ok && result.parts && result.parts.failed > 0
			? [index]
			: [],
	);
	const partly = begun.length > 0 ? ` Of some items only the first parts were sent${ranges(begun)}.` : '';
	const summary = `${end}. Of ${results.length} items (counted from 0): ${counts}.${partly}`;
	return toNodeError(context.getNode(), error, {
		itemIndex,
		prefix,
		summary: results.length > 1 || cancelled ? summary : undefined,
		details: { ...details, outcomes, accepted: acceptedOf(outcomes.sent, results) },
	});
}

/** The facts about a failed item, for machines. */
const detailsOf = ({ outcome, error, parts }: Extract<ItemResult, { ok: false }>): IDataObject => ({
	outcome,
	...errorFacts(error),
	...(parts ? { wamids: parts.ids, parts: parts.each } : {}),
});

/** Of an item of several messages the error says which it is about, and whether those before it went out. */
function whichPart({ parts }: Extract<ItemResult, { ok: false }>): string {
	if (!parts) return '';
	const before =
		parts.failed === 0
			? ''
			: parts.failed === 1
				? ', part 1 was sent'
				: `, parts 1 to ${parts.failed} were sent`;
	return `Part ${parts.failed + 1} of ${parts.each.length}${before}: `;
}

const OUTCOMES = ['sent', 'failed', 'unknown', 'untouched'] as const satisfies readonly Outcome[];

/** The indexes of the items by outcome. */
export function outcomesOf(results: ReadonlyArray<ItemResult | undefined>): Record<Outcome, number[]> {
	const items: Record<Outcome, number[]> = { sent: [], failed: [], unknown: [], untouched: [] };
	results.forEach((result, index) => {
		const isUntouched = !result || (result.ok && result.skipped);
		items[isUntouched ? 'untouched' : result.ok ? 'sent' : result.outcome].push(index);
	});
	return items;
}

const acceptedOf = (indexes: readonly number[], results: ReadonlyArray<ItemResult | undefined>) =>
	indexes.map((index) => {
		const { id } = results[index] as Extract<ItemResult, { ok: true }>;
		return { item: index, ...(id === undefined ? {} : { id }) };
	});

/** Item numbers for people: " (0–3, 7)". */
export function ranges(indexes: readonly number[]): string {
	if (indexes.length === 0) return '';
	const parts: string[] = [];
	let start = indexes[0];
	indexes.forEach((index, at) => {
		if (indexes[at + 1] === index + 1) return;
		parts.push(start === index ? `${index}` : `${start}–${index}`);
		start = indexes[at + 1];
	});
	const shown = parts.length > 20 ? [...parts.slice(0, 20), '…'] : parts;
	return ` (${shown.join(', ')})`;
}
