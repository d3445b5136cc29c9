import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import type { Field } from '../../core/fields/field';
import { isEmpty, refined } from '../../core/fields/field';
import { asText } from '../../core/fields/basic';
import { mappedFields } from '../../core/fields/loaded';
import { variablesOf } from '../../whatsapp/template';
import { bodyColumns } from '../../whatsapp/templateColumns';
import type { DraftExample } from '../../whatsapp/templateDraft';
import { toMapperField } from './templateLists';

/**
 * A sample for each variable of a new template's body, asked for next to the words around it.
 * @param body the parameter that holds the text
 */
export const bodySamples = (body: string): Field<DraftExample[]> =>
	refined(
		mappedFields({
			displayName: 'Body Samples',
			description: 'A sample value for each variable of the body, which WhatsApp checks during approval',
			words: { singular: 'sample', plural: 'samples' },
			load: { name: 'getDraftVariables', method: variablesIn(body), dependsOn: [body] },
		}),
		(mapped) =>
			mapped
				.filter(({ raw }) => !isEmpty(raw))
				.map(({ id, raw }) => ({ variable: id.replace('body.', ''), value: asText(raw) })),
	);

const variablesIn = (body: string) =>
	async function (this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		const given = this.getCurrentNodeParameter(body);
		// A pasted text may carry n8n's mark of an expression, which a literal field drops when it runs.
		const text = typeof given === 'string' ? given.replace(/^=/, '') : '';
		const columns = bodyColumns(text, variablesOf(text));
		return {
			fields: columns.map(toMapperField),
			...(columns.length === 0 ? { emptyFieldsNotice: 'The body has no variables.' } : {}),
		};
	};
