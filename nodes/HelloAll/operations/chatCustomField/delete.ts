import { defineOperation } from '../../../../core/run/operation';
import { deleted } from '../../answers';
import { chatId } from '../../crm';
import { customField } from '../../customField';
import { endpoints } from '../../endpoints';

/** Hello All collection: Delete Custom Field From Chat. */
export const deleteChatCustomField = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a custom field from a chat',
	description: 'Remove the value of a custom field from a chat',
	effect: 'send',
	fields: { chatId: chatId(), id: customField('The custom field whose value to delete') },
	request: ({ chatId: chat, id }) => ({
		endpoint: endpoints.deleteChatCustomField,
		params: { chatId: chat, id },
	}),
	output: deleted,
});
