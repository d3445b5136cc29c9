import { BadInput } from '../../../../core/http/errors';
import { refined, when } from '../../../../core/fields/field';
import { choice, text } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import {
	builtFor,
	draftFrom,
	templateDraftFields,
	templateNameField,
} from '../../../shared/templateDraftFields';
import { bodySamples } from '../../../shared/templateSamples';
import { orSuccess } from '../../answers';
import { endpoints } from '../../endpoints';

const OWN_TEXT = builtFor('ALERT_UPDATE', 'MARKETING', 'OTHER', 'UTILITY');

/**
 * Hello All collection: Standard Template, and Text, Image, Document and Video Header. Sent once and in one spelling:
 * after a refusal the first may be stored all the same.
 */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a template',
	description: 'Submit a template to WhatsApp, which has to approve it before you can send it',
	effect: 'create',
	fields: {
		name: templateNameField(),
		category: choice({
			displayName: 'Category',
			description: 'What the template is for; WhatsApp checks it',
			default: 'UTILITY',
			options: [
				{
					name: 'Alert Update',
					value: 'ALERT_UPDATE',
					description: 'Former name of the category Utility',
				},
				{ name: 'Authentication', value: 'AUTHENTICATION' },
				{ name: 'Marketing', value: 'MARKETING' },
				{ name: 'Other', value: 'OTHER', description: 'Another category, by its name' },
				{ name: 'Utility', value: 'UTILITY' },
			],
		}),
		otherCategory: when(
			{ category: ['OTHER'] },
			text({
				displayName: 'Other Category',
				placeholder: 'e.g. ACCOUNT_UPDATE',
				description: 'The category as Hello All writes it',
				trim: true,
			}),
		),
		language: refined(
			text({
				displayName: 'Language',
				placeholder: 'e.g. en_US',
				description: 'WhatsApp’s code of the language, such as en, en_US or hi',
				default: 'en',
				trim: true,
			}),
			(code) => {
				if (/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/.test(code)) return code;
				throw new BadInput(`"${code}" is not a language code`, [], 'Codes look like en, en_US or hi.');
			},
		),
		...templateDraftFields(OWN_TEXT, {
			fileSample: 'a public link to a sample file, or its upload handle if you have one',
		}),
		bodyExamples: when(OWN_TEXT, bodySamples('bodyText')),
	},
	request: ({ name, category: listed, otherCategory, language, ...draft }) => {
		const category = otherCategory ?? listed;
		return {
			endpoint: endpoints.createTemplate,
			body: { name, category, language, ...draftFrom(category, draft) },
		};
	},
	output: orSuccess,
});
