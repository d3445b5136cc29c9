import type { IDataObject } from 'n8n-workflow';

import { choice, text, toggle } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { draftFrom, templateDraftFields, templateNameField } from '../../../shared/templateDraftFields';
import { endpoints } from '../../endpoints';

/** Heltar API, "Create template". */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a template',
	description:
		'Submit a new template, or a further language of one. WhatsApp has to approve it before it can be sent.',
	effect: 'send',
	fields: {
		name: templateNameField(),
		category: choice({
			displayName: 'Category',
			description: 'What the template is for; WhatsApp checks it, and prices differ',
			options: [
				{ name: 'Utility', value: 'UTILITY' },
				{ name: 'Marketing', value: 'MARKETING' },
				{ name: 'Authentication', value: 'AUTHENTICATION' },
			],
		}),
		language: text({
			displayName: 'Language',
			default: 'en',
			placeholder: 'e.g. en_GB',
			description: 'WhatsApp’s code of the language, such as en, en_GB or hi',
			trim: true,
		}),
		...templateDraftFields(),
		options: collection({
			fields: {
				allow_category_change: toggle({
					displayName: 'Allow Category Change',
					default: true,
					description: 'Whether WhatsApp may put the template into another category instead of rejecting it',
				}),
			},
		}),
	},
	request: ({ name, category, language, options, ...draft }) => ({
		endpoint: endpoints.createTemplate,
		body: { name, category, language, components: draftFrom(draft), ...options },
	}),
	output: (data, { name, language }) => ({ name, language, ...(data as IDataObject) }),
});
