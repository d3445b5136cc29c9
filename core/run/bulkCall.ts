import type { IDataObject } from 'n8n-workflow';

import { Cancelled, NoAnswer, outcomeOf, Refused } from '../http/errors';
import { exchange, failureIn } from '../http/request';
import { FIRST_WAIT_MS } from '../http/retry';
import type { EntryResult } from './batch';
import type { MessageOperation } from './operation';
import type { Planned, Workplace } from './runState';
import { toolsFor } from './runState';

/** Rounds without a single accepted entry, after which what the provider puts off has failed: half a minute. */
const MOST_ROUNDS = 6;

/** An entry on its way. */
interface Open {
	planned: Planned;
	entry: IDataObject;
	/** What it was put off with, for its rate. */
	putOff?: Refused;
}

/**
 * One bulk call, and what is left of it: entries that an otherwise accepted call puts off for their rate go again after
 * a pause, first few, then more, as the provider takes them.
 */
export const bulkUnit = (items: readonly Planned[], place: Workplace) => ({
	async carryOut() {
		let open = await prepareAll(items, place);
		let portion = open.length;
		let rounds = 0;
		while (open.length > 0) {
			const { putOff, accepted } = await send(open.slice(0, portion), place);
			open = [...putOff, ...open.slice(portion)];
			if (putOff.length > 0) {
				rounds = accepted > 0 ? 1 : rounds + 1;
				portion = Math.max(1, 2 * accepted);
				const goesOn = rounds <= MOST_ROUNDS && !place.stopped();
				if (!goesOn || !(await pause(FIRST_WAIT_MS * 2 ** (rounds - 1), putOff, place))) {
					for (const { planned, putOff: refusal } of open) if (refusal) place.fail(planned.index, refusal);
					return;
				}
			} else {
				portion *= 2;
			}
		}
	},
});

/** @returns whether the run goes on */
async function pause(ms: number, putOff: readonly Open[], { gate }: Workplace): Promise<boolean> {
	const forAll = putOff.some((one) => !one.putOff?.details.recipientOnly);
	if (forAll) gate.hold(ms);
	return await (forAll ? gate.enter(0) : gate.clock.wait(ms)).then(
		() => true,
		() => false,
	);
}

/** The entries, with everything they need made before; an item that cannot be prepared has its result already. */
async function prepareAll(items: readonly Planned[], place: Workplace): Promise<Open[]> {
	const ready: Open[] = [];
	for (const planned of items) {
		const { index, operation, entry } = planned;
		try {
			ready.push({
				planned,
				entry: entry ?? (await prepared(operation as MessageOperation, planned, place)),
			});
		} catch (error) {
			place.fail(index, error);
			if (place.stopped()) return [];
		}
	}
	return ready;
}

async function prepared(operation: MessageOperation, { values, index }: Planned, place: Workplace) {
	return operation.message(values, await operation.prepare?.(values, toolsFor(place, index)));
}

/** Makes the call and gives every entry its result, except those that were put off. */
async function send(open: Open[], place: Workplace): Promise<{ putOff: Open[]; accepted: number }> {
	const sentAt = place.gate.clock.now();
	const results = await call(open, place);
	if (!results) return { putOff: [], accepted: 0 };

	const putOff: Open[] = [];
	const lost: Open[] = [];
	let accepted = 0;
	results.forEach((result, position) => {
		const one = open[position];
		if (result.outcome === 'sent') {
			accepted++;
			settle(one, result, place);
		} else if (result.outcome === 'unknown') {
			lost.push(one);
		} else if (result.error instanceof Refused && result.error.details.rateLimited) {
			putOff.push({ ...one, putOff: result.error });
		} else {
			place.fail(one.planned.index, result.error);
		}
	});
	if (lost.length > 0) {
		const found = await lookUp(lost, sentAt, place);
		lost.forEach((one, at) => {
			const { index } = one.planned;
			const result = found[at] ?? results[open.indexOf(one)];
			if (result.outcome === 'unknown') place.ledger.lost.set(index, { entry: one.entry, sentAt });
			settle(one, result, place);
		});
	}
	return { putOff, accepted };
}

function settle({ planned }: Open, result: EntryResult, place: Workplace): void {
	if (result.outcome !== 'sent') return place.fail(planned.index, result.error);
	place.settle(planned.index, { ok: true, items: [{ json: result.json }], id: result.id });
}

/** One result per entry; none when the run was cancelled before anything was sent. */
async function call(open: readonly Open[], place: Workplace): Promise<EntryResult[] | undefined> {
	const { context, provider, gate } = place;
	const { operation, values } = open[0].planned;
	const { batch } = operation as MessageOperation;
	const entries = open.map(({ entry }) => entry);
	const spec = batch.request(entries, values);
	try {
		const answer = await exchange(context, provider.dialect, spec, { gate, messages: entries.length });
		const results = resultsIn(() => batch.results(answer, entries));
		if (results) return results;
		throw failureIn(answer, provider.dialect, spec) ?? noResults(provider.dialect.name);
	} catch (error) {
		if (error instanceof Cancelled) return undefined;
		return entries.map(() => ofWholeCall(error));
	}
}

/** An answer of a form nobody foresaw says nothing about its entries. */
function resultsIn(read: () => EntryResult[] | undefined): EntryResult[] | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}

function ofWholeCall(error: unknown): EntryResult {
	if (error instanceof NoAnswer && outcomeOf(error) === 'unknown') return { outcome: 'unknown', error };
	if (!(error instanceof Refused)) return { outcome: 'failed', error: error as Error };
	// It may concern the rate, but was repeated already: now it stands.
	return { outcome: 'failed', error: new Refused(error.message, { ...error.details, rateLimited: false }) };
}

const noResults = (name: string) =>
	new NoAnswer(`${name} accepted the call but said nothing about its messages`, {
		mayHaveHappened: true,
		advice: 'It is unknown whether they were sent. Check before you repeat them.',
	});

/** Looks for lost entries at the provider, where the user wants it. What cannot be looked up stays as it is. */
async function lookUp(
	lost: readonly Open[],
	sentAt: number,
	place: Workplace,
): Promise<Array<EntryResult | undefined>> {
	const { batch } = lost[0].planned.operation as MessageOperation;
	const found = new Array<EntryResult | undefined>(lost.length).fill(undefined);
	const contentOf = (entry: IDataObject) => batch.lookUp?.contentOf(entry);
	// An equal entry lost before could be the one that is found.
	const lostBefore = new Set([...place.ledger.lost.values()].map(({ entry }) => contentOf(entry)));
	const wanted = lost.flatMap(({ planned, entry }, at) =>
		batch.lookUp?.wanted(planned.values) && !lostBefore.has(contentOf(entry)) ? [{ at, entry, sentAt }] : [],
	);
	if (!batch.lookUp || wanted.length === 0) return found;
	const { open } = toolsFor(place, lost[0].planned.index);
	const results = await batch.lookUp.find(wanted, place.acceptedIds(), open).catch(() => []);
	results.forEach((result, which) => (found[wanted[which].at] = result));
	return found;
}
