import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { RequestSpec } from '../../core/http/request';
import { read } from '../../core/http/exchange';
import type { Field } from '../../core/fields/field';
import { locator } from '../../core/fields/locator';
import { listAt, textAt } from './answers';
import { helloAll } from './http';
import { idInPath } from './fields';
import { endpoints } from './endpoints';

/** Hello All collection: List All Custom Field. */
export const listCustomFields: RequestSpec = { endpoint: endpoints.getCustomFields };

/** The custom fields in an answer, each with its id under the name the list uses. */
export const readCustomFields = (answer: unknown): IDataObject[] =>
	listAt(answer, 'data').map((field) => {
		const fieldId = textAt(field, 'custom_field_id', 'id', 'field_id');
		return fieldId === undefined ? field : { custom_field_id: fieldId, ...field };
	});

async function searchCustomFields(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	const fields = readCustomFields(await read(this, helloAll, listCustomFields));
	return {
		results: fields
			.map((field) => ({
				name: textAt(field, 'name', 'field_name') ?? String(field.custom_field_id),
				value: String(field.custom_field_id),
			}))
			.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()))
			.sort((a, b) => a.name.localeCompare(b.name, 'en')),
	};
}

export const customField = (description: string): Field<string> =>
	locator({
		displayName: 'Custom Field',
		description,
		search: { name: 'searchCustomFields', method: searchCustomFields },
		id: { displayName: 'By ID', placeholder: 'e.g. 42' },
		check: idInPath,
	});
