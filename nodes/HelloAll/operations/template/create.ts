import { BadInput } from '../../../../core/http/errors';
import { refined } from '../../../../core/operation/field';
import { text } from '../../../../core/operation/fields';
import { defineOperation } from '../../../../core/operation/operation';
import { draftComponents } from '../../../../whatsapp/templateText';
import { orSuccess } from '../../answers';
import { TEMPLATES } from '../../template';
import { categoryFields, draftFields, draftOf, nameField } from '../../templateDraft';

/**
 * Hello All collection: Standard Template, and Text, Image, Document and Video Header. Sent once and in one spelling:
 * after a refusal the first may be stored all the same.
 */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a template',
	description: 'Hand in a new template for approval; the approval itself comes later',
	fields: {
		name: nameField(),
		...categoryFields(),
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
				throw new BadInput(
					`is "${code}", which is not a language code`,
					[],
					'Codes look like en, en_US or hi.',
				);
			},
		),
		...draftFields(),
	},
	request: ({ name, category, otherCategory, language, ...draft }) => ({
		method: 'POST',
		path: TEMPLATES,
		body: {
			name,
			category: otherCategory ?? category,
			language,
			components: draftComponents(draftOf(draft)),
		},
		retry: 'create',
	}),
	output: orSuccess,
});
