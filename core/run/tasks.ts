import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { BadInput, Cancelled, NoAnswer, Refused } from '../http/errors';
import { cutIntoCalls } from './batch';
import { bulkUnit } from './bulkCall';
import type { MessageOperation, Output, RequestOperation } from './operation';
import type { Unit } from './schedule';
import type { Planned, Workplace } from './runState';
import { hasEffect, toolsFor } from './runState';

/** The work in order: bulk entries gathered into calls, everything else item by item. */
export function unitsOf(plan: readonly Planned[], place: Workplace): Unit[] {
	const units: Unit[] = [];
	let gathered: Planned[] = [];
	const { concurrentCalls = 1, callByCall = 0 } = place.pacing;
	let messagesBefore = 0;
	const flush = () => {
		for (const chunk of cutIntoCalls(gathered.map((planned) => batchable(planned, place)))) {
			const { batch } = chunk[0].planned.operation as MessageOperation;
			const sideBySide = batch.pacing !== undefined && concurrentCalls > 1 && messagesBefore >= callByCall;
			messagesBefore += chunk.length;
			units.push({
				lanes: sideBySide ? chunk.map(({ recipient }) => recipient) : undefined,
				...bulkUnit(
					chunk.map(({ planned }) => planned),
					place,
				),
			});
		}
		gathered = [];
	};
	for (const planned of plan) {
		if ('message' in planned.operation) {
			gathered.push(planned);
		} else {
			if (gathered.length > 0) flush();
			units.push(singleUnit(planned, place));
		}
	}
	flush();
	return units;
}

function batchable(planned: Planned, { pacing }: Workplace) {
	const { index, operation, values, entry } = planned;
	const { batch } = operation as MessageOperation;
	// A call that carries more than a second's worth would be too fast by itself.
	const perSecond = Math.max(1, Math.floor(pacing.messagesPerSecond ?? Infinity));
	return {
		planned,
		index,
		key: batch.key(values),
		size: batch.pacing ? Math.min(batch.size(values), perSecond) : batch.size(values),
		recipient: batch.recipient?.(entry ?? (values as IDataObject)) ?? `item ${index}`,
		exclusive: batch.exclusive,
	};
}

/** Where a single call stands among the others; see `RequestOperation.lane`. */
function lanesOf({ operation, values, request }: Planned): string[] | undefined {
	if (!('request' in operation) || !request) return undefined;
	if (operation.lane) return [operation.lane(values)];
	return hasEffect(request) ? undefined : [];
}

function singleUnit(planned: Planned, place: Workplace): Unit {
	const { index, operation, values, request } = planned;
	return {
		lanes: lanesOf(planned),
		async carryOut() {
			try {
				const tools = toolsFor(place, index);
				if ('request' in operation && request) {
					const data = await tools.call(request);
					const output = outputOf(operation, planned, data);
					place.settle(index, { ok: true, items: asItems(output), id: operation.sentId?.(output) });
				} else if ('run' in operation) {
					place.settle(index, { ok: true, items: asItems(await operation.run(values, tools)) });
				}
			} catch (error) {
				place.fail(index, error);
			}
		},
	};
}

/** An answer nobody foresaw comes after the deed: it says nothing about whether it was done. */
function outputOf(operation: RequestOperation, { values, request }: Planned, data: unknown): Output {
	if (!operation.output) return data as Output;
	let problem: unknown;
	try {
		return operation.output(data, values);
	} catch (error) {
		problem = error;
	}
	const foreseen = [BadInput, Refused, NoAnswer, Cancelled].some((kind) => problem instanceof kind);
	if (foreseen || !request || !hasEffect(request)) throw problem;
	throw new NoAnswer('The answer could not be read', {
		mayHaveHappened: true,
		advice: 'It is unknown whether the request was carried out. Check before you repeat it.',
	});
}

/** Outputs of an operation as n8n items; an operation that already made items keeps them. */
function asItems(output: unknown): INodeExecutionData[] {
	const list = Array.isArray(output) ? output : [output ?? {}];
	return list.map((entry): INodeExecutionData => {
		const isItem = typeof entry === 'object' && entry !== null && 'json' in entry && 'binary' in entry;
		return isItem ? (entry as INodeExecutionData) : { json: entry as IDataObject };
	});
}
