import { UnexpectedResponseShape } from '../http/errors';
import { isMistake, isOwnError, unreadable } from '../http/unreadable';
import { hint } from './hint';
import type { Tools } from './operation';
import { asItems } from './operation';
import type { PlannedItem } from './plan';
import { buildRequestOrEntry } from './plan';
import type { RunState } from './runState';
import type { RunTools } from './tools';
import { toolsFor } from './tools';

/** Carries out one item by itself and sets its result. */
export const itemTask = (item: PlannedItem, state: RunState) => async (): Promise<void> => {
	const { index, operation, values } = item;
	if (!(await state.waitForPart(item))) return;
	const tools = toolsFor(state, operation, index);
	try {
		const prepared = await operation.prepare?.(values, tools);
		const data = await carryOut(item, prepared, tools);
		const output = operation.output ? operation.output(data, values) : data;
		const id = operation.sentId?.(output as never);
		state.setResult(item, { ok: true, items: asItems(output), id });
	} catch (error) {
		if (!(error instanceof UnexpectedResponseShape))
			return state.fail(item, errorForItem(error, tools, state));
		hint(state.context, error.message);
		state.setResult(item, { ok: true, items: asItems({ raw: error.answer ?? null }) });
	}
};

async function carryOut(item: PlannedItem, prepared: unknown, tools: Tools): Promise<unknown> {
	const { operation, values } = item;
	if (operation.run) return await operation.run(values, tools, prepared);
	const request = item.request ?? buildRequestOrEntry(item, prepared).request;
	if (!request) throw new Error(`Operation ${operation.value} has none of request, entry and run`);
	return await tools.call(request);
}

/**
 * Our own error classes are used as they are. Any other error after an answered call that changes something makes the outcome
 * unknown. A programming error after an answered read is reported as an unreadable answer.
 */
function errorForItem(error: unknown, { answered }: RunTools, state: RunState): unknown {
	if (isOwnError(error) || !answered) return error;
	const { effect, call } = answered;
	if (effect === 'read' && !isMistake(error)) return error;
	const { context, provider } = state;
	return unreadable(context, provider.http.name, { effect, call, cause: error });
}
