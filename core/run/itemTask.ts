import { BadInput, Cancelled, NoAnswer, Refused, UnknownForm } from '../http/errors';
import { hint } from './hint';
import type { Tools } from './operation';
import { asItems } from './operation';
import type { PlannedItem } from './plan';
import { callOf } from './plan';
import type { RunState } from './runState';
import { toolsFor } from './tools';

/** Carries out one item by itself and keeps what became of it. */
export const itemTask = (item: PlannedItem, state: RunState) => async (): Promise<void> => {
	const { index, operation, values } = item;
	try {
		const tools = toolsFor(state, operation, index);
		const prepared = await operation.prepare?.(values, tools);
		const data = await carryOut(item, prepared, tools);
		const output = operation.output ? readOutput(item, data) : data;
		const id = operation.sentId?.(output as never);
		state.settle(index, { ok: true, items: asItems(output), id });
	} catch (error) {
		if (!(error instanceof UnknownForm)) return state.fail(index, error);
		hint(state.context, error.message);
		state.settle(index, { ok: true, items: asItems({ raw: error.answer ?? null }) });
	}
};

async function carryOut(item: PlannedItem, prepared: unknown, tools: Tools): Promise<unknown> {
	const { operation, values } = item;
	if (operation.run) return await operation.run(values, tools, prepared);
	const request = item.request ?? callOf(item, prepared).request;
	if (!request) throw new Error(`Operation ${operation.value} has none of request, entry and run`);
	return await tools.call(request);
}

/** Reading fails after the request was sent, so the outcome of anything but a read is unknown then. */
function readOutput({ operation, values }: PlannedItem, data: unknown) {
	let problem: unknown;
	try {
		return operation.output?.(data, values);
	} catch (error) {
		problem = error;
	}
	const isTold = TOLD.some((kind) => problem instanceof kind);
	if (isTold || operation.effect === 'read') throw problem;
	throw new NoAnswer('The answer could not be read', {
		mayHaveHappened: true,
		advice: 'It is unknown whether the request was carried out. Check before you repeat it.',
		cause: problem,
	});
}

/** Errors that say themselves what became of the request. */
const TOLD = [BadInput, Refused, NoAnswer, Cancelled, UnknownForm];
