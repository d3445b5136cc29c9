import { defineOperation } from '../../../../core/run/operation';
import { listAt } from '../../answers';
import { chatId } from '../../crm';
import { endpoints } from '../../endpoints';

/** Hello All collection: List All Custom Field For Chat. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get the custom fields of a chat',
	description: 'Get all custom fields of a chat with their values',
	effect: 'read',
	fields: { chatId: chatId() },
	request: ({ chatId: chat }) => ({ endpoint: endpoints.getChatCustomFields, params: { chatId: chat } }),
	output: (answer) => listAt(answer, 'data'),
});
