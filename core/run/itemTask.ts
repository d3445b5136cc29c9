import { Refused, UnexpectedResponseShape } from '../http/errors';
import type { RequestSpec } from '../http/request';
import { isMistake, isOwnError, unreadable } from '../http/unreadable';
import { hint } from './hint';
import type { Tools } from './operation';
import { asItems } from './operation';
import type { PlannedItem } from './plan';
import { buildRequestOrEntry, isPrepared } from './plan';
import type { RunState } from './runState';
import type { RunTools } from './tools';
import { toolsFor } from './tools';

/** Carries out one item by itself and sets its result. */
export const itemTask = (item: PlannedItem, state: RunState) => async (): Promise<void> => {
	const { operation, values } = item;
	if (!(await state.waitForPart(item))) return;
	const tools = toolsFor(state, operation, item);
	try {
		const prepared = isPrepared(item) ? await operation.prepare?.(values, tools) : undefined;
		const { data, isInstead } = await carryOut(item, prepared, tools);
		const output = operation.output ? operation.output(data, values, { prepared, isInstead }) : data;
		const id = operation.sentId?.(output as never);
		state.setResult(item, { ok: true, items: asItems(output), id, isWhole: isInstead });
	} catch (error) {
		if (!(error instanceof UnexpectedResponseShape))
			return state.fail(item, errorForItem(error, tools, state));
		hint(state.context, error.message);
		state.setResult(item, { ok: true, items: asItems({ raw: error.answer ?? null }) });
	}
};

async function carryOut(item: PlannedItem, prepared: unknown, tools: Tools) {
	const { operation, values } = item;
	if (operation.run) return { data: await operation.run(values, tools, prepared), isInstead: false };
	const request = item.request ?? buildRequestOrEntry(item, prepared).request;
	if (!request) throw new Error(`Operation ${operation.value} has none of request, entry and run`);
	const asked = await tools.call(request).then(
		(data) => ({ data, isInstead: false }),
		(error: unknown) => insteadOf(item, error),
	);
	return 'data' in asked ? asked : { data: await tools.call(asked), isInstead: true };
}

/** What to ask for after a refusal, where there is something. */
function insteadOf({ operation, values, part }: PlannedItem, error: unknown): RequestSpec {
	const isFirst = part === undefined || part.at === 0;
	const instead = isFirst && error instanceof Refused ? operation.instead?.(error, values) : undefined;
	if (!instead) throw error;
	return instead;
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
