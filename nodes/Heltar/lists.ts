import type { IDataObject } from 'n8n-workflow';

import type { Page } from '../../core/http/pagination';
import type { RequestSpec } from '../../core/http/request';
import { isObject } from '../../whatsapp/events/json';
import { readVersion } from '../../whatsapp/template';
import type { TemplateVersion } from '../../whatsapp/template';
import { endpoints } from './endpoints';

type Query = RequestSpec['query'];

/** A list, whether it stands alone or inside an object; an object without a list is a list of one, nothing is none. */
export function asList(data: unknown): IDataObject[] {
	if (Array.isArray(data)) return data as IDataObject[];
	if (!isObject(data)) return [];
	const inner = Object.values(data).find(Array.isArray) as IDataObject[] | undefined;
	return inner ?? [];
}

/** A page with a cursor; a bare list, as older servers give it, is the only page. */
function pageOf(key: string) {
	return (data: unknown): Page<IDataObject> => {
		if (!isObject(data)) return { items: asList(data) };
		const { [key]: items, nextCursor } = data;
		return {
			items: Array.isArray(items) ? (items as IDataObject[]) : [],
			next: typeof nextCursor === 'string' ? nextCursor : undefined,
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

/** Heltar API, "Fetch business employees". */
export const employeeList = (query?: Query) => ({ endpoint: endpoints.getEmployees, query });

/** Heltar API, "Fetch attributes": definitions, or names alone from older servers. */
export const attributeList = {
	request: () => ({ endpoint: endpoints.getAttributes }),
	entries: (data: unknown) => asList(data).map(attribute),
};

const attribute = (entry: unknown): IDataObject =>
	typeof entry === 'string' ? { fieldKey: entry } : (entry as IDataObject);

/** Heltar API, "Fetch template list" and "Fetch template details". */
export const templateList = {
	request: (query?: Query) => ({ endpoint: endpoints.getTemplates, query }),
	versions: (name: string, query?: Query) => ({
		endpoint: endpoints.getTemplate,
		params: { templateName: name },
		query,
	}),
	/** One entry a language; an older server answers for one template with the entry itself. */
	entries: (data: unknown): IDataObject[] =>
		isObject(data) && 'name' in data ? [data as IDataObject] : asList(data),
};

export const templateVersions = (data: unknown): TemplateVersion[] =>
	templateList.entries(data).map(readVersion);
