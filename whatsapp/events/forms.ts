/**
 * Which of the known forms a body has. Services relay WhatsApp's events whole, in parts, wrapped, as text, or
 * through form parsers that took them apart; the forms are tried in a fixed order and the first that fits wins.
 */

import { FLAT_LISTS, holdsList, readChange, readEntries, readEntry, readValue, VALUE_LISTS } from './change';
import { composeUnknown, readList, type Setting } from './compose';
import type { WhatsAppEvent } from './event';
import { isEventName, readEventForm } from './eventForm';
import { decodeForm, looksLikeForm, unflatten } from './formEncoded';
import {
	given,
	isFilledObject,
	isObject,
	type JsonObject,
	listIn,
	objectIn,
	parseJson,
	parseStructure,
	textIn,
} from './json';
import { customerOfList, hasRecordIdentity, isRecord, readRecord } from './record';

/** How many wrappers may lie around an event before the rest is passed on as it is. */
const MAX_LEVELS = 4;

/** Nothing sent, so nothing happened. */
function isEmpty(body: unknown): boolean {
	if (body === null || body === undefined || body === '') return true;
	return Array.isArray(body) ? body.length === 0 : isObject(body) && !isFilledObject(body);
}

/** All events of a body. Empty only when the body, or the envelope in it, is. */
export function readBody(body: unknown, setting: Setting, level = 0): WhatsAppEvent[] {
	if (isEmpty(body)) return [];
	if (typeof body === 'string') return readText(body, setting, level);
	return recognise(body, setting, level) ?? unrecognised(body, setting);
}

function readText(text: string, setting: Setting, level: number): WhatsAppEvent[] {
	if (level < MAX_LEVELS) {
		const parsed = parseJson(text);
		if (parsed !== undefined) return readBody(parsed, setting, level + 1);
		if (looksLikeForm(text)) return readBody(decodeForm(text), setting, level + 1);
	}
	return [composeUnknown(setting, text)];
}

/** `undefined` when the body has none of the forms, or lies too deep to look. */
function recognise(body: unknown, setting: Setting, level: number): WhatsAppEvent[] | undefined {
	if (level > MAX_LEVELS) return undefined;
	if (Array.isArray(body)) return recogniseList(body, setting, level);
	if (!isObject(body)) return undefined;
	for (const form of OBJECT_FORMS) {
		const events = form(body, setting, level);
		if (events) return events;
	}
	return undefined;
}

/** Each member on its own; a list in which none is known is not known either. */
function recogniseList(list: unknown[], setting: Setting, level: number): WhatsAppEvent[] | undefined {
	const members = list.filter((member) => member !== null && member !== undefined);
	let isKnown = false;
	const events = members.flatMap((member) => {
		const structure = parseStructure(member) ?? formIn(member);
		const read = structure && !isEmpty(structure) ? recognise(structure, setting, level + 1) : undefined;
		isKnown ||= read !== undefined;
		return read?.length ? read : readMember(member, setting);
	});
	return isKnown ? events : undefined;
}

function formIn(member: unknown): JsonObject | undefined {
	return typeof member === 'string' && looksLikeForm(member) ? decodeForm(member) : undefined;
}

function unrecognised(body: unknown, setting: Setting): WhatsAppEvent[] {
	if (Array.isArray(body)) {
		return body
			.filter((member) => member !== null && member !== undefined)
			.flatMap((member) => readMember(member, setting));
	}
	const type = isObject(body) ? textIn(body, 'field', 'event') : null;
	return [composeUnknown(setting, body, { type: type ?? 'raw' })];
}

/** A member that is none of the forms. */
function readMember(member: unknown, setting: Setting): WhatsAppEvent[] {
	if (Array.isArray(member)) return [composeUnknown(setting, member)];
	return unrecognised(member, setting);
}

type ObjectForm = (body: JsonObject, setting: Setting, level: number) => WhatsAppEvent[] | undefined;

const OBJECT_FORMS: readonly ObjectForm[] = [
	cloudEnvelope,
	cloudPart,
	eventWrapper,
	recordList,
	record,
	flatLists,
	jsonAsKey,
	bracketedKeys,
	jsonAsValues,
	wrapper,
];

function within(setting: Setting, form: Setting['form'], body: JsonObject): Setting {
	return { ...setting, form, customField: given(body, 'customField') };
}

