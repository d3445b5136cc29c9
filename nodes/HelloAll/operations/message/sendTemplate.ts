import { optional } from '../../../../core/fields/field';
import { text } from '../../../../core/fields/basic';
import { componentsOf, templateFields } from '../../../shared/templateFields';
import { defineMessage } from '../../defineMessage';
import { templateSource } from '../../template';

/** Hello All collection: Send Template Message. Buttons are counted in words, as WhatsApp's on-premises API does. */
export const sendTemplate = defineMessage({
	value: 'sendTemplate',
	name: 'Send Template',
	action: 'Send a template message',
	description: 'Send an approved template, at any time',
	fields: templateFields(templateSource, String),
	options: {
		namespace: optional(
			text({
				displayName: 'Namespace',
				placeholder: 'e.g. 11111111_2222_3333_4444_555555555555',
				description: 'Namespace of the template, which most accounts do not need',
				trim: true,
			}),
		),
	},
	content: ({ templateName, languageCode, ...values }, { namespace }) => {
		const components = componentsOf(values);
		return {
			type: 'template',
			template: {
				...(namespace ? { namespace } : {}),
				name: templateName,
				language: { policy: 'deterministic', code: languageCode },
				...(components.length > 0 ? { components } : {}),
			},
		};
	},
});
