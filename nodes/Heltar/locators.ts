import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { read } from '../../core/http/exchange';
import type { RequestSpec } from '../../core/http/request';
import type { Field } from '../../core/fields/field';
import { locator } from '../../core/fields/locator';
import { contactId } from '../../whatsapp/recipient';
import { accept } from '../shared/recipient';
import { templateField, templateFields } from '../shared/templateFields';
import type { TemplateSource } from '../shared/templateLists';
import { heltar } from './http';
import {
	asList,
	attributeList,
	campaignList,
	contactList,
	employeeList,
	templateList,
	templateVersions,
} from './lists';

type Shown = { displayName: string; description: string };

const ask = async (context: ILoadOptionsFunctions, spec: RequestSpec) => await read(context, heltar, spec);

/** Heltar API, "Fetch template list" and "Fetch template details". */
export const templates: TemplateSource = {
	all: async (context) => templateVersions(await ask(context, templateList.request())),
	versions: async (context, name) => templateVersions(await ask(context, templateList.versions(name))),
};

/** One template of the account. */
export const template = () => templateField(templates);

/** A template with its language and the values of its variables; buttons count from 0 as numbers. */
export const templateMessage = () => templateFields(templates, (position) => position);

/** How many entries a list that can be long shows at first. */
const SHOWN = 100;
/** Names are not searched by Heltar, so a search reads large pages, and so many of them until it finds something. */
const SEARCHED_PAGES = 5;

/** Searches a paged list until a page has something to show. */
async function searchPages(
	context: ILoadOptionsFunctions,
	list: typeof contactList | typeof campaignList,
	most: number,
	[filter = '', token]: [string | undefined, string | undefined],
	label: (entry: IDataObject) => { name: string; value: string },
): Promise<INodeListSearchResult> {
	const wanted = filter.trim().toLowerCase();
	let cursor = token;
	for (let pages = 1; ; pages++) {
		const { items, next } = list.page(
			await ask(context, list.request({ limit: wanted === '' ? SHOWN : most, cursor })),
		);
		const results = items.map(label).filter(({ name }) => name.toLowerCase().includes(wanted));
		if (results.length > 0 || next === undefined || pages === SEARCHED_PAGES) {
			return { results, paginationToken: next };
		}
		cursor = next;
	}
}

/** A contact of the account, or any number. */
export const contact = (shown: Partial<Shown> = {}): Field<string> =>
	locator({
		displayName: 'Contact',
		description: 'The contact to use',
		...shown,
		search: {
			name: 'searchContacts',
			async method(filter, token) {
				return await searchPages(
					this,
					contactList,
					contactList.most(false),
					[filter, token],
					({ username, clientWaNumber }) => ({
						name: username ? `${String(username)} (${String(clientWaNumber)})` : String(clientWaNumber),
						value: String(clientWaNumber),
					}),
				);
			},
		},
		id: { displayName: 'By Number', placeholder: 'e.g. 447700900123' },
		check: (given) => accept(contactId(given)),
	});

/** A campaign by its id. */
export const campaign = (): Field<string> =>
	locator({
		displayName: 'Campaign',
		description: 'The campaign to use',
		search: {
			name: 'searchCampaigns',
			async method(filter, token) {
				return await searchPages(
					this,
					campaignList,
					1000,
					[filter, token],
					({ id, name, status, createdAt }) => ({
						name: `${String(name)} (${String(status)}, ${String(createdAt).slice(0, 10)})`,
						value: String(id),
					}),
				);
			},
		},
		id: { displayName: 'By ID', placeholder: 'e.g. 6f1c2f0e-8f57-4a55-9d0e-3a1f6f0f2b11' },
	});

/** Someone of the team, by email address. Only those who can take chats are listed. */
export const employee = (shown: Shown): Field<string> =>
	locator({
		...shown,
		search: {
			name: 'searchEmployees',
			async method(filter = '') {
				const team = asList(await ask(this, employeeList())).filter(canTakeChats);
				return found(
					filter,
					team.map(({ name, email }) => ({
						name: `${String(name)} (${String(email)})`,
						value: String(email),
					})),
				);
			},
		},
		id: { displayName: 'By Email', placeholder: 'e.g. priya@example.com' },
	});

const canTakeChats = ({ status = 'active', isActive = true }: IDataObject) =>
	status === 'active' && isActive !== false;

/** An attribute of contacts, by its key. */
export const attribute = (shown: Shown): Field<string> =>
	locator({
		...shown,
		search: {
			name: 'searchAttributes',
			async method(filter = '') {
				const entries = attributeList.entries(await ask(this, attributeList.request()));
				return found(
					filter,
					entries.map(({ fieldKey, dataType }) => ({
						name: dataType ? `${String(fieldKey)} (${String(dataType)})` : String(fieldKey),
						value: String(fieldKey),
					})),
				);
			},
		},
		id: { displayName: 'By Name', placeholder: 'e.g. city' },
	});

function found(filter: string, results: INodeListSearchResult['results']): INodeListSearchResult {
	const wanted = filter.trim().toLowerCase();
	return { results: results.filter(({ name }) => name.toLowerCase().includes(wanted)) };
}