function cloudEnvelope(body: JsonObject, setting: Setting): WhatsAppEvent[] | undefined {
	const entries = listIn(body, 'entry');
	return entries && readEntries(entries, within(setting, 'cloud', body));
}

function cloudPart(body: JsonObject, setting: Setting): WhatsAppEvent[] | undefined {
	const inside = within(setting, 'cloud', body);
	if (listIn(body, 'changes')) return readEntry(body, inside);
	if (textIn(body, 'field') !== null && Object.hasOwn(body, 'value')) return readChange(body, inside);
	const isValue = given(body, 'messaging_product') !== undefined && holdsList(body, VALUE_LISTS);
	return isValue ? readValue(body, inside) : undefined;
}

function eventWrapper(body: JsonObject, setting: Setting, level: number): WhatsAppEvent[] | undefined {
	const event = given(body, 'event');
	if (typeof event !== 'string' || !Object.hasOwn(body, 'data')) return undefined;
	const data = parseStructure(given(body, 'data'));
	// Under a known name whole lists may come instead of one piece: then this is only one more wrapper.
	const isWrapper = isEventName(event) && isObject(data) && holdsList(data, WRAPPED_LISTS);
	const events = isWrapper ? (recordList(body, setting) ?? recognise(data, setting, level + 1)) : undefined;
	return events ?? readEventForm(body, event, data, within(setting, 'event', body));
}

const WRAPPED_LISTS = ['entry', 'changes', ...FLAT_LISTS.filter((list) => list !== 'errors')];

/** WhatsApp's own messages may come in `data.messages[]` too; records are told by their ids. */
function recordList(body: JsonObject, setting: Setting): WhatsAppEvent[] | undefined {
	const data = objectIn(body, 'data');
	const list = listIn(data, 'messages');
	if (!data || !list?.some(isFilledObject)) return undefined;
	const customer = customerOfList(data);
	if (customer === null && !list.some(hasRecordIdentity)) return undefined;
	const inside = within(setting, 'record', body);
	return readList(inside, list, (item) => readRecord(item, inside, { customer }));
}

function record(body: JsonObject, setting: Setting): WhatsAppEvent[] | undefined {
	return isRecord(body) ? readRecord(body, within(setting, 'record', body)) : undefined;
}

function flatLists(body: JsonObject, setting: Setting): WhatsAppEvent[] | undefined {
	return holdsList(body, FLAT_LISTS) ? readValue(body, within(setting, 'onprem', body)) : undefined;
}

/** A form parser took a JSON body for the name of a field. */
function jsonAsKey(body: JsonObject, setting: Setting, level: number): WhatsAppEvent[] | undefined {
	const [only, ...others] = Object.entries(body);
	if (!only || others.length > 0) return undefined;
	const [key, value] = only;
	if (!isEmpty(value)) return undefined;
	const inner = parseStructure(key);
	return inner && readBody(inner, setting, level + 1);
}

function bracketedKeys(body: JsonObject, setting: Setting, level: number): WhatsAppEvent[] | undefined {
	const tree = unflatten(body);
	return tree && recognise(tree, setting, level + 1);
}

/** Fields of a form, some of which hold JSON. */
function jsonAsValues(body: JsonObject, setting: Setting, level: number): WhatsAppEvent[] | undefined {
	const fields = Object.entries(body);
	if (!fields.every(([, value]) => typeof value === 'string')) return undefined;
	const parsed = fields.map(([key, value]) => [key, parseStructure(value) ?? value] as const);
	if (parsed.every(([, value]) => typeof value === 'string')) return undefined;
	const structured: JsonObject = Object.fromEntries(parsed);
	return (
		recognise(structured, setting, level + 1) ??
		unwrap(structured, ['payload', 'data', 'body', 'json', 'message'], setting, level)
	);
}

function wrapper(body: JsonObject, setting: Setting, level: number): WhatsAppEvent[] | undefined {
	return unwrap(body, ['body', 'payload', 'data'], setting, level);
}

function unwrap(
	body: JsonObject,
	keys: readonly string[],
	setting: Setting,
	level: number,
): WhatsAppEvent[] | undefined {
	for (const key of keys) {
		const inner = parseStructure(given(body, key));
		const events = inner && !isEmpty(inner) ? recognise(inner, setting, level + 1) : undefined;
		if (events?.length) return events;
	}
	return undefined;
}
