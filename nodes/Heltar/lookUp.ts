import type { IDataObject } from 'n8n-workflow';

import type { HttpAnswer } from '../../core/http/answer';
import { isNotFound, Refused } from '../../core/http/errors';
import type { RequestSpec } from '../../core/http/request';
import { isOwnError } from '../../core/http/unreadable';
import type { EntryResult, LookUp, UnknownEntry } from '../../core/run/bulk';
import { comparableId } from '../../whatsapp/sameNumber';
import { heltar } from './http';
import { isInbound, timeOf, withOlderName } from './historyRecord';
import { isSameContent } from './sameContent';
import { endpoints } from './endpoints';
import { whatsappCode, whatsappText } from './refusal';

/** Messages of a contact that are looked at; an unknown one is among the newest. */
const NEWEST = 50;
/** Heltar tells its own time in whole seconds, and a message may carry the time WhatsApp gave it. */
const CLOCKS_DIFFER_MS = 1500;

/**
 * Looks for messages whose outcome is unknown in the history of their contacts (Heltar API, "Fetch messages"). A match is certain when
 * exactly one message of the history, and no other unknown one, has this content and a time after the call, and when no
 * earlier message of the run is known by its id. One call for each contact and each way their number is written; when one
 * fails, the rest stays open.
 */
export const findInHistory: LookUp['find'] = async (unknownEntries, accepted, callForResponse) => {
	const found = new Array<EntryResult | undefined>(unknownEntries.length).fill(undefined);
	const contacts = unknownEntries.map(({ entry }) => String(entry.clientWaNumber));
	const people = contacts.map(comparableId);
	for (const person of new Set(people)) {
		const places = [...people.keys()].filter((at) => people[at] === person);
		const spellings = new Set(contacts.filter((_, at) => people[at] === person));
		const history = await historiesOf(spellings, callForResponse).catch(ownErrorOf);
		if (history instanceof Error) return found;
		const { messages, ahead } = history;
		const candidates = messages.filter(({ wamid }) => typeof wamid === 'string' && !accepted.has(wamid));
		const fitting = (one: UnknownEntry) =>
			candidates.filter(
				(message) =>
					timeOf(message) >= one.sentAt + ahead - CLOCKS_DIFFER_MS && isSameContent(one.entry, message),
			);
		for (const at of places) {
			const [message, ...others] = fitting(unknownEntries[at] as UnknownEntry);
			const rivals = places.filter(
				(other) => message && isSameContent((unknownEntries[other] as UnknownEntry).entry, message),
			);
			if (message && others.length === 0 && rivals.length === 1)
				found[at] = resultOf(message, contacts[at] as string);
		}
	}
	return found;
};

/** One of our own errors, which was logged with its call, as a value. A programming error is thrown on. */
function ownErrorOf(error: unknown): Error {
	if (isOwnError(error)) return error as Error;
	throw error;
}

/** Heltar may keep one conversation for a person, or one for each way their number was written. */
async function historiesOf(
	spellings: ReadonlySet<string>,
	callForResponse: (request: RequestSpec) => Promise<HttpAnswer>,
) {
	const messages = new Map<unknown, IDataObject>();
	let ahead: number | undefined;
	for (const contact of spellings) {
		const history = await historyOf(contact, callForResponse).catch(unknownContact);
		if (history instanceof Refused) continue;
		for (const message of history.messages) messages.set(message.wamid, message);
		({ ahead } = history);
	}
	if (ahead === undefined) throw new Refused('Heltar has no history of this contact');
	return { messages: [...messages.values()], ahead };
}

/** A contact Heltar does not know has no history; everything else leaves the outcome of the messages open. */
function unknownContact(error: unknown): Refused {
	if (isNotFound(error)) return error;
	throw error;
}

async function historyOf(contact: string, callForResponse: (request: RequestSpec) => Promise<HttpAnswer>) {
	const { body, headers } = await callForResponse({
		endpoint: endpoints.getMessages,
		params: { clientWaNumber: contact },
		query: { limit: NEWEST },
		effect: 'read',
	});
	const data = heltar.unwrap(body) as IDataObject[] | { messages?: IDataObject[] } | undefined;
	const messages = (Array.isArray(data) ? data : data?.messages) ?? [];
	const theirs = typeof headers.date === 'string' ? Date.parse(headers.date) : NaN;
	return {
		messages: messages.filter((message) => !isInbound(message)),
		/** How far their clock is ahead of ours, in milliseconds. */
		ahead: Number.isNaN(theirs) ? 0 : theirs - Date.now(),
	};
}

function resultOf(message: IDataObject, contact: string): EntryResult {
	const { wamid, status } = message;
	if (status === 'failed') {
		const reason = message.failureReason ?? message.errorData;
		return {
			outcome: 'failed',
			error: new Refused(
				whatsappText(reason) ?? 'According to the contact’s history, WhatsApp refused the message',
				{
					code: whatsappCode(reason),
				},
			),
		};
	}
	return {
		outcome: 'sent',
		id: wamid as string,
		json: {
			outcome: 'sent',
			clientWaNumber: contact,
			wamid,
			queued: String(wamid).startsWith('hemid.'),
			foundInHistory: true,
			success: true,
			status: status ?? null,
			message: withOlderName(message),
		},
	};
}
