import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { read } from '../../core/http/exchange';
import { Refused } from '../../core/http/errors';
import { collectPages } from '../../core/http/pagination';
import type { RequestSpec } from '../../core/http/request';
import type { Field } from '../../core/fields/field';
import { locator } from '../../core/fields/locator';
import { isObject } from '../../whatsapp/events/json';
import { valueAt } from '../shared/valueAt';
import { listAt, textAt } from './answers';
import { endpoints } from './endpoints';
import { helloAll } from './http';
import { idInPath } from './fields';

/*
 * The CRM beside WhatsApp: the same in both API styles. The Hello All collection shows the custom fields alone; the rest is
 * known from a panel of the same make and from public programs, which differ in names (docs/hello-all-styles.md).
 */

type Send = (spec: RequestSpec) => Promise<unknown>;

const MOST_PAGES = 200;

/** An entry with its ID under the name that the other operations ask for. */
function withId(name: string, entry: IDataObject): IDataObject {
	const id = textAt(entry, name, 'id', '_id');
	return id === undefined ? entry : { [name]: id, ...entry };
}

/** What stands inside `data`, or the whole answer, with its ID. */
export function oneWithId(name: string, answer: unknown): IDataObject {
	const inner = valueAt(answer, 'data');
	const entry = isObject(inner) ? inner : answer;
	return isObject(entry) ? withId(name, entry as IDataObject) : { success: true };
}

/** The chats in an answer; a search that finds none may be answered with 404. */
export const chatsIn = (answer: unknown): IDataObject[] =>
	listAt(answer, 'data', 'chats', 'contacts').map((chat) => withId('chat_id', chat));

export const campaignsIn = (answer: unknown): IDataObject[] =>
	listAt(answer, 'data', 'campaigns').map((campaign) => withId('campaign_id', campaign));

/** Hello All, a chat's history: `data.messages`. */
export const messagesIn = (answer: unknown): IDataObject[] =>
	listAt(answer, 'messages', 'data').map((message) => withId('message_id', message));

/**
 * A list in numbered pages. It ends with a page that is short, or empty, or begins like the one before, or reaches the
 * total; and in any case after 200 pages.
 * @param read the entries in an answer @param limit how many are wanted; undefined for all
 */
export async function pagesOf(
	send: Send,
	request: RequestSpec,
	read: (answer: unknown) => IDataObject[],
	{ size, limit }: { size: number; limit?: number },
): Promise<IDataObject[]> {
	let before: string | undefined;
	let reached = 0;
	return await collectPages<IDataObject>(limit, async (cursor = '1') => {
		const page = Number(cursor);
		const answer = await send({ ...request, query: { ...request.query, page, limit: size } });
		const items = read(answer);
		const first = JSON.stringify(items[0]);
		if (items.length === 0 || first === before) return { items: [] };
		before = first;
		reached += items.length;
		const total = Number(
			valueAt(answer, 'pagination.total') ?? valueAt(answer, 'data.pagination.total') ?? Infinity,
		);
		const isLast = items.length < size || reached >= total || page === MOST_PAGES;
		return { items, ...(isLast ? {} : { next: String(page + 1) }) };
	});
}

/** What a search looks at, and how. */
export interface ChatSearch {
	search_field: string;
	search_value: string;
	condition: string;
}

/** The two names there are for the field of the phone number, each with the other. */
const OTHER_NAME: Readonly<Record<string, string>> = {
	whatsapp: 'whatsapp_number',
	whatsapp_number: 'whatsapp',
};

/**
 * Searches chats. The number's field has one of two names: where the first finds nothing, the other is asked once. A search
 * changes nothing.
 */
export async function searchChats(send: Send, query: ChatSearch): Promise<IDataObject[]> {
	const found = await searchBy(send, query);
	const other = OTHER_NAME[query.search_field];
	return found.length > 0 || other === undefined
		? found
		: await searchBy(send, { ...query, search_field: other });
}

async function searchBy(send: Send, query: ChatSearch): Promise<IDataObject[]> {
	let refusal: unknown;
	try {
		return chatsIn(await send({ endpoint: endpoints.searchContacts, query: { ...query } }));
	} catch (error) {
		refusal = error;
	}
	if (refusal instanceof Refused && NOTHING_FOUND.includes(refusal.details.httpStatus ?? 0)) return [];
	throw refusal;
}

/** What a search is answered with that found nothing, or does not know the field. */
const NOTHING_FOUND = [404, 422];

const LISTED = 50;

/** Chats for the editor's list: those whose number or name holds what was typed, otherwise the first ones. */
async function listChats(
	this: ILoadOptionsFunctions,
	filter = '',
	page = '1',
): Promise<INodeListSearchResult> {
	const send = async (spec: RequestSpec) => await read(this, helloAll, spec);
	const typed = filter.trim();
	const digits = typed.replace(/[\s+()-]/g, '');
	if (typed !== '') {
		const isNumber = /^\d+$/.test(digits);
		const chats = await searchChats(send, {
			search_field: isNumber ? 'whatsapp' : 'name',
			search_value: isNumber ? digits : typed,
			condition: 'contains',
		});
		return { results: chats.map(listedChat) };
	}
	const chats = chatsIn(await send({ endpoint: endpoints.getContacts, query: { page, limit: LISTED } }));
	const more = chats.length < LISTED ? {} : { paginationToken: String(Number(page) + 1) };
	return { results: chats.map(listedChat), ...more };
}

function listedChat(chat: IDataObject) {
	const number = textAt(chat, 'whatsapp', 'whatsapp_number', 'phone', 'number');
	const name = textAt(chat, 'chat_name', 'name');
	const value = textAt(chat, 'chat_id') ?? '';
	return { name: [name, number].filter(Boolean).join(' · ') || value, value };
}

/** A chat, found by the customer's number or name: its ID appears in no delivery. */
export const chatId = (): Field<string> =>
	locator({
		displayName: 'Chat',
		description: 'The chat with a contact; search by phone number or name',
		search: { name: 'searchChats', method: listChats },
		id: { displayName: 'By ID', placeholder: 'e.g. 5120' },
		check: idInPath,
	});

async function listCampaigns(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	const campaigns = campaignsIn(
		await read(this, helloAll, { endpoint: endpoints.getCampaigns, query: { page: 1, limit: LISTED } }),
	);
	const listed = campaigns.map((campaign) => {
		const value = textAt(campaign, 'campaign_id') ?? '';
		return { name: textAt(campaign, 'name', 'title') ?? value, value };
	});
	return { results: listed.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase())) };
}

export const campaignId = (): Field<string> =>
	locator({
		displayName: 'Campaign',
		description: 'The campaign to report on',
		search: { name: 'searchCampaigns', method: listCampaigns },
		id: { displayName: 'By ID', placeholder: 'e.g. 311' },
		check: idInPath,
	});
