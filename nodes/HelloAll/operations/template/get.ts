import { defineOperation } from '../../../../core/run/operation';
import { innerOr } from '../../answers';
import { endpoints } from '../../endpoints';
import { id } from '../../fields';

/** WhatsApp's Cloud API: one template by its ID, which the panel hands on. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a template',
	description: 'Get one template in one language by its ID; API style Cloud only',
	effect: 'read',
	fields: {
		templateId: id({
			displayName: 'Template ID',
			placeholder: 'e.g. 900000000000017',
			description: 'ID of the template, as Get Many gives it',
		}),
	},
	request: ({ templateId }) => ({ endpoint: endpoints.getTemplate, params: { templateId } }),
	output: (answer) => innerOr(answer, 'data'),
});
