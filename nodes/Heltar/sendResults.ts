import type { IDataObject } from 'n8n-workflow';

import type { HttpAnswer } from '../../core/http/answer';
import { NoUsableResponse } from '../../core/http/errors';
import type { EntryResult } from '../../core/run/bulk';
import type { JsonObject } from '../../whatsapp/events/json';
import { isObject } from '../../whatsapp/events/json';
import { comparableId } from '../../whatsapp/sameNumber';
import { entryRefusal } from './refusal';
import { withOlderName } from './historyRecord';
import { isSameContent } from './sameContent';

/** One entry of the maps `success` and `fail`: what Heltar says of a message. */
interface Statement {
	accepted: boolean;
	record: JsonObject;
}

/**
 * The result of each message of a call (Heltar API, "Send messages", response). The two maps are keyed by position in
 * the request; older servers key them by recipient, so that only one message to a person has a place in each. A message
 * is `sent` or `failed` only where the answer says so of this very message; what it leaves open is `unknown`.
 *
 * @returns one result per entry, in order; undefined when the answer speaks of the call as a whole only
 */
export function readResults(answer: HttpAnswer, entries: readonly IDataObject[]): EntryResult[] | undefined {
	const maps = resultMaps(answer.body);
	if (!maps) return undefined;
	const statements = entries.map((): Statement[] => []);
	const places = placesOf(entries);
	const byRecipient = new Map<string, Statement[]>();
	for (const [key, statement] of statementsIn(maps)) {
		const position = positionOf(key, statement.record, entries, places);
		if (typeof position === 'number') statements[position]?.push(statement);
		else byRecipient.set(position.of, [...(byRecipient.get(position.of) ?? []), statement]);
	}
	const shared = new Set<number>();
	for (const [recipient, found] of byRecipient) {
		const open = (places.get(recipient) ?? []).filter((at) => statements[at]?.length === 0);
		assign(found, open, entries).forEach(
			(at, which) => at !== undefined && statements[at]?.push(found[which] as Statement),
		);
		// Nothing was refused, so nothing is left that could have been.
		if (found.every(({ accepted }) => accepted)) open.forEach((at) => shared.add(at));
	}
	return entries.map((entry, at) => {
		const [first, ...others] = statements[at] ?? [];
		if (!first) return shared.has(at) ? acceptedWithoutId(entry) : noResult();
		if (others.some(({ accepted }) => accepted !== first.accepted)) return contradiction();
		return first.accepted
			? acceptance(first.record, entry)
			: { outcome: 'failed', error: entryRefusal(first.record) };
	});
}

/** Whether an answer holds results of single messages. Then nothing else in it counts, whatever its status. */
export function holdsResults({ body }: HttpAnswer): boolean {
	const maps = resultMaps(body);
	return maps !== undefined && statementsIn(maps).length > 0;
}

interface ResultMaps {
	success: JsonObject;
	fail: JsonObject;
}

function resultMaps(body: unknown): ResultMaps | undefined {
	if (!isObject(body)) return undefined;
	const data = isObject(body.data) ? body.data : {};
	for (const place of [data, body, body.errorRaw, data.messagesResponse]) {
		if (!isObject(place) || !(isObject(place.success) || isObject(place.fail))) continue;
		return {
			success: isObject(place.success) ? place.success : {},
			fail: isObject(place.fail) ? place.fail : {},
		};
	}
	return undefined;
}

function statementsIn({ success, fail }: ResultMaps): Array<[key: string, statement: Statement]> {
	const all = (map: JsonObject, accepted: boolean) =>
		Object.entries(map).map(([key, entry]): [string, Statement] => [
			key,
			{ accepted, record: isObject(entry) ? entry : {} },
		]);
	return [...all(fail, false), ...all(success, true)];
}

/** Servers that key by recipient may write the number with its plus sign, or in the other of two spellings. */
const plain = (recipient: unknown) => comparableId(String(recipient).replace(/^\+/, ''));

/** Where each recipient's messages stand in the request. */
function placesOf(entries: readonly IDataObject[]): Map<string, number[]> {
	const places = new Map<string, number[]>();
	entries.forEach(({ clientWaNumber }, at) => {
		const recipient = plain(clientWaNumber);
		const known = places.get(recipient);
		if (known) known.push(at);
		else places.set(recipient, [at]);
	});
	return places;
}

/**
 * What a statement is about: a place in the request, or a recipient. Positions have at most six digits and recipients
 * at least seven, so the two cannot be mistaken for each other. A recipient named in the statement counts for more than a
 * position that disagrees.
 */
