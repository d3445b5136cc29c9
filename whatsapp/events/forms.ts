/**
 * Which of the known forms a body has. Services relay WhatsApp's events whole, in parts, wrapped, as text, or
 * through form parsers that took them apart; the forms are tried in a fixed order and the first that fits wins.
 */

import { FLAT_LISTS, holdsList, readChange, readEntries, readEntry, readValue, VALUE_LISTS } from './change';
import { composeUnknown, type Setting, within } from './compose';
import type { WhatsAppEvent } from './event';
import { decodeForm, looksLikeForm, unflatten } from './formEncoded';
import {
	given,
	isFilledObject,
	isObject,
	type JsonObject,
	listIn,
	parseJson,
	parseStructure,
	textIn,
} from './json';
import type { Recognise, ServiceForm } from './service';

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
	const inside: Recognise = (inner) => recognise(inner, setting, level + 1);
	for (const form of [...ENVELOPES, ...setting.service.forms, ...LOOSE_FORMS]) {
		const events = form(body, setting, inside);
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

const ENVELOPES: readonly ServiceForm[] = [cloudEnvelope, cloudPart];
const LOOSE_FORMS: readonly ServiceForm[] = [flatLists, jsonAsKey, bracketedKeys, jsonAsValues, wrapper];

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

function flatLists(body: JsonObject, setting: Setting): WhatsAppEvent[] | undefined {
	return holdsList(body, FLAT_LISTS) ? readValue(body, within(setting, 'onprem', body)) : undefined;
}

/** A form parser took a JSON body for the name of a field. */
function jsonAsKey(body: JsonObject, setting: Setting, inside: Recognise): WhatsAppEvent[] | undefined {
	const [only, ...others] = Object.entries(body);
	if (!only || others.length > 0) return undefined;
	const [key, value] = only;
	if (!isEmpty(value)) return undefined;
	const inner = parseStructure(key);
	if (!inner) return undefined;
	return isEmpty(inner) ? [] : (inside(inner) ?? unrecognised(inner, setting));
}

function bracketedKeys(body: JsonObject, _: Setting, inside: Recognise): WhatsAppEvent[] | undefined {
	const tree = unflatten(body);
	return tree && inside(tree);
}

/** Fields of a form, some of which hold JSON. */
function jsonAsValues(body: JsonObject, _: Setting, inside: Recognise): WhatsAppEvent[] | undefined {
	const fields = Object.entries(body);
	if (!fields.every(([, value]) => typeof value === 'string')) return undefined;
	const parsed = fields.map(([key, value]) => [key, parseStructure(value) ?? value] as const);
	if (parsed.every(([, value]) => typeof value === 'string')) return undefined;
	const structured: JsonObject = Object.fromEntries(parsed);
	return inside(structured) ?? unwrap(structured, ['payload', 'data', 'body', 'json', 'message'], inside);
}

function wrapper(body: JsonObject, _: Setting, inside: Recognise): WhatsAppEvent[] | undefined {
	return unwrap(body, ['body', 'payload', 'data'], inside);
}

function unwrap(body: JsonObject, keys: readonly string[], inside: Recognise): WhatsAppEvent[] | undefined {
	for (const key of keys) {
		const inner = parseStructure(given(body, key));
		const events = inner && !isEmpty(inner) ? inside(inner) : undefined;
		if (events?.length) return events;
	}
	return undefined;
}
