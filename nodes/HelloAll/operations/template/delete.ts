import { defineOperation } from '../../../../core/run/operation';
import { templateField } from '../../../shared/templateFields';
import { deleted } from '../../answers';
import { undocumented, notAvailable } from '../../fields';
import { templateSource } from '../../template';
import { endpoints } from '../../endpoints';

/** WhatsApp's on-premises form; the Hello All collection has no such request. */
export const deleteTemplate = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a template',
	description: undocumented('Delete a template in all its languages'),
	effect: 'send',
	fields: { templateName: templateField(templateSource) },
	request: ({ templateName: name }) => ({
		name: 'template.delete',
		requests: [{ endpoint: endpoints.deleteTemplate, params: { templateName: name } }],
		unsupported: notAvailable('deleting templates, or does not know this template'),
	}),
	output: deleted,
});
