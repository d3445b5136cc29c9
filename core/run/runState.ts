import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { AttemptMemory, Attempts } from '../http/attempts';
import { isAttempts, walk } from '../http/attempts';
import type { Gate } from '../http/gate';
import type { Dialect, RequestSpec } from '../http/request';
import { exchange, failureIn } from '../http/request';
import type { Ledger } from './ledger';
import type { Operation, Tools } from './operation';
import type { Pacing } from './pacing';
import type { Resource } from './resources';
import type { ItemResult } from './result';

/** A provider, as the runner sees it. */
export interface Provider {
	dialect: Dialect;
	/** The payload inside the provider's answer envelope. */
	unwrap(body: unknown): unknown;
	resources: readonly Resource[];
	/** How many single calls may be in flight at once. */
	concurrency?: number;
}

/** An item that passed its checks and waits for its turn. */
export interface Planned {
	index: number;
	operation: Operation;
	values: Record<string, unknown>;
	/** For one call per item. */
	request?: RequestSpec | Attempts;
	/** For bulk calls, unless something has to be prepared first. */
	entry?: IDataObject;
}

/** What the work of one run shares. */
export interface Workplace {
	context: IExecuteFunctions;
	provider: Provider;
	gate: Gate;
	pacing: Pacing;
	ledger: Ledger;
	memory: AttemptMemory;
	settle(index: number, result: ItemResult): void;
	fail(index: number, error: unknown): void;
	/** Whether nothing new may start: the run was cancelled, or an item failed that ends it. */
	stopped(): boolean;
	/** The ids of what was accepted in this run so far. */
	acceptedIds(): ReadonlySet<string>;
}

export const isSending = ({ operation, request }: Planned) =>
	'message' in operation || (request !== undefined && hasEffect(request));

/** Whether a call does more than read. */
export const hasEffect = (request: RequestSpec | Attempts) =>
	(isAttempts(request) ? request.attempts[0] : request).retry !== 'read';

/** How fast the user wants an item's operation to go. */
export function pacingOf({ operation, values }: Planned): Pacing {
	if ('batch' in operation) return operation.batch.pacing?.(values) ?? {};
	return ('request' in operation && operation.pacing?.(values)) || {};
}

/** @param itemIndex the item at work */
export function toolsFor({ context, provider, gate, memory }: Workplace, itemIndex: number): Tools {
	const { dialect, unwrap } = provider;
	const answer = async (spec: RequestSpec) => {
		const messages = spec.retry === 'read' ? 0 : 1;
		const given = await exchange(context, dialect, spec, { gate, messages });
		const failure = failureIn(given, dialect, spec);
		if (failure) throw failure;
		return given;
	};
	const walked = async (request: RequestSpec | Attempts) =>
		isAttempts(request) ? await walk(request, memory, answer) : { result: await answer(request), attempt: 0 };
	return {
		context,
		itemIndex,
		call: async (request) => unwrap((await walked(request)).result.body),
		attempt: async (list) => {
			const { result, attempt } = await walked(list);
			return { result: unwrap(result.body), attempt };
		},
		open: async (request) => (await walked(request)).result,
	};
}
