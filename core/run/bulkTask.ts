import type { IDataObject } from 'n8n-workflow';

import { Cancelled, NoUsableResponse, outcomeOf, Refused } from '../http/errors';
import { callOfError, fromCall } from '../http/callFacts';
import { sendWithRetries } from '../http/exchange';
import { errorAndCallInWords, logCall } from '../http/log';
import type { EffectiveRequest } from '../http/request';
import { FIRST_WAIT_MS } from '../http/retry';
import { unreadable } from '../http/unreadable';
import type { BulkCall, EntryResult } from './bulk';
import { INSTEAD } from './operation';
import type { PlannedItem } from './plan';
import { buildRequestOrEntry } from './plan';
import type { RunState } from './runState';
import { runTasks } from './runTasks';
import { toolsFor } from './tools';

/** Rounds without a single accepted entry, after which rate limited entries have failed: half a minute. */
const MOST_ROUNDS = 6;

/** An entry without a result. */
interface PendingEntry {
	item: PlannedItem;
	entry: IDataObject;
	/** What `prepare` made. */
	prepared?: unknown;
	/** Set after it was refused for the rate: the refusal. It is retried after a pause. */
	rateLimited?: Refused;
}

/**
 * Makes one bulk call. If the provider accepts the call and refuses entries in it for the rate, these are retried after a
 * pause: a few at first, then more, as the provider accepts them.
 */
export const bulkTask =
	(bulk: BulkCall, items: readonly PlannedItem[], state: RunState) => async (): Promise<void> => {
		let open = await prepareAll(await state.partsToSend(items), state);
		let chunkSize = open.length;
		let rounds = 0;
		// Asked before every call: something may have failed in the call before, or in another one during a pause.
		while (open.length > 0 && !state.isStopped) {
			const { rateLimited, accepted } = await send(bulk, open.slice(0, chunkSize), state);
			open = [...rateLimited, ...open.slice(chunkSize)];
			if (rateLimited.length === 0) {
				chunkSize *= 2;
				continue;
			}
			rounds = accepted > 0 ? 1 : rounds + 1;
			chunkSize = Math.max(1, 2 * accepted);
			const goesOn = rounds <= MOST_ROUNDS && !state.isStopped;
			if (!goesOn || !(await pause(FIRST_WAIT_MS * 2 ** (rounds - 1), rateLimited, state))) break;
		}
		for (const one of open) if (one.rateLimited) state.fail(one.item, one.rateLimited);
	};

/** @returns whether the run goes on */
async function pause(ms: number, entries: readonly PendingEntry[], { limiter }: RunState): Promise<boolean> {
	const forAll = entries.some((one) => !one.rateLimited?.details.recipientOnly);
	if (forAll) limiter.pauseAll(ms);
	return await (forAll ? limiter.waitForTurn(0) : limiter.clock.wait(ms)).then(
		() => true,
		() => false,
	);
}

/** The entries, with everything they need made before; an item that cannot be prepared has its result already. */
async function prepareAll(items: readonly PlannedItem[], state: RunState): Promise<PendingEntry[]> {
	const ready: Array<PendingEntry | undefined> = [];
	const isStopped = () => state.isStopped;
	const tasks = items.map((item, at) => ({
		orderKeys: [],
		run: async () => {
			try {
				ready[at] = item.entry ? { item, entry: item.entry } : await prepare(item, state);
			} catch (error) {
				state.fail(item, error);
			}
		},
	}));
	await runTasks(tasks, items[0]?.operation.prepareAtOnce ?? 1, isStopped);
	return isStopped() ? [] : ready.filter((one) => one !== undefined);
}

async function prepare(item: PlannedItem, state: RunState): Promise<PendingEntry> {
	const { operation, values } = item;
	const prepared = await operation.prepare?.(values, toolsFor(state, operation, item));
	return { item, entry: buildRequestOrEntry(item, prepared).entry as IDataObject, prepared };
}

/** Makes the call and sets the result of every item, except of those refused for the rate, which it returns. */
async function send(
	bulk: BulkCall,
	open: PendingEntry[],
	state: RunState,
): Promise<{ rateLimited: PendingEntry[]; accepted: number }> {
	const sentAt = state.limiter.clock.now();
	const results = await resultsOfCall(bulk, open, state);
	const rateLimited: PendingEntry[] = [];
	const unknownEntries: Array<PendingEntry & { result: EntryResult }> = [];
	let accepted = 0;
	results.forEach((result, position) => {
		const one = open[position] as PendingEntry;
		if (result.outcome === 'unknown') {
			unknownEntries.push({ ...one, result });
		} else if (result.outcome === 'failed' && isRateLimited(result.error)) {
			rateLimited.push({ ...one, rateLimited: result.error });
		} else {
			if (result.outcome === 'sent') accepted++;
			applyEntryResult(one, result, state);
		}
	});
	if (unknownEntries.length > 0) {
		const found = await lookUp(bulk, unknownEntries, sentAt, state);
		unknownEntries.forEach((one, at) => {
			const result = found[at] ?? one.result;
			if (result.outcome === 'unknown') {
				if (bulk.lookUp) state.addUnknown(bulk.lookUp.comparableText(one.entry));
			}
			applyEntryResult(one, result, state);
		});
	}
	return { rateLimited, accepted };
}

