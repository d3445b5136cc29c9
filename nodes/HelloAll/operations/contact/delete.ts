import { defineOperation } from '../../../../core/run/operation';
import { deleted } from '../../answers';
import { chatId } from '../../crm';
import { endpoints } from '../../endpoints';

/** Hello All CRM, delete a contact. */
export const deleteContact = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a contact',
	description: 'Delete a contact and their chat from Hello All',
	effect: 'send',
	fields: { chatId: chatId() },
	request: ({ chatId: chat }) => ({ endpoint: endpoints.deleteContact, params: { chatId: chat } }),
	output: deleted,
});
