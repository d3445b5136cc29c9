/** The Cloud API's envelope (`entry[].changes[].value`), its parts, and the flat lists of the on-premises API. */

import { compose, composeUnknown, guarded, readList, type Setting } from './compose';
import { readErrors } from './errors';
import type { EventError, WhatsAppEvent } from './event';
import { given, isFilledObject, type JsonObject, listIn, objectIn, textIn, toText } from './json';
import { readEcho, readMessage } from './message';
import { isAccountField, isTemplateField, readAccountChange, readTemplateChange } from './notice';
import { cleanNumber } from './number';
import { readContacts } from './parties';
import { readCall, readStatus } from './status';

type ItemReader = (item: JsonObject, setting: Setting) => WhatsAppEvent[];

/** The lists a value may hold, in the order their events come out. */
const LISTS: ReadonlyMap<string, ItemReader> = new Map<string, ItemReader>([
	['messages', readMessage],
	['message_echoes', readEcho],
	['statuses', (item, setting) => readStatus(item, setting)],
	['calls', readCall],
	['groups', (item, setting) => readAccountChange(item, setting.field ?? 'groups', setting)],
	['user_preferences', (item, setting) => readAccountChange(item, 'user_preferences', setting)],
]);

export const VALUE_LISTS: readonly string[] = [...LISTS.keys(), 'errors'];

/** The lists that make a body without an envelope recognisable. */
export const FLAT_LISTS: readonly string[] = ['messages', 'message_echoes', 'statuses', 'calls', 'errors'];

export function holdsList(body: JsonObject, lists: readonly string[]): boolean {
	return lists.some((list) => listIn(body, list) !== undefined);
}

export function readEntries(entries: readonly unknown[], setting: Setting): WhatsAppEvent[] {
	return readList(setting, entries, (entry) => readEntry(entry, setting));
}

export function readEntry(entry: JsonObject, setting: Setting): WhatsAppEvent[] {
	const inside = { ...setting, wabaId: textIn(entry, 'id'), time: given(entry, 'time') };
	const changes = listIn(entry, 'changes') ?? [];
	return orUnknown(
		readList(inside, changes, (change) => readChange(change, inside)),
		inside,
		entry,
	);
}

export function readChange(change: JsonObject, setting: Setting): WhatsAppEvent[] {
	const inside = { ...setting, field: textIn(change, 'field') };
	const value = innermost(given(change, 'value'));
	return isFilledObject(value) ? readValue(value, inside) : [composeUnknown(inside, change)];
}

/** A panel of the family around Hello All puts the whole change inside its value (one public program unpacks it). */
function innermost(value: unknown): unknown {
	const isChange =
		isFilledObject(value) && Object.keys(value).every((key) => ['value', 'field'].includes(key));
	return isChange ? given(value, 'value') : value;
}

/** A change's value, or a flat body: both hold the same lists, side by side. */
export function readValue(value: JsonObject, setting: Setting): WhatsAppEvent[] {
	const metadata = objectIn(value, 'metadata');
	const inside: Setting = {
		...setting,
		phoneNumberId: textIn(metadata, 'phone_number_id'),
		ownNumber: cleanNumber(textIn(metadata, 'display_phone_number')),
		contacts: readContacts(listIn(value, 'contacts')),
		errors: readErrors(given(value, 'errors')),
	};
	const pieces = [...LISTS].flatMap(([list, read]) =>
		readList(inside, listIn(value, list) ?? [], (item) => read(item, inside)),
	);
	return pieces.length > 0 ? pieces : guarded(inside, value, () => readWhole(value, inside));
}

function readWhole(value: JsonObject, setting: Setting): WhatsAppEvent[] {
	const { field, errors } = setting;
	if (isTemplateField(field)) return [readTemplateChange(value, field, setting)];
	if (isAccountField(field)) return readAccountChange(value, field, setting);
	if (errors.length > 0) return [composeErrors(value, errors, setting)];
	return [composeUnknown(setting, value)];
}

function composeErrors(value: JsonObject, errors: EventError[], setting: Setting): WhatsAppEvent {
	const [first] = errors;
	return compose(setting, {
		event: 'error',
		type: 'error',
		text: first?.title ?? ['error', toText(first?.code)].filter((word) => word !== null).join(' '),
		raw: value,
		time: given(value, 'timestamp'),
		blocks: { errors },
	});
}

/** A wrapper that had content but gave nothing is an event itself. */
function orUnknown(events: WhatsAppEvent[], setting: Setting, wrapper: JsonObject): WhatsAppEvent[] {
	return events.length > 0 ? events : [composeUnknown(setting, wrapper)];
}
