import { defineOperation } from '../../../../core/run/operation';
import { deleted } from '../../answers';
import { CUSTOM_FIELDS, customField } from '../../customField';

/** Hello All collection: Delete Custom Field. */
export const deleteCustomField = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a custom field',
	description: 'Delete a custom field of the account with its values in all chats',
	fields: { id: customField('The custom field to delete') },
	request: ({ id }) => ({ method: 'DELETE', path: [...CUSTOM_FIELDS, id], retry: 'send' }),
	output: deleted,
});
