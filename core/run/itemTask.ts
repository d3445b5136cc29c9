import { BadInput, Cancelled, NoAnswer, Refused } from '../http/errors';
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
		state.fail(index, error);
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
	try {
		return operation.output?.(data, values);
	} catch (error) {
		const isTold = [BadInput, Refused, NoAnswer, Cancelled].some((kind) => error instanceof kind);
		if (isTold || operation.effect === 'read') throw error;
		throw new NoAnswer('The answer could not be read', {
			mayHaveHappened: true,
			advice: 'It is unknown whether the request was carried out. Check before you repeat it.',
			cause: error,
		});
	}
}
