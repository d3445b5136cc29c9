import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { BadInput, Cancelled, outcomeOf } from '../http/errors';
import { Gate } from '../http/gate';
import { Pace } from '../http/pace';
import { clockUntil } from '../http/wait';
import { hint } from './hint';
import { isFinal, ledgerOf } from './ledger';
import type { Operation } from './operation';
import { strictest } from './pacing';
import { ParameterReader } from './parameters';
import { Progress } from './progress';
import { findOperation } from './resources';
import type { ItemResult } from './result';
import { outcomesOf, ranges, runError, toOutput } from './result';
import { schedule } from './schedule';
import { unitsOf } from './tasks';
import type { Planned, Provider, Workplace } from './runState';
import { isSending, pacingOf, toolsFor } from './runState';

export type { Provider } from './runState';

const DEFAULT_CONCURRENCY = 5;
/** Waits shorter than this are not worth a word afterwards. */
const NOTABLE_WAIT_MS = 1000;

/**
 * Runs a node over its items: checks all of them before the first call, sends, and gives every item its own result.
 * Without *continue on fail* an invalid item stops the run before anything is sent, and a failed call stops it there.
 */
export async function run(context: IExecuteFunctions, provider: Provider): Promise<INodeExecutionData[][]> {
	const carriesOn = context.continueOnFail();
	const signal = context.getExecutionCancelSignal?.();
	const isCancelled = () => signal?.aborted ?? false;
	const results: Array<ItemResult | undefined> = context.getInputData().map(() => undefined);
	const ledger = ledgerOf(context);
	const progress = new Progress(context, results.length);
	const settle = (index: number, result: ItemResult) => {
		results[index] = result;
		if (isFinal(result)) ledger.results.set(index, result);
		progress.step();
	};
	let failedNow = false;
	const fail = (index: number, error: unknown) => {
		// What the cancellation kept from happening stays untouched.
		if (error instanceof Cancelled) return;
		failedNow = true;
		const outcome = outcomeOf(error) === 'unknown' ? 'unknown' : 'failed';
		settle(index, { ok: false, outcome, error });
	};
	const placeWith = (pacing: Workplace['pacing']): Workplace => ({
		context,
		provider,
		gate: new Gate(
			clockUntil(signal),
			pacing.messagesPerSecond === undefined ? undefined : new Pace(pacing.messagesPerSecond),
			(ms) => progress.hold(provider.dialect.name, ms),
		),
		pacing,
		ledger,
		memory: new Map(),
		settle,
		fail,
		stopped: () => isCancelled() || (failedNow && !carriesOn),
		acceptedIds: () =>
			new Set(results.flatMap((result) => (result?.ok && result.id !== undefined ? [result.id] : []))),
	});

	for (const [index, result] of ledger.results) results[index] = result;
	const plan = await planItems(placeWith({}), results);
	ledger.sending ||= plan.some(isSending);
	const pacing = strictest(plan.map(pacingOf));
	const place = placeWith(pacing);
	const concurrency = pacing.concurrentCalls ?? provider.concurrency ?? DEFAULT_CONCURRENCY;
	await schedule(unitsOf(plan, place), concurrency, place.stopped);

	const cancelled = isCancelled() && results.some((result) => !result?.ok);
	if (cancelled || (!carriesOn && results.some((result) => result && !result.ok))) {
		throw runError(context, results, { sending: ledger.sending, cancelled });
	}
	leaveHints(place, results);
	return [toOutput(context, results)];
}

/** Reads and checks every item that has no final result yet. Nothing is sent. */
async function planItems(
	place: Workplace,
	results: ReadonlyArray<ItemResult | undefined>,
): Promise<Planned[]> {
	const { context, provider, fail } = place;
	const reader = new ParameterReader(context);
	const plan: Planned[] = [];
	for (let index = 0; index < results.length; index++) {
		if (results[index]) continue;
		try {
			const operation = operationOf(reader, provider, index);
			if (operation.alone && results.length > 1) throw onlyOne(operation.alone, results.length);
			const values = reader.values(operation, index);
			const planned: Planned = { index, operation, values };
			if ('request' in operation) planned.request = operation.request(values);
			if ('message' in operation) {
				if (operation.check) await operation.check(values, toolsFor(place, index));
				if (!operation.prepare) planned.entry = operation.message(values, undefined);
			}
			plan.push(planned);
		} catch (error) {
			fail(index, error);
		}
	}
	return plan;
}

const onlyOne = (reason: string, count: number) =>
	new BadInput(`This operation takes one item, but got ${count}, ${reason}`);

function operationOf(reader: ParameterReader, provider: Provider, index: number): Operation {
	const resource = reader.word('resource', index);
	const word = reader.word('operation', index);
	const operation = findOperation(provider.resources, resource, word);
	if (operation) return operation;
	throw new BadInput(`"${word}" does not exist for resource "${resource}"`, [
		{ name: 'operation', label: 'Operation' },
	]);
}

/** What the items alone do not say to somebody who looks at them later. */
function leaveHints({ context, provider, gate }: Workplace, results: ReadonlyArray<ItemResult | undefined>) {
	const { unknown } = outcomesOf(results);
	if (unknown.length > 0) {
		hint(
			context,
			`Of ${results.length} items, ${unknown.length} may or may not have been carried out${ranges(unknown)}. Check them before you run them again.`,
		);
	}
	const { times, ms } = gate.held;
	if (ms >= NOTABLE_WAIT_MS) {
		hint(
			context,
			`The run waited ${Math.round(ms / 1000)} s in all (pauses: ${times}), because ${provider.dialect.name} took nothing in meanwhile. If that was for the rate, a lower number of Messages per Second avoids it.`,
		);
	}
}
