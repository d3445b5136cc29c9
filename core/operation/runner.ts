import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { AttemptMemory, Attempts } from '../http/attempts';
import { isAttempts, walk } from '../http/attempts';
import { BadInput, NoAnswer, outcomeOf } from '../http/errors';
import type { Dialect, RequestSpec } from '../http/request';
import { exchange, failureIn } from '../http/request';
import { cutIntoCalls } from './batch';
import { isFinal, ledgerOf } from './ledger';
import type { MessageOperation, Operation, Output, Tools } from './operation';
import { ParameterReader } from './parameters';
import type { Resource } from './registry';
import { findOperation } from './registry';
import type { ItemResult } from './result';
import { runError, toOutput } from './result';
import type { Unit } from './schedule';
import { schedule } from './schedule';

/** A provider, as the runner sees it. */
export interface Provider {
	dialect: Dialect;
	/** The payload inside the provider's answer envelope. */
	unwrap(body: unknown): unknown;
	resources: readonly Resource[];
	/** How many single calls may be in flight at once. */
	concurrency?: number;
}

const DEFAULT_CONCURRENCY = 5;

/** An item that passed its checks and waits for its turn. */
interface Planned {
	index: number;
	operation: Operation;
	values: Record<string, unknown>;
	/** For one call per item. */
	request?: RequestSpec | Attempts;
	/** For bulk calls, unless something has to be prepared first. */
	entry?: IDataObject;
}

/**
 * Runs a node over its items: checks all of them before the first call, sends, and gives every item its own result.
 * Without *continue on fail* an invalid item stops the run before anything is sent, and a failed call stops it there.
 */
export async function run(context: IExecuteFunctions, provider: Provider): Promise<INodeExecutionData[][]> {
	const carriesOn = context.continueOnFail();
	const results: Array<ItemResult | undefined> = context.getInputData().map(() => undefined);
	const ledger = ledgerOf(context.getExecuteData());
	const settle = (index: number, result: ItemResult) => {
		results[index] = result;
		if (isFinal(result)) ledger.set(index, result);
	};
	let failedNow = false;
	const fail = (index: number, error: unknown, outcome = outcomeOf(error)) => {
		failedNow = true;
		settle(index, { ok: false, outcome: outcome === 'unknown' ? 'unknown' : 'failed', error });
	};

	const plan = planItems(context, provider, results, ledger, fail);
	const sending = plan.some(isSending);
	const units = unitsOf(plan, { context, provider, settle, fail, carriesOn, memory: new Map() });
	await schedule(units, provider.concurrency ?? DEFAULT_CONCURRENCY, () => failedNow && !carriesOn);

	if (!carriesOn && results.some((result) => result && !result.ok)) {
		throw runError(context, results, sending);
	}
	return [toOutput(context, results)];
}

type Fail = (index: number, error: unknown) => void;

/** Reads and checks every item that has no final result yet. Pure as far as the provider is concerned. */
function planItems(
	context: IExecuteFunctions,
	provider: Provider,
	results: Array<ItemResult | undefined>,
	ledger: ReadonlyMap<number, ItemResult>,
	fail: Fail,
): Planned[] {
	const reader = new ParameterReader(context);
	const plan: Planned[] = [];
	for (let index = 0; index < results.length; index++) {
		const known = ledger.get(index);
		if (known) {
			results[index] = known;
			continue;
		}
		try {
			const operation = operationOf(reader, provider, index);
			const values = reader.values(operation, index);
			const planned: Planned = { index, operation, values };
			if ('request' in operation) planned.request = operation.request(values);
			if ('message' in operation && !operation.prepare) planned.entry = operation.message(values, undefined);
			plan.push(planned);
		} catch (error) {
			fail(index, error);
		}
	}
	return plan;
}

function operationOf(reader: ParameterReader, provider: Provider, index: number): Operation {
	const resource = reader.word('resource', index);
	const word = reader.word('operation', index);
	const operation = findOperation(provider.resources, resource, word);
	if (operation) return operation;
	throw new BadInput(`"${word}" does not exist for resource "${resource}"`, [
		{ name: 'operation', label: 'Operation' },
	]);
}

