import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { Cancelled } from '../http/errors';
import { toNodeError } from '../http/nodeError';
import type { Failure, ItemResult } from './result';
import { detailsOf, messageOf, OUTCOMES, outcomesOf, ranges, whichPart } from './result';

/** How many reasons the error of a run gives. */
const MOST_REASONS = 20;

/**
 * The error that ends a run, made from the first item that failed, or from the cancellation. Its `context.data` holds what
 * an output of that item would say (`outcome`, `code`, `httpStatus`, `advice`, `field`), and the outcome of every item, so
 * that nobody is left guessing who got a message. With several items its description says so, too. Where several items are
 * bad, both give the reason of each.
 */
export function runError(
	context: IExecuteFunctions,
	results: ReadonlyArray<ItemResult | undefined>,
	{
		hasEffect,
		cancelled,
		recipientOf,
	}: { hasEffect: boolean; cancelled: boolean; recipientOf(index: number): IDataObject },
) {
	const failed = results.findIndex((result) => result && !result.ok && !result.isLeftOver);
	const failure = results[failed] as Failure | undefined;
	// n8n knows a cancelled execution by the word in the message.
	const error = cancelled ? new Cancelled() : failure?.error;
	const itemIndex = failed === -1 ? undefined : failed;
	const details = failure && detailsOf(failure);
	const prefix = failure && !cancelled ? whichPart(failure) : '';
	const failures = failuresOf(results, recipientOf);
	const reasons = failures.length > 1 || cancelled ? reasonsInWords(failures) : [];
	const told = failures.length > 1 ? { failures: failures.slice(0, MOST_REASONS) } : {};
	if (!hasEffect) {
		const facts = details && { ...details, ...told };
		return toNodeError(context.getNode(), error, { itemIndex, details: facts, prefix, reasons });
	}
	const outcomes = outcomesOf(results);
	const counts = OUTCOMES.map((outcome) => {
		const indexes = outcomes[outcome];
		return `${indexes.length} ${outcome}${inBrackets(indexes)}`;
	}).join(', ');
	const end = cancelled ? 'The run ended before all items were done' : `Item ${failed} stopped the run`;
	// Of the item that the headline is about, it says so itself.
	const begun = results.flatMap((result, index) =>
		(cancelled || index !== failed) && result && !result.ok && result.parts && result.parts.failed > 0
			? [index]
			: [],
	);
	const partly =
		begun.length > 0 ? ` For some items, only the first parts were sent${inBrackets(begun)}.` : '';
	const summary = `${end}. Of ${results.length} items (counted from 0): ${counts}.${partly}`;
	return toNodeError(context.getNode(), error, {
		itemIndex,
		prefix,
		summary: results.length > 1 || cancelled ? summary : undefined,
		reasons,
		details: { ...details, ...told, outcomes, accepted: acceptedOf(outcomes.sent, results) },
	});
}

/** An item that was not sent because of itself, with the reason. */
interface FailedItem extends IDataObject {
	itemIndex: number;
	error: string;
}

/** The bad items of a run, in their order. Items of which the rest was left because the run stopped are none. */
const failuresOf = (
	results: ReadonlyArray<ItemResult | undefined>,
	recipientOf: (index: number) => IDataObject,
): FailedItem[] =>
	results.flatMap((result, index) => {
		if (!result || result.ok || result.isLeftOver) return [];
		const { outcome, ...facts } = detailsOf(result);
		return [{ itemIndex: index, outcome, ...recipientOf(index), error: messageOf(result), ...facts }];
	});

/** A line for each reason, with the items it holds for: "Items 17, 58: Message: nothing is filled in". */
function reasonsInWords(failures: readonly FailedItem[]): string[] {
	const items = new Map<string, number[]>();
	for (const { error, itemIndex } of failures) items.set(error, [...(items.get(error) ?? []), itemIndex]);
	const lines = [...items].map(
		([error, indexes]) => `${indexes.length === 1 ? 'Item' : 'Items'} ${ranges(indexes)}: ${error}`,
	);
	const more = lines.length - MOST_REASONS;
	return more > 0 ? [...lines.slice(0, MOST_REASONS), `And ${more} more reasons`] : lines;
}

const acceptedOf = (indexes: readonly number[], results: ReadonlyArray<ItemResult | undefined>) =>
	indexes.map((index) => {
		const { id } = results[index] as Extract<ItemResult, { ok: true }>;
		return { item: index, ...(id === undefined ? {} : { id }) };
	});

const inBrackets = (indexes: readonly number[]) => (indexes.length === 0 ? '' : ` (${ranges(indexes)})`);
