import type { IDataObject } from 'n8n-workflow';

import { UnexpectedResponseShape } from '../../core/http/errors';
import type { Page } from '../../core/http/pagination';
import type { RequestSpec } from '../../core/http/request';
import { isObject, toText } from '../../whatsapp/events/json';
import { readVersions } from '../../whatsapp/templateVersion';
import type { TemplateVersion } from '../../whatsapp/templateVersion';
import { endpoints } from './endpoints';
import { summaryColumns } from './templateSummary';

type Query = RequestSpec['query'];

/** What is left of an answer without payload: an empty body, or words alone. */
export const isNothing = (data: unknown) =>
	data === null ||
	data === undefined ||
	(isObject(data) && Object.keys(data).every((key) => key === 'message' || key === 'code'));

/** A list as it came, whether it stands alone or inside an object; undefined where there is none. */
export function listIn(data: unknown): unknown[] | undefined {
	if (Array.isArray(data)) return data;
	return isObject(data) ? Object.values(data).find(Array.isArray) : undefined;
}

/** An entry that is no object becomes one, so that nothing is lost and nothing breaks. */
const asItem = (entry: unknown): IDataObject =>
	isObject(entry) ? (entry as IDataObject) : ({ value: entry } as IDataObject);

/** The list in an answer that may hold none, such as that of a change. */
export const asList = (data: unknown): IDataObject[] => (listIn(data) ?? []).map(asItem);

/** The list that was asked for, as it came. @throws UnexpectedResponseShape */
function entriesOf(data: unknown): unknown[] {
	const list = isNothing(data) ? [] : listIn(data);
	if (list === undefined) throw new UnexpectedResponseShape('Heltar', data);
	return list;
}

/** The list that was asked for, as items. @throws UnexpectedResponseShape */
export const listOf = (data: unknown): IDataObject[] => entriesOf(data).map(asItem);

/** A page with a cursor, which is a text or a number; a bare list, as older servers give it, is the only page. @throws UnexpectedResponseShape */
function pageOf(key: string) {
	return (data: unknown): Page<IDataObject> => {
		if (Array.isArray(data)) return { items: asList(data) };
		if (isNothing(data)) return { items: [] };
		const { [key]: items, nextCursor } = isObject(data) ? data : {};
		if (!Array.isArray(items)) throw new UnexpectedResponseShape('Heltar', data);
		return {
			items: asList(items),
			next: toText(nextCursor) ?? undefined,
		};
	};
}

/** Heltar API, "Fetch client list": largest pages, which are smaller when a filter is set. */
export const contactList = {
	most: (filtered: boolean) => (filtered ? 1000 : 5000),
	request: (query: Query) => ({ endpoint: endpoints.getContacts, query }),
	page: pageOf('clients'),
};

/** Heltar API, "List of campaigns". */
export const campaignList = {
	most: 10_000,
	request: (query: Query) => ({ endpoint: endpoints.getCampaigns, query }),
	page: pageOf('campaigns'),
};

/** Heltar API, "List groups". The cursors stand beside the list, so this reads whole answers. */
export const groupList = {
	most: 1024,
	request: (query: Query) => ({ endpoint: endpoints.getGroups, query, effect: 'read' as const }),
	/** @throws UnexpectedResponseShape */
	page(body: unknown): Page<IDataObject> {
		const { data = body, paging } = isObject(body) ? body : {};
		const items = listOf(data);
		const cursors = isObject(paging) ? paging.cursors : undefined;
		const after = isObject(cursors) ? cursors.after : undefined;
		// WhatsApp gives the last page a cursor, too, behind which there is nothing.
		return { items, next: items.length > 0 && typeof after === 'string' && after !== '' ? after : undefined };
	},
};

/** Heltar API, "Link list", the newest first. */
export const linkList = {
	most: 500,
	request: (query: Query) => ({ endpoint: endpoints.getLinks, query }),
	page: pageOf('links'),
};

/** Heltar API, "Fetch business employees". */
export const employeeList = (query?: Query) => ({ endpoint: endpoints.getEmployees, query });

/** Heltar API, "List chatbots": all at once, with the two that answer texts and calls of the account. */
export const chatbotList = {
	request: (query?: Query) => ({ endpoint: endpoints.getChatbots, query }),
	/** Each bot says whether it is one of the two, where the answer tells. @throws UnexpectedResponseShape */
	entries: (data: unknown): IDataObject[] => {
		const { activeChatbot, activeVoiceBot } = isObject(data) ? data : {};
		const isOne = (bot: IDataObject, active: unknown) => isObject(active) && active.id === bot.id;
		return listOf(isObject(data) && 'chatbots' in data ? data.chatbots : data).map((bot) => ({
			...bot,
			...(activeChatbot === undefined ? {} : { isActive: isOne(bot, activeChatbot) }),
			...(activeVoiceBot === undefined ? {} : { isActiveVoiceBot: isOne(bot, activeVoiceBot) }),
		}));
	},
};

/** Heltar API, "List call history": pages by number, the first is 1. */
export const callList = {
	request: (limit: number, page = '1') => ({
		endpoint: endpoints.getCalls,
		query: { limit, page: Number(page) },
	}),
	/** A full page may be followed by another one. @throws UnexpectedResponseShape */
	page: (data: unknown, limit: number, page = '1'): Page<IDataObject> => {
		const items = listOf(data);
		return { items, next: items.length < limit ? undefined : String(Number(page) + 1) };
	},
};

/** Heltar API, "Fetch attributes": definitions, or names alone from older servers. */
export const attributeList = {
	request: () => ({ endpoint: endpoints.getAttributes }),
	/** @throws UnexpectedResponseShape */
	entries: (data: unknown) => entriesOf(data).map(attribute),
	/** The same in the answer to a change. */
	changed: (data: unknown) => (listIn(data) ?? []).map(attribute),
};

const attribute = (entry: unknown): IDataObject =>
	typeof entry === 'string' ? { fieldKey: entry } : asItem(entry);

/** Heltar API, "Fetch template list" and "Fetch template details". */
export const templateList = {
	request: (query?: Query) => ({ endpoint: endpoints.getTemplates, query }),
	versions: (name: string, query?: Query) => ({
		endpoint: endpoints.getTemplate,
		params: { templateName: name },
		query,
	}),
	/** One entry a language; an older server answers for one template with the entry itself. @throws UnexpectedResponseShape */
	entries: (data: unknown): IDataObject[] => templatesIn(data).map(asItem),
};

const templatesIn = (data: unknown) => (isObject(data) && 'name' in data ? [data] : entriesOf(data));

export const templateVersions = (data: unknown): TemplateVersion[] =>
	readVersions(templatesIn(data), summaryColumns);
