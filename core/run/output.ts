import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { errorOrigin } from '../http/nodeError';
import type { ItemResult } from './result';
import { detailsOf, messageOf } from './result';

/**
 * The results as n8n items, each paired to the item it came from. In either form of _Continue_ the `details` of an item that
 * failed say what became of it (`outcome`), whom it was for, and which of the items it was (`itemIndex`, counted from 0).
 * @param recipientOf whom an item is for, by the name of the parameter; may be empty
 */
export function toOutput(
	context: IExecuteFunctions,
	results: ReadonlyArray<ItemResult | undefined>,
	recipientOf: (index: number) => IDataObject,
): INodeExecutionData[] {
	const routesErrors = context.getNode().onError === 'continueErrorOutput';
	return results.flatMap((result, index): INodeExecutionData[] => {
		if (!result) return [];
		const pairedItem = { item: index };
		if (result.ok && result.skipped) {
			return result.items.map(({ json: { outcome, ...json }, ...item }) => ({
				...item,
				json: { outcome, ...recipientOf(index), ...json },
				pairedItem,
			}));
		}
		if (result.ok) return result.items.map((item) => ({ ...item, pairedItem }));
		const error = messageOf(result);
		const { outcome, ...facts } = detailsOf(result);
		const which = { outcome, ...recipientOf(index), itemIndex: index };
		const details = { ...which, ...facts, ...errorOrigin(result.error) };
		// n8n routes an item to the error output only while it has no keys but error, message and details.
		return [{ json: routesErrors ? { error, details } : { ...which, error, ...facts, details }, pairedItem }];
	});
}
