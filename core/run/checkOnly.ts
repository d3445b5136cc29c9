import type { IDataObject } from 'n8n-workflow';

import { toggle } from '../fields/basic';
import { isAlternatives } from '../http/alternativeRequests';
import { describeRequest } from '../http/exchange';
import type { RequestSpec } from '../http/request';
import { isOwnError } from '../http/unreadable';
import type { PlannedItem } from './plan';
import { buildRequestOrEntry, isPrepared } from './plan';
import type { RunState } from './runState';
import { toolsFor } from './tools';

/** The option of everything that sends: the item is read and checked, and comes out with what would be sent. */
export const checkOnlyOption = () => ({
	checkOnly: toggle({
		displayName: 'Check Only',
		description: 'Whether to check the item and preview the request and the message without sending anything',
	}),
});

export const isCheckOnly = ({ options }: Record<string, unknown>): boolean =>
	(options as { checkOnly?: boolean } | undefined)?.checkOnly ?? false;

/** Checks one item, and sets what would be sent as its result. Makes no call that changes anything. */
export const checkTask = (item: PlannedItem, state: RunState) => async (): Promise<void> => {
	const { operation, values } = item;
	const tools = toolsFor(state, { ...operation, effect: 'read' }, item);
	try {
		const prepare = operation.prepareForCheck ?? operation.prepare;
		const prepared = isPrepared(item) ? await prepare?.(values, tools) : undefined;
		const { request, entry } = (item.request ?? item.entry) ? item : buildRequestOrEntry(item, prepared);
		const spec = entry ? operation.bulk?.request([entry], values) : firstOf(request);
		if (!spec) throw new Error(`Operation ${operation.value} has no request to check`);
		const described = await describeRequest(state.context, state.provider.http, spec);
		const made = entry ?? (spec.body as IDataObject);
		// A preview that cannot be made is no reason against the message.
		const preview = await operation.preview?.(values, made, tools).catch(asWarning);
		const json = {
			outcome: 'untouched',
			checkOnly: true,
			...(preview ? { preview } : {}),
			request: described,
		};
		state.setResult(item, { ok: true, skipped: true, items: [{ json }] });
	} catch (error) {
		state.fail(item, error);
	}
};

function asWarning(error: unknown): IDataObject {
	if (isOwnError(error)) return { warning: `The message cannot be shown: ${(error as Error).message}` };
	throw error;
}

const firstOf = (request: PlannedItem['request']): RequestSpec | undefined =>
	request && (isAlternatives(request) ? request.requests[0] : request);
