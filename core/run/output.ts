import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { errorOrigin } from '../http/nodeError';
import type { ItemResult } from './result';
import { detailsOf, messageOf } from './result';

/**
 * The results as n8n items, each paired to the item it came from. An item that failed says in either form of _Continue_ what
 * became of it (`outcome`), whom it was for, and which of the items it was (`itemIndex`, counted from 0).
 * @param recipientOf whom an item is for, by the name of the parameter; may be empty
 */
export function toOutput(
	context: IExecuteFunctions,
	results: ReadonlyArray<ItemResult | undefined>,
	recipientOf: (index: number) => IDataObject,
): INodeExecutionData[] {
	const node = context.getNode();
	const routesErrors = node.onError === 'continueErrorOutput';
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
		const details = { outcome, ...facts, ...errorOrigin(result.error) };
		const json = { outcome, ...recipientOf(index), itemIndex: index, error };
		// n8n puts what comes out of the error output over the fields of the input, so the facts stay in `details` there.
		return routesErrors
			? [{ json: { ...json, details }, error: new NodeOperationError(node, error), pairedItem }]
			: [{ json: { ...json, ...facts, details }, pairedItem }];
	});
}
