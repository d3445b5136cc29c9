import type { IDataObject } from 'n8n-workflow';

import { mostPerCall } from '../http/pace';
import type { BulkCall } from './bulk';
import { cutIntoCalls } from './bulk';
import { bulkTask } from './bulkTask';
import { itemTask } from './itemTask';
import { checkTask, isCheckOnly } from './checkOnly';
import type { PlannedItem } from './plan';
import type { RunState } from './runState';
import type { Task } from './runTasks';

/** What there is to do, in the order of the items: entries are gathered into calls, everything else is done item by item. */
export function tasksOf(plan: readonly PlannedItem[], state: RunState): Task[] {
	const tasks: Task[] = [];
	let gathered: Array<PlannedItem & { bulk: BulkCall }> = [];
	let entriesBefore = 0;
	const flush = () => {
		for (const chunk of cutIntoCalls(gathered.map((item) => cuttable(item, state)))) {
			const [{ item: first }] = chunk as [(typeof chunk)[0]];
			tasks.push({
				orderKeys: mayGoSideBySide(first, entriesBefore, state)
					? chunk.map(({ orderKey }) => orderKey)
					: undefined,
				run: bulkTask(
					first.bulk,
					chunk.map(({ item }) => item),
					state,
				),
			});
			entriesBefore += chunk.length;
		}
		gathered = [];
	};
	for (const item of plan) {
		const { bulk } = item.operation;
		if (isCheckOnly(item.values)) {
			flush();
			tasks.push({ orderKeys: [], run: checkTask(item, state) });
		} else if (bulk) {
			gathered.push({ ...item, bulk });
		} else {
			flush();
			tasks.push({ orderKeys: orderKeysOf(item), run: itemTask(item, state) });
		}
	}
	flush();
	return tasks;
}

/** See `Definition.orderKey` and `Task.orderKeys`. */
function orderKeysOf({ operation, values }: PlannedItem): string[] | undefined {
	if (operation.orderKey) return [operation.orderKey(values)];
	return operation.effect === 'read' ? [] : undefined;
}

/** Calls that send messages run at the same time after the first messages went well (`sequentialFirst`). */
function mayGoSideBySide({ operation }: PlannedItem, entriesBefore: number, { pacing }: RunState): boolean {
	const { concurrentCalls = 1, sequentialFirst = 0 } = pacing;
	return operation.pacing !== undefined && concurrentCalls > 1 && entriesBefore >= sequentialFirst;
}

function cuttable(item: PlannedItem & { bulk: BulkCall }, { pacing }: RunState) {
	const { index, operation, values, entry, bulk } = item;
	const most = mostPerCall(pacing.messagesPerSecond ?? Infinity);
	return {
		item,
		key: bulk.key(values),
		size: operation.pacing ? Math.min(bulk.size(values), most) : bulk.size(values),
		orderKey: bulk.orderKey?.(entry ?? (values as IDataObject)) ?? `item ${index}`,
	};
}