function positionOf(
	key: string,
	{ clientWaNumber }: JsonObject,
	entries: readonly IDataObject[],
	places: ReadonlyMap<string, number[]>,
): number | { of: string } {
	if (!/^\d{1,6}$/.test(key) || Number(key) >= entries.length) return { of: plain(key) };
	const position = Number(key);
	const named = typeof clientWaNumber === 'string' ? plain(clientWaNumber) : undefined;
	const agrees = named === undefined || named === plain(entries[position]?.clientWaNumber);
	return agrees || !places.has(named) ? position : { of: named };
}

/**
 * Which of a person's messages each statement is about: the only one, otherwise the one whose content it repeats, or the
 * one that is left.
 * @param open positions of the person's messages
 * @returns a position for each statement; undefined where that is not certain
 */
function assign(
	statements: readonly Statement[],
	open: readonly number[],
	entries: readonly IDataObject[],
): Array<number | undefined> {
	const [only, ...more] = open;
	if (more.length === 0) return statements.map(() => only);
	const places = statements.map(({ accepted, record }) => {
		const { message } = record;
		if (!isObject(message)) return undefined;
		const same = open.filter((at) => {
			const entry = entries[at] as IDataObject;
			return accepted ? isSameContent(entry, message as IDataObject) : isSent(entry, message);
		});
		return same.length === 1 ? same[0] : undefined;
	});
	const left = open.filter((at) => !places.includes(at));
	const unplaced = [...places.keys()].filter((which) => places[which] === undefined);
	const isCertain = left.length === 1 && unplaced.length === 1 && statements.length > 1;
	const allAccepted = statements.every(({ accepted }) => accepted);
	if (isCertain || allAccepted) unplaced.forEach((which, at) => (places[which] = left[at]));
	return places;
}

/** Whether a refusal repeats this entry: its `message` is the object that was sent. */
const isSent = (entry: IDataObject, message: JsonObject) =>
	Object.entries(entry).every(
		([key, value]) => key === 'clientWaNumber' || JSON.stringify(message[key]) === JSON.stringify(value),
	);

/** A statement of the success map; one whose record says it failed is a refusal all the same (blocked, opted out). */
function acceptance(record: JsonObject, { clientWaNumber }: IDataObject): EntryResult {
	const message = isObject(record.message) ? record.message : {};
	if (message.status === 'failed') {
		return {
			outcome: 'failed',
			error: entryRefusal({ errorData: message.failureReason ?? message.errorData }),
		};
	}
	const wamid = typeof message.wamid === 'string' ? message.wamid : undefined;
	return {
		outcome: 'sent',
		id: wamid,
		json: {
			outcome: 'sent',
			clientWaNumber: record.clientWaNumber ?? message.clientWaNumber ?? clientWaNumber,
			wamid: wamid ?? null,
			// In asynchronous mode Heltar gives an id of its own first; the real one comes by webhook.
			queued: wamid?.startsWith('hemid.') ?? false,
			...(message.refId === undefined ? {} : { refId: message.refId }),
			success: true,
			status: message.status ?? null,
			message: withOlderName(message as IDataObject),
		} as IDataObject,
	};
}

/**
 * What a message's output says unless Simplify is off. `status` goes with Heltar's own record: it is the word of the moment
 * at which Heltar took the message in (`waiting`), which would stand beside `sent`. What becomes of the message comes by webhook.
 */
export const withoutRecord = (json: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(json).filter(([key]) => key !== 'status' && key !== 'message'));

const acceptedWithoutId = (entry: IDataObject): EntryResult => ({
	outcome: 'sent',
	json: {
		outcome: 'sent',
		clientWaNumber: entry.clientWaNumber,
		wamid: null,
		queued: false,
		success: true,
		status: null,
		warning: 'Heltar returned only one ID per recipient, and it belongs to another message of this request',
	},
});

const CHECK = 'Look the message up in the contact’s history before you send it again.';

export const noResult = (): EntryResult => ({
	outcome: 'unknown',
	error: new NoUsableResponse('Heltar accepted the request, but returned no result for this message', {
		mayHaveHappened: true,
		advice: CHECK,
	}),
});

const contradiction = (): EntryResult => ({
	outcome: 'unknown',
	error: new NoUsableResponse('Heltar reported this message as both accepted and refused', {
		mayHaveHappened: true,
		advice: CHECK,
	}),
});
