import { optional } from '../../../../core/fields/field';
import { text } from '../../../../core/fields/basic';
import { defineMessage } from '../../defineMessage';
import { templateContent, templateMessage } from '../../template';

/** Hello All collection: Send Template Message. */
export const sendTemplate = defineMessage({
	value: 'sendTemplate',
	name: 'Send Template',
	action: 'Send a template message',
	description: 'Send an approved template, at any time',
	fields: templateMessage(),
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
	content: (values, { namespace }) => templateContent(values, namespace),
});
