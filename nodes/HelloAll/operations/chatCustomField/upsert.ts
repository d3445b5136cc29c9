import { text } from '../../../../core/fields/basic';
import { rows, rowsOrJson } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { orSuccess } from '../../answers';
import { chatId } from '../../crm';
import { customField } from '../../customField';
import { endpoints } from '../../endpoints';

/** Hello All collection: Add/Update Custom Field In Chat. */
export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update custom fields of a chat',
	description: 'Create a new value, or update the current one if it already exists (upsert)',
	effect: 'send',
	fields: {
		chatId: chatId(),
		...rowsOrJson(
			'data',
			rows({
				displayName: 'Custom Fields',
				description: 'The custom fields to set',
				row: 'Custom Field',
				min: 1,
				fields: {
					id: customField('The custom field to set'),
					value: text({ displayName: 'Value', placeholder: 'e.g. 1042', description: 'The new value' }),
				},
			}),
			{ example: '[{"id": "42", "value": "1042"}]' },
		),
	},
	request: ({ chatId: chat, data, dataJson }) => ({
		endpoint: endpoints.upsertChatCustomFields,
		params: { chatId: chat },
		body: { data: data ?? dataJson },
	}),
	output: orSuccess,
});
