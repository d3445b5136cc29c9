import { defineOperation } from '../../../../core/run/operation';
import { listAt } from '../../answers';
import { chatCustomFields, chatId } from '../../customField';

/** Hello All collection: List All Custom Field For Chat. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get the custom fields of a chat',
	description: 'Get all custom fields of a chat with their values',
	fields: { chatId: chatId() },
	request: ({ chatId: chat }) => ({ method: 'GET', path: chatCustomFields(chat), retry: 'read' }),
	output: (answer) => listAt(answer, 'data'),
});
