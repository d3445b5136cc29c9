import { defineOperation } from '../../../../core/run/operation';
import { deleted } from '../../answers';
import { chatCustomFields, chatId, customField } from '../../customField';

/** Hello All collection: Delete Custom Field From Chat. */
export const deleteChatCustomField = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a custom field from a chat',
	description: 'Take the value of a custom field from a chat',
	fields: { chatId: chatId(), id: customField('The custom field whose value to delete') },
	request: ({ chatId: chat, id }) => ({
		method: 'DELETE',
		path: [...chatCustomFields(chat), id],
		retry: 'send',
	}),
	output: deleted,
});
