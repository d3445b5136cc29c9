import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../../core/http/errors';
import { refined, when } from '../../../../core/fields/field';
import { choice, text, toggle } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { json } from '../../../../core/fields/json';
import { defineOperation } from '../../../../core/run/operation';
import {
	builtFor,
	draftFrom,
	templateDraftFields,
	templateNameField,
} from '../../../shared/templateDraftFields';
import { endpoints } from '../../endpoints';
import { checkedHeaderSample, headerFileField, uploadedHeaderSample } from '../../headerSample';
import { libraryTemplate } from '../../locators';

const OWN_TEXT = builtFor('MARKETING', 'UTILITY');
const LIBRARY = { specifyComponents: ['library'] };
/** Characters of a language code (Heltar API, "Create template"). */
const LONGEST_LANGUAGE = 5;

/** Heltar API, "Create template". The file of a header is uploaded first ("Resumable upload"). */
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
		language: refined(
			text({
				displayName: 'Language',
				default: 'en',
				placeholder: 'e.g. en_GB',
				description: 'WhatsApp’s code of the language, such as en, en_GB or hi',
				maxLength: LONGEST_LANGUAGE,
				trim: true,
			}),
			(code) => {
				if (code.length > 1) return code;
				throw new BadInput(`"${code}" is not a language code`, [], 'Codes look like en, en_GB or hi.');
			},
		),
		...templateDraftFields(OWN_TEXT, {
			fileSample: 'the upload handle of a sample file. Leave empty if Header File is set',
			takesLocation: true,
			ways: [
				{
					name: 'From WhatsApp’s Library',
					value: 'library',
					description: 'A ready-made template, which is approved faster',
				},
			],
			afterHeaderSample: headerFileField(OWN_TEXT),
		}),
		library_template_name: when(LIBRARY, libraryTemplate()),
		library_template_button_inputs: when(
			LIBRARY,
			refined(
				json({
					displayName: 'Buttons (JSON)',
					default: '[]',
					description:
						'What the buttons of the library template need, such as <code>[{"type": "URL", "url": {"base_url": "https://example.org/t/{{1}}", "url_suffix_example": "88"}}]</code>',
				}),
				(given) => {
					if (!Array.isArray(given)) throw new BadInput('must be a list of buttons');
					return given as IDataObject[];
				},
			),
		),
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
	check: async ({ category, ...draft }, tools) => {
		if (draft.library_template_name !== undefined) return;
		draftFrom(category, draft, await checkedHeaderSample(draft, tools));
	},
	prepare: async (values, tools) => await uploadedHeaderSample(values, tools),
	request: (values, handle) => {
		const { name, category, language, options } = values;
		return {
			endpoint: endpoints.createTemplate,
			body: { name, category, language, ...contentOf(values, handle), ...options },
		};
	},
	output: (data, { name, language }) => ({ name, language, ...(data as IDataObject) }),
});

type Draft = Parameters<typeof draftFrom>[1] & {
	category: string;
	library_template_name?: string;
	library_template_button_inputs?: IDataObject[];
};

function contentOf(draft: Draft, handle: string | undefined): IDataObject {
	const { category, library_template_name, library_template_button_inputs = [] } = draft;
	if (library_template_name === undefined) return draftFrom(category, draft, handle);
	return {
		library_template_name,
		...(library_template_button_inputs.length > 0 ? { library_template_button_inputs } : {}),
	};
}
