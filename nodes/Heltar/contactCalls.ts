import type { IDataObject } from 'n8n-workflow';

import type { HttpAnswer } from '../../core/http/answer';
import { NoUsableResponse, Refused } from '../../core/http/errors';
import type { RequestSpec } from '../../core/http/request';
import type { BulkCall, EntryResult } from '../../core/run/bulk';
import type { JsonObject } from '../../whatsapp/events/json';
import { isObject } from '../../whatsapp/events/json';
import { comparableId } from '../../whatsapp/sameNumber';
import { heltar } from './http';
import { readContact } from './contact';
import { simplifiedContact } from './simplified';
import { endpoints } from './endpoints';

/** Heltar works on contacts in portions of this size. */
const MOST_CONTACTS = 1000;

/** A bulk call about contacts. Heltar heeds the first entry for a number only, so `orderKey` keeps later ones for another call. */
function contactCall(
	operation: string,
	call: (entries: IDataObject[]) => Pick<RequestSpec, 'endpoint' | 'body' | 'holdsResults'>,
	results: (answer: HttpAnswer, entries: IDataObject[]) => Array<EntryResult | undefined> | undefined,
): BulkCall {
	return {
		key: () => operation,
		size: () => MOST_CONTACTS,
		orderKey: (entry) => String(personOf(entry)),
		request: (entries) => ({ ...call(entries), timeoutMs: 120_000 }),
		results: (answer, entries) => results(answer, entries)?.map((result) => result ?? noResult()),
	};
}

/** `POST /v1/clients`. One bad contact makes the answer a 400, which tells the saved ones from the others. */
export const upsertContactsCall = contactCall(
	'contact.upsert',
	(entries) => ({
		endpoint: endpoints.upsertContacts,
		body: entries,
		holdsResults: (answer) => {
			const raw = errorRaw(answer);
			return isObject(raw) && (isFilledList(raw.successfulClients) || isFilledList(raw.failedClients));
		},
	}),
	(answer, entries) => {
		const data = errorRaw(answer) ?? heltar.unwrap(answer.body);
		const saved = Array.isArray(data) ? data : isObject(data) ? data.successfulClients : undefined;
		const failed = isObject(data) ? data.failedClients : undefined;
		if (!Array.isArray(saved) && !Array.isArray(failed)) return undefined;
		const contacts = byPerson(saved, personOf);
		const failures = byPerson(failed, (failure) => personOf(failure.client));
		// Who hides their number may come back under another name: then the position tells.
		const inOrder = Array.isArray(saved) && saved.length === entries.length ? saved : [];
		return entries.map((entry, at) => {
			const person = personOf(entry);
			const failure = failures.get(person);
			if (failure) return refused(failure.error, 'Heltar refused the contact');
			const contact: unknown = contacts.get(person) ?? inOrder[at];
			return contact ? { outcome: 'sent', json: simplifiedContact(readContact(contact)) } : undefined;
		});
	},
);

/** `DELETE /v1/clients`. The answer lists what was not there beside what was deleted. */
export const deleteContactsCall = contactCall(
	'contact.delete',
	(entries) => ({
		endpoint: endpoints.deleteContacts,
		body: { clientWaNumbers: entries.map(({ clientWaNumber }) => clientWaNumber) },
	}),
	(answer, entries) => {
		const data = heltar.unwrap(answer.body);
		const left = isObject(data) && Array.isArray(data.notDeleted) ? data.notDeleted : [];
		const notDeleted = new Set(left.map(personOf));
		return entries.map(({ clientWaNumber }) => ({
			outcome: 'sent',
			json: notDeleted.has(personOf(clientWaNumber))
				? { deleted: false, clientWaNumber, notDeleted: [clientWaNumber] }
				: { deleted: true, clientWaNumber },
		}));
	},
);

/** `PUT /v1/clients/attributes-and-tags`. The answer is a 400 only when nothing at all could be updated. */
export const updateContactsCall = contactCall(
	'contact.updateAttributesAndTags',
	(entries) => ({
		endpoint: endpoints.updateAttributesAndTags,
		body: entries,
		holdsResults: (answer) => {
			const raw = errorRaw(answer);
			return isObject(raw) && isFilledList(raw.results);
		},
	}),
	(answer, entries) => {
		const data = errorRaw(answer) ?? heltar.unwrap(answer.body);
		if (!isObject(data) || !Array.isArray(data.results)) return undefined;
		const results = byPerson(data.results, personOf);
		return entries.map(({ clientWaNumber }) => {
			const result = results.get(personOf(clientWaNumber));
			if (!result) return undefined;
			if (result.success === false) return refused(result.error, 'Heltar did not update the contact');
			return { outcome: 'sent', json: { success: true, clientWaNumber } };
		});
	},
);

/** What Heltar's error envelope holds beside its text; undefined where there is none. */
const errorRaw = ({ body }: HttpAnswer): unknown =>
	isObject(body) ? (body.errorRaw ?? undefined) : undefined;

const isFilledList = (value: unknown) => Array.isArray(value) && value.length > 0;

/** Whom a contact, or a bare number, stands for: the same however the number is written. */
function personOf(entry: unknown): unknown {
	const number = isObject(entry) ? entry.clientWaNumber : entry;
	return typeof number === 'string' ? comparableId(number) : number;
}

const byPerson = (list: unknown, person: (entry: JsonObject) => unknown): Map<unknown, JsonObject> =>
	new Map((Array.isArray(list) ? list : []).filter(isObject).map((entry) => [person(entry), entry]));

const refused = (error: unknown, otherwise: string): EntryResult => ({
	outcome: 'failed',
	error: new Refused(typeof error === 'string' && error !== '' ? error : otherwise),
});

const noResult = (): EntryResult => ({
	outcome: 'unknown',
	error: new NoUsableResponse('Heltar accepted the request, but returned no result for this contact', {
		mayHaveHappened: true,
		advice: 'Get the contact to check whether it was saved.',
	}),
});
