/**
 * What a message says: one reader per WhatsApp message type, each giving the plain text and the blocks.
 * Types and their fields: WhatsApp Cloud API and on-premises API, webhooks, messages object.
 */

import type { EventBlocks, OrderItem } from './event';
import { given, isObject, type JsonObject, listIn, objectIn, textIn, toText } from './json';
import { isMediaKind, mediaText, readMedia } from './media';
import { cleanNumber } from './number';
import { type ReadReply, readButton, readInteractive } from './reply';

export interface Content {
	text: string;
	blocks: EventBlocks;
}

type ContentReader = (message: JsonObject) => Content;

const READERS: ReadonlyMap<string, ContentReader> = new Map<string, ContentReader>([
	['text', (message) => plain(bodyOf(message) ?? '')],
	['ephemeral', (message) => plain(bodyOf(message) ?? '[disappearing message]')],
	['unsupported', (message) => plain(bodyOf(message) ?? '[unsupported message]')],
	['unknown', (message) => plain(bodyOf(message) ?? '[unsupported message]')],
	['button', (message) => replied(readButton(message))],
	['interactive', (message) => replied(readInteractive(message))],
	['location', readLocation],
	['contacts', readCards],
	['order', readOrder],
	['reaction', readReaction],
	['system', readSystem],
	['edit', readEdit],
	['revoke', (message) => ({ text: '[message deleted]', blocks: original(objectIn(message, 'revoke')) })],
]);

/** Keys that hold a message's content and thereby tell its type when `type` is missing. */
const CONTENT_KEYS: ReadonlySet<string> = new Set(
	['image', 'video', 'audio', 'voice', 'document', 'sticker', ...READERS.keys()].filter(
		(key) => !['ephemeral', 'unsupported', 'unknown'].includes(key),
	),
);

export function readContent(message: JsonObject): Content & { type: string } {
	const word = typeWord(message);
	// The on-premises API has a type of its own for what the Cloud API marks as `voice` on an audio.
	const type = word === 'voice' ? 'audio' : (word ?? 'unknown');
	if (isMediaKind(type)) {
		const content = objectIn(message, type) ?? objectIn(message, word ?? type);
		const isVoice = word === 'voice';
		if (content === undefined)
			return { type, text: mediaText({ ...NO_FILE, kind: type, voice: isVoice }), blocks: {} };
		const media = readMedia(type, content, isVoice);
		return { type, text: mediaText(media), blocks: { media } };
	}
	return { type, ...(READERS.get(type)?.(message) ?? plain(newTypeText(message, type))) };
}

const NO_FILE = { caption: null, filename: null };

/** A message without `type` is told by the first content it holds. */
function typeWord(message: JsonObject): string | undefined {
	const isContent = (key: string) => CONTENT_KEYS.has(key) && given(message, key) !== undefined;
	return textIn(message, 'type') ?? Object.keys(message).find(isContent);
}

function plain(text: string): Content {
	return { text, blocks: {} };
}

function replied({ reply, text }: ReadReply): Content {
	return { text, blocks: { reply } };
}

function bodyOf(message: JsonObject): string | null {
	return textIn(objectIn(message, 'text'), 'body') ?? textIn(message, 'text');
}

/** A type nobody has met yet: whatever words it carries. */
function newTypeText(message: JsonObject, type: string): string {
	const words = ['body', 'text', 'caption', 'title'];
	const content = given(message, type);
	return (
		textIn(isObject(content) ? content : undefined, ...words) ??
		toText(content) ??
		bodyOf(message) ??
		textIn(message, ...words) ??
		`[${type}]`
	);
}

function readLocation(message: JsonObject): Content {
	const place = objectIn(message, 'location');
	if (!place) return plain('[location]');
	const location = {
		latitude: given(place, 'latitude') ?? null,
		longitude: given(place, 'longitude') ?? null,
		name: textIn(place, 'name'),
		address: textIn(place, 'address'),
		url: textIn(place, 'url'),
	};
	const { name, address } = location;
	const [latitude, longitude] = [toText(location.latitude), toText(location.longitude)];
	// Many addresses begin with the place's name.
	const words = name !== null && address?.startsWith(name) ? [address] : [name, address];
	const point = latitude === null || longitude === null ? null : `(${latitude}, ${longitude})`;
	return { text: joined(['[location]', joined(words, ', '), point]), blocks: { location } };
}

function readCards(message: JsonObject): Content {
	const cards = listIn(message, 'contacts');
	if (!cards) return plain('[contacts]');
	const people = cards.filter(isObject).map(cardText);
	return { text: joined(['[contacts]', joined(people, '; ')]), blocks: { contacts: cards } };
}

function cardText(card: JsonObject): string {
	const name = objectIn(card, 'name');
	const phone = listIn(card, 'phones')?.find(isObject);
	return joined([
		textIn(name, 'formatted_name') ?? joined([textIn(name, 'first_name'), textIn(name, 'last_name')]),
		textIn(phone, 'phone', 'wa_id'),
	]);
}

function readOrder(message: JsonObject): Content {
	const cart = objectIn(message, 'order');
	if (!cart) return plain('[order]');
	const items = (listIn(cart, 'product_items') ?? []).filter(isObject).map((item): OrderItem => ({
		productRetailerId: textIn(item, 'product_retailer_id'),
		quantity: given(item, 'quantity') ?? null,
		itemPrice: given(item, 'item_price') ?? null,
		currency: textIn(item, 'currency'),
	}));
	const text = textIn(cart, 'text');
	const list = joined(['[order]', joined(items.map(itemText), '; ')]);
	return {
		text: joined([list, text], ' - '),
		blocks: { order: { catalogId: textIn(cart, 'catalog_id'), text, items } },
	};
}

function itemText({ quantity, productRetailerId, itemPrice, currency }: OrderItem): string {
	const count = toText(quantity);
	const price = toText(itemPrice);
	return joined([
		count === null ? null : `${count} x`,
		productRetailerId,
		price === null ? null : joined([`@ ${price}`, currency]),
	]);
}

function readReaction(message: JsonObject): Content {
	const reaction = objectIn(message, 'reaction');
	const emoji = textIn(reaction, 'emoji');
	return {
		text: emoji === null ? '[reaction removed]' : `[reaction ${emoji}]`,
		blocks: { reaction: { messageId: textIn(reaction, 'message_id'), emoji, removed: emoji === null } },
	};
}

function readSystem(message: JsonObject): Content {
	const notice = objectIn(message, 'system');
	if (!notice) return plain('[system]');
	const kind = textIn(notice, 'type');
	const body = textIn(notice, 'body');
	return {
		text: body ?? (kind === null ? '[system]' : `[system: ${kind}]`),
		blocks: {
			system: {
				kind,
				body,
				newWaId: cleanNumber(textIn(notice, 'new_wa_id', 'wa_id')),
				identity: given(notice, 'identity') ?? null,
			},
		},
	};
}

/** The new content counts as the message's own: its text, its media. */
function readEdit(message: JsonObject): Content {
	const edit = objectIn(message, 'edit');
	const inner = objectIn(edit, 'message');
	if (!inner || typeWord(inner) === 'edit') return { text: '[edit]', blocks: original(edit) };
	const { type, text, blocks } = readContent(inner);
	return { text, blocks: { ...blocks, ...original(edit), edit: { type } } };
}

function original(change: JsonObject | undefined): EventBlocks {
	return { originalMessageId: textIn(change, 'original_message_id') ?? undefined };
}

function joined(parts: ReadonlyArray<string | null>, separator = ' '): string {
	return parts.filter((part) => part !== null && part !== '').join(separator);
}