const isSending = ({ operation, request }: Planned) =>
	'message' in operation || (request !== undefined && hasEffect(request));

const hasEffect = (request: RequestSpec | Attempts) =>
	(isAttempts(request) ? request.attempts[0] : request).retry !== 'read';

interface Workplace {
	context: IExecuteFunctions;
	provider: Provider;
	settle(index: number, result: ItemResult): void;
	fail: Fail;
	carriesOn: boolean;
	memory: AttemptMemory;
}

/** The work in order: bulk entries gathered into calls, everything else item by item. */
function unitsOf(plan: Planned[], place: Workplace): Unit[] {
	const units: Unit[] = [];
	let gathered: Planned[] = [];
	const flush = () => {
		const batchable = gathered.map((planned) => {
			const { batch } = planned.operation as MessageOperation;
			return {
				planned,
				index: planned.index,
				key: batch.key(planned.values),
				size: batch.size(planned.values),
				recipient: (planned.entry && batch.recipient?.(planned.entry)) ?? `item ${planned.index}`,
				exclusive: batch.exclusive,
			};
		});
		for (const chunk of cutIntoCalls(batchable))
			units.push(
				bulkUnit(
					chunk.map(({ planned }) => planned),
					place,
				),
			);
		gathered = [];
	};
	for (const planned of plan) {
		if ('message' in planned.operation) {
			gathered.push(planned);
		} else {
			flush();
			units.push(singleUnit(planned, place));
		}
	}
	flush();
	return units;
}

function toolsFor({ context, provider, memory }: Workplace, itemIndex: number): Tools {
	const { dialect, unwrap } = provider;
	const answer = async (spec: RequestSpec) => {
		const given = await exchange(context, dialect, spec);
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
					const output = operation.output ? operation.output(data, values) : (data as Output);
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

function bulkUnit(items: Planned[], place: Workplace): Unit {
	const { context, provider, settle, fail, carriesOn } = place;
	const { batch } = items[0].operation as MessageOperation;
	return {
		async carryOut() {
			const ready: Array<{ index: number; entry: IDataObject }> = [];
			for (const { index, operation, values, entry } of items) {
				try {
					ready.push({
						index,
						entry: entry ?? (await prepared(operation as MessageOperation, values, toolsFor(place, index))),
					});
				} catch (error) {
					fail(index, error);
					if (!carriesOn) return;
				}
			}
			if (ready.length === 0) return;
			const entries = ready.map(({ entry }) => entry);
			const spec = batch.request(entries, items[0].values);
			try {
				const answer = await exchange(context, provider.dialect, spec);
				const entryResults = batch.results(answer, entries);
				if (!entryResults) {
					throw failureIn(answer, provider.dialect, spec) ?? noResults(provider.dialect.name);
				}
				entryResults.forEach((result, position) => {
					const { index } = ready[position];
					if (result.outcome === 'sent') {
						settle(index, { ok: true, items: [{ json: result.json }], id: result.id });
					} else {
						fail(index, result.error);
					}
				});
			} catch (error) {
				for (const { index } of ready) fail(index, error);
			}
		},
	};
}

const noResults = (name: string) =>
	new NoAnswer(`${name} accepted the call but said nothing about its messages`, {
		mayHaveHappened: true,
		advice: 'It is unknown whether they were sent. Check before you repeat them.',
	});

async function prepared(operation: MessageOperation, values: Record<string, unknown>, tools: Tools) {
	return operation.message(values, await operation.prepare?.(values, tools));
}

/** Outputs of an operation as n8n items; an operation that already made items keeps them. */
function asItems(output: unknown): INodeExecutionData[] {
	const list = Array.isArray(output) ? output : [output ?? {}];
	return list.map((entry): INodeExecutionData => {
		const isItem = typeof entry === 'object' && entry !== null && 'json' in entry && 'binary' in entry;
		return isItem ? (entry as INodeExecutionData) : { json: entry as IDataObject };
	});
}
