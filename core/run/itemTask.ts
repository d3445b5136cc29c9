import { UnknownForm } from '../http/errors';
import { isMistake, saysItself, unreadable } from '../http/unreadable';
import { hint } from './hint';
import type { Tools } from './operation';
import { asItems } from './operation';
import type { PlannedItem } from './plan';
import { callOf } from './plan';
import type { RunState } from './runState';
import type { RunTools } from './tools';
import { toolsFor } from './tools';

/** Carries out one item by itself and keeps what became of it. */
export const itemTask = (item: PlannedItem, state: RunState) => async (): Promise<void> => {
	const { index, operation, values } = item;
	const tools = toolsFor(state, operation, index);
	try {
		const prepared = await operation.prepare?.(values, tools);
		const data = await carryOut(item, prepared, tools);
		const output = operation.output ? operation.output(data, values) : data;
		const id = operation.sentId?.(output as never);
		state.setResult(index, { ok: true, items: asItems(output), id });
	} catch (error) {
		if (!(error instanceof UnknownForm)) return state.fail(index, toldError(error, tools, state));
		hint(state.context, error.message);
		state.setResult(index, { ok: true, items: asItems({ raw: error.answer ?? null }) });
	}
};

async function carryOut(item: PlannedItem, prepared: unknown, tools: Tools): Promise<unknown> {
	const { operation, values } = item;
	if (operation.run) return await operation.run(values, tools, prepared);
	const request = item.request ?? callOf(item, prepared).request;
	if (!request) throw new Error(`Operation ${operation.value} has none of request, entry and run`);
	return await tools.call(request);
}

/**
 * What an error means for its item. Most say it themselves. Any other that comes after a call with an effect was answered
 * leaves open what became of it, and a mistake in reading what was asked for is told as one.
 */
function toldError(error: unknown, { answered }: RunTools, state: RunState): unknown {
	if (saysItself(error) || !answered) return error;
	const { effect, call } = answered;
	if (effect === 'read' && !isMistake(error)) return error;
	const { context, provider } = state;
	return unreadable(context, provider.http.name, { effect, call, cause: error });
}
