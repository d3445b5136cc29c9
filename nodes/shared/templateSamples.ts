import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import type { Field } from '../../core/fields/field';
import { isEmpty, refined } from '../../core/fields/field';
import { asText } from '../../core/fields/basic';
import { mappedFields } from '../../core/fields/loaded';
import { columnsOf } from '../../whatsapp/template';
import { toMapperField } from './templateLists';

/**
 * A sample for each variable of a new template's body, asked for next to the words around it. Read in the order of the
 * variables.
 * @param body the parameter that holds the text
 */
export const bodySamples = (body: string): Field<Array<{ value: string }>> =>
	refined(
		mappedFields({
			displayName: 'Body Samples',
			description: 'What could stand in each variable of the body; WhatsApp looks at it before it approves',
			words: { singular: 'sample', plural: 'samples' },
			load: { name: 'getDraftVariables', method: variablesIn(body), dependsOn: [body] },
		}),
		(mapped) =>
			mapped
				.filter(({ raw }) => !isEmpty(raw))
				.map(({ id, raw }) => ({ place: Number(id.replace('body.', '')), value: asText(raw) }))
				.sort((a, b) => a.place - b.place)
				.map(({ value }) => ({ value })),
	);

const variablesIn = (body: string) =>
	async function (this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		const given = this.getCurrentNodeParameter(body);
		// A pasted text may carry n8n's mark of an expression, which a literal field drops when it runs.
		const text = typeof given === 'string' ? given.replace(/^=/, '') : '';
		const version = {
			name: '',
			parts: { kind: 'components', components: [{ type: 'BODY', text }] },
		} as const;
		const found = columnsOf(version);
		const columns = 'columns' in found ? found.columns : [];
		return {
			fields: columns.map(toMapperField),
			...(columns.length === 0 ? { emptyFieldsNotice: 'The body has no variables.' } : {}),
		};
	};