const isRateLimited = (error: Error): error is Refused =>
	error instanceof Refused && error.details.rateLimited === true;

function applyEntryResult({ item, prepared }: PendingEntry, result: EntryResult, state: RunState): void {
	const { operation, values } = item;
	if (result.outcome !== 'sent') return state.fail(item, result.error);
	let cause: unknown;
	try {
		const isInstead = prepared === INSTEAD;
		const made = { prepared, isInstead };
		const json = operation.output
			? (operation.output(result.json, values, made) as IDataObject)
			: result.json;
		return state.setResult(item, { ok: true, items: [{ json }], id: result.id, isWhole: isInstead });
	} catch (error) {
		cause = error;
	}
	const { context, provider } = state;
	state.fail(item, unreadable(context, provider.http.name, { effect: operation.effect, cause }));
}

/** One result per entry; none when the run was cancelled before anything was sent. */
async function resultsOfCall(
	bulk: BulkCall,
	open: readonly PendingEntry[],
	state: RunState,
): Promise<EntryResult[]> {
	const [first] = open as [PendingEntry];
	const { values, operation } = first.item;
	const entries = open.map(({ entry }) => entry);
	const spec = { effect: operation.effect, ...bulk.request(entries, values) };
	try {
		return await resultsOfAnswer(bulk, spec, entries, state);
	} catch (error) {
		if (error instanceof Cancelled) return [];
		return entries.map(() => resultOfWholeCall(error, bulk));
	}
}

/** @throws BadInput, Refused, NoUsableResponse, Cancelled for the call as a whole */
async function resultsOfAnswer(
	bulk: BulkCall,
	spec: EffectiveRequest,
	entries: IDataObject[],
	{ context, provider: { http }, limiter }: RunState,
): Promise<EntryResult[]> {
	const answer = await sendWithRetries(context, http, spec, { limiter, messages: entries.length });
	const { call } = answer;
	let results: EntryResult[] | undefined;
	let cause: unknown;
	try {
		results = bulk.results(answer, entries);
		if (results && results.length !== entries.length) {
			throw new Error(`${results.length} results for ${entries.length} entries`);
		}
	} catch (error) {
		cause = error;
	}
	if (cause !== undefined) throw unreadable(context, http.name, { effect: spec.effect, call, cause });
	if (!results) {
		logCall(context, 'warn', http.name, call, 'was accepted without results, so its outcome is unknown');
		throw fromCall(noResults(http.name), call);
	}
	for (const result of results) if (result.outcome !== 'sent') fromCall(result.error, call);
	return results;
}

function resultOfWholeCall(error: unknown, { unknownAdvice }: BulkCall): EntryResult {
	if (error instanceof NoUsableResponse && outcomeOf(error) === 'unknown') {
		if (unknownAdvice === undefined) return { outcome: 'unknown', error };
		const { message, details } = error;
		return {
			outcome: 'unknown',
			error: new NoUsableResponse(message, { ...details, advice: unknownAdvice }),
		};
	}
	if (!(error instanceof Refused)) return { outcome: 'failed', error: error as Error };
	// If the call was refused for the rate, it was retried already (sendWithRetries), so its entries are not retried.
	return { outcome: 'failed', error: new Refused(error.message, { ...error.details, rateLimited: false }) };
}

const noResults = (name: string) =>
	new NoUsableResponse(`${name} accepted the request, but returned no results for its messages`, {
		mayHaveHappened: true,
		advice: 'It is unknown whether the messages were sent. Check before you repeat them.',
	});

/** Looks for unknown entries at the provider, where the user wants it. The outcome of those not found stays unknown. */
async function lookUp(
	{ lookUp: source }: BulkCall,
	unknownEntries: readonly PendingEntry[],
	sentAt: number,
	state: RunState,
): Promise<Array<EntryResult | undefined>> {
	const found = new Array<EntryResult | undefined>(unknownEntries.length).fill(undefined);
	const wanted = unknownEntries.flatMap(({ item, entry }, at) =>
		// The one that is found could be an equal entry that was unknown before.
		source?.wanted(item.values) && !state.isUnknown(source.comparableText(entry))
			? [{ at, entry, sentAt }]
			: [],
	);
	const [first] = unknownEntries;
	if (!source || !first || wanted.length === 0) return found;
	const { callForResponse } = toolsFor(state, first.item.operation, first.item);
	const { name } = state.provider.http;
	const { logger } = state.context;
	try {
		const results = await source.find(wanted, state.acceptedIds(), callForResponse);
		wanted.forEach(({ at }, which) => (found[at] = results[which]));
		const count = results.filter((result) => result !== undefined).length;
		logger.debug(`${name}: looked for ${wanted.length} messages without an answer, found ${count}`);
	} catch (error) {
		logger.warn(
			`${name}: could not search the history for messages whose request got no response: ${errorAndCallInWords(error)}`,
			{
				...callOfError(error),
			},
		);
	}
	return found;
}
