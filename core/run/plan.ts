import type { IDataObject } from 'n8n-workflow';

import { assertParams } from '../http/endpoint';
import { BadInput } from '../http/errors';
import type { RequestSpec } from '../http/request';
import type { AlternativeRequests } from '../http/alternativeRequests';
import { isAlternatives } from '../http/alternativeRequests';
import type { Operation } from './operation';
import { CALL_OPTIONS } from './pacing';
import { ParameterReader } from './parameters';
import type { Part } from './parts';
import { findOperation } from './resources';
import { OUTPUT_OPTIONS } from './simplify';
import { Skip } from './skip';
import type { RunState } from './runState';
import { fingerprint } from './savedRun';
import { toolsFor } from './tools';

/** An item that passed its checks. */
export interface PlannedItem {
	index: number;
	operation: Operation;
	values: Record<string, unknown>;
	/** Of an item that goes out as several messages: which of them this is. */
	part?: Part;
	/** The item's request or entry, unless something has to be prepared first. */
	request?: RequestSpec | AlternativeRequests;
	entry?: IDataObject;
}

/** Reads and checks every item that has no final result yet. Nothing is sent. */
export async function planItems(state: RunState): Promise<PlannedItem[]> {
	// One after the other, because formatting a thousand texts in a row takes a fraction of doing it between the reading of items.
	return messagesOfAll(await readItems(state), state);
}

/** The items that passed their checks. */
async function readItems(state: RunState): Promise<PlannedItem[]> {
	const reader = new ParameterReader(state.context);
	const items: PlannedItem[] = [];
	for (const [index, result] of state.results.entries()) {
		if (result || state.reuseSavedResult(index)) continue;
		try {
			const operation = operationOf(reader, state, index);
			// Also if no item passes its checks: the error of a run that stops lists the outcome of every item.
			state.retryOnFailMemory.hasEffect ||= operation.effect !== 'read';
			const { singleItem } = operation;
			if (singleItem && state.results.length > 1) throw onlyOne(singleItem, state.results.length);
			const item: PlannedItem = { index, operation, values: reader.values(operation, index) };
			state.recipients.keep(index, operation, item.values);
			if (operation.complete) {
				item.values = await operation.complete(item.values, toolsFor(state, operation, item));
			}
			if (operation.effect !== 'read') {
				const content = fingerprintOfParameters(item, state);
				if (state.reuseSavedResult(index, content)) continue;
				state.rememberContent(index, content);
			}
			if (operation.check) await operation.check(item.values, toolsFor(state, operation, item));
			items.push(item);
		} catch (error) {
			state.fail({ index }, error);
		}
	}
	return items;
}

/** What goes out for these items. */
function messagesOfAll(items: readonly PlannedItem[], state: RunState): PlannedItem[] {
	const plan: PlannedItem[] = [];
	/** The first item for each person, where only that one is to be sent. */
	const first = new Map<string, number>();
	for (const item of items) {
		const { index, operation, values } = item;
		try {
			const person = operation.onlyFirst?.(values);
			const same = person === undefined ? undefined : first.get(person);
			if (same !== undefined) throw new Skip(`Item ${same} is for the same recipient`);
			// All parts of a text, or none.
			plan.push(
				...messagesOf(item, state).map((one) =>
					isPrepared(one) ? one : { ...one, ...buildRequestOrEntry(one, undefined) },
				),
			);
			// Only now: an item that does not fit leaves its recipient to the next one.
			if (person !== undefined) first.set(person, index);
		} catch (error) {
			state.fail({ index }, error);
		}
	}
	return plan;
}

export const isPrepared = ({ operation, values }: PlannedItem): boolean =>
	operation.prepare !== undefined && (operation.prepareIf?.(values) ?? true);

/** The item as it goes out: once, or as several parts, of which those are left out that an earlier try got accepted. */
function messagesOf(item: PlannedItem, state: RunState): PlannedItem[] {
	const { each = [item.values], pauseMs = 0 } = item.operation.messages?.(item.values) ?? {};
	const [only, ...others] = each.map((values): PlannedItem => ({ ...item, values }));
	if (!only) throw new Error(`Operation ${item.operation.value} makes no message of an item`);
	if (others.length === 0) return [only];
	const all = [only, ...others].map((one, at) => ({ ...one, part: { at, pauseMs } }));
	const accepted = state.beginParts(
		item.index,
		all.map((one) => fingerprintOfParameters(one, state)),
	);
	return all.slice(accepted);
}

/** Builds the item's HTTP request, or its entry in a bulk call. @throws BadInput naming the field */
export function buildRequestOrEntry(
	{ operation, values }: PlannedItem,
	prepared: unknown,
): Pick<PlannedItem, 'request' | 'entry'> {
	const request = operation.request?.(values, prepared);
	for (const spec of request ? (isAlternatives(request) ? request.requests : [request]) : []) {
		assertParams(spec.params ?? {}, (name) => operation.fields[name]?.property.displayName);
	}
	return { request, entry: operation.entry?.(values, prepared) };
}

/**
 * A hash of what the item asks for. Options that only change how it is sent are left out: the same message at another pace is
 * the same message.
 */
function fingerprintOfParameters({ operation, values }: PlannedItem, { context }: RunState): string {
	const aside = new Set<string>([
		...CALL_OPTIONS,
		...OUTPUT_OPTIONS,
		...(operation.notPartOfMessage ?? []),
		...(operation.bulk?.notPartOfMessage ?? []),
	]);
	const options = Object.entries((values.options ?? {}) as IDataObject).filter(([name]) => !aside.has(name));
	const { type, parameters } = context.getNode();
	return fingerprint([type, parameters.resource, operation.value, { ...values, options }]);
}

const onlyOne = (reason: string, count: number) =>
	new BadInput(`This operation accepts one item at a time, but got ${count}: ${reason}`);

function operationOf(reader: ParameterReader, { provider }: RunState, index: number): Operation {
	const resource = reader.word('resource', index);
	const word = reader.word('operation', index);
	const operation = findOperation(provider.resources, resource, word);
	if (operation) return operation;
	throw new BadInput(`"${word}" does not exist for resource "${resource}"`, [
		{ name: 'operation', label: 'Operation' },
	]);
}
