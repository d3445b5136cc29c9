import { defineOperation } from '../../../../core/run/operation';
import { deleted } from '../../answers';
import { customField } from '../../customField';
import { endpoints } from '../../endpoints';

/** Hello All collection: Delete Custom Field. */
export const deleteCustomField = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a custom field',
	description: 'Delete a custom field of the account with its values in all chats',
	effect: 'send',
	fields: { id: customField('The custom field to delete') },
	request: ({ id }) => ({ endpoint: endpoints.deleteCustomField, params: { id } }),
	output: deleted,
});
