import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../core/http/errors';
import { sendWithRetries } from '../../core/http/exchange';
import type { Field } from '../../core/fields/field';
import { locator } from '../../core/fields/locator';
import { toText } from '../../whatsapp/events/json';
import { contactId, groupId } from '../../whatsapp/recipient';
import { assertValid } from '../shared/recipient';
import { templateField, templateFields } from '../shared/templateFields';
import type { TemplateSource } from '../shared/templateLists';
import { endpoints } from './endpoints';
import { heltar } from './http';
import {
	attributeList,
	campaignList,
	contactList,
	employeeList,
	groupList,
	listOf,
	templateList,
	templateVersions,
} from './lists';
import type { Shown } from './listSearch';
import { ask, found, searchPages, SHOWN } from './listSearch';

/** Heltar API, "Fetch template list" and "Fetch template details". */
export const templates: TemplateSource = {
	all: async (context) => templateVersions(await ask(context, templateList.request())),
	versions: async (context, name) => templateVersions(await ask(context, templateList.versions(name))),
};

/** One template of the account. */
export const template = (shown?: Shown) => templateField(templates, shown);

/** A template with its language and the values of its variables; buttons count from 0 as numbers. */
export const templateMessage = () => templateFields(templates, (position) => position);

/** One language version of a template, by its ID. */
export const templateVersion = (): Field<string> =>
	locator({
		displayName: 'Template',
		description: 'The language version of the template to use',
		search: {
			name: 'searchTemplateVersions',
			async method(filter = '') {
				const versions = templateList.entries(await ask(this, templateList.request()));
				return found(
					filter,
					versions.map(({ id, name, language, status }) => ({
						name: `${String(name)} (${String(language)}) – ${String(status).toLowerCase()}`,
						value: id,
					})),
				);
			},
		},
		id: { displayName: 'By ID', placeholder: 'e.g. 300000000000003' },
	});

/** A ready-made template of WhatsApp's library, by its name, in the language chosen beside it. */
export const libraryTemplate = (): Field<string> =>
	locator({
		displayName: 'Library Template',
		description: 'The ready-made template to use',
		search: {
			name: 'searchLibraryTemplates',
			async method(filter = '') {
				const language = toText(this.getCurrentNodeParameter('language')) ?? undefined;
				const query = { language, search: filter.trim() || undefined };
				const entries = listOf(await ask(this, { endpoint: endpoints.getTemplateLibrary, query }));
				return found(
					filter,
					entries.map(({ name, category }) => ({
						name: `${String(name)} (${String(category).toLowerCase()})`,
						value: name,
					})),
				);
			},
		},
		id: { displayName: 'By Name', placeholder: 'e.g. order_confirmation_1' },
	});

/** Which template stands in for another, by the ID of that setting. */
export const fallback = (): Field<string> =>
	locator({
		displayName: 'Fallback',
		description: 'The fallback to delete',
		search: {
			name: 'searchFallbacks',
			async method(filter = '') {
				const configs = listOf(await ask(this, { endpoint: endpoints.getFallbacks }));
				return found(
					filter,
					configs.map(({ id, sourceTemplateName, sourceLanguageCode, fallbackTemplateName }) => ({
						name: `${String(sourceTemplateName)} (${String(sourceLanguageCode)}) → ${String(fallbackTemplateName)}`,
						value: id,
					})),
				);
			},
		},
		id: { displayName: 'By ID', placeholder: 'e.g. 31' },
		check(given) {
			if (/^[1-9]\d*$/.test(given)) return given;
			throw new BadInput(`"${given}" is not the ID of a fallback, which is a whole number`);
		},
	});

/** A contact of the account, or any number; `check` knows which forms the call takes. */
export const contact = (shown: Partial<Shown> = {}, check = contactId): Field<string> => ({
	...locator({
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
						value: clientWaNumber,
					}),
				);
			},
		},
		id: { displayName: 'By Number', placeholder: 'e.g. 447700900123' },
		check: (given) => assertValid(check(given)),
	}),
	isRecipient: true,
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
						value: id,
					}),
				);
			},
		},
		id: { displayName: 'By ID', placeholder: 'e.g. 6f1c2f0e-8f57-4a55-9d0e-3a1f6f0f2b11' },
	});

/** A group of the number. */
export const group = (): Field<string> =>
	locator({
		displayName: 'Group',
		description: 'The group to use',
		search: {
			name: 'searchGroups',
			async method(filter = '', token) {
				const wanted = filter.trim();
				const { body } = await sendWithRetries(
					this,
					heltar,
					groupList.request({ limit: wanted === '' ? SHOWN : groupList.most, after: token }),
				);
				const { items, next } = groupList.page(body);
				const { results } = found(
					wanted,
					items.map(({ subject, id }) => ({ name: String(subject), value: id })),
				);
				return { results, paginationToken: next };
			},
		},
		id: { displayName: 'By ID', placeholder: 'e.g. Y2FwaV9ncm91cDoxMjM0NTY3ODkwMTIz' },
		check: (given) => assertValid(groupId(given)),
	});

/** Someone of the team, by email address. Only those who can take chats are listed. */
export const employee = (shown: Shown): Field<string> =>
	locator({
		...shown,
		search: {
			name: 'searchEmployees',
			async method(filter = '') {
				const team = listOf(await ask(this, employeeList())).filter(canTakeChats);
				return found(
					filter,
					team.map(({ name, email }) => ({
						name: `${String(name)} (${String(email)})`,
						value: email,
					})),
				);
			},
		},
		id: { displayName: 'By Email', placeholder: 'e.g. priya@example.com' },
	});

/** Anyone of the team, by email address in lower case, as Heltar keeps it. Who takes no chats at the moment is marked. */
export const teamMember = (shown: Shown): Field<string> =>
	locator({
		...shown,
		search: {
			name: 'searchTeam',
			async method(filter = '') {
				const team = listOf(await ask(this, employeeList()));
				return found(
					filter,
					team.map((member) => ({
						name: `${String(member.name)} (${String(member.email)})${canTakeChats(member) ? '' : ' – unavailable'}`,
						value: member.email,
					})),
				);
			},
		},
		id: { displayName: 'By Email', placeholder: 'e.g. priya@example.com' },
		check: (given) => given.toLowerCase(),
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
						value: fieldKey,
					})),
				);
			},
		},
		id: { displayName: 'By Name', placeholder: 'e.g. city' },
	});
