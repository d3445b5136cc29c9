import { bare, json } from '../fixture';
import type { Title } from './title';

/** Fields of the CRM and their values in a chat. */
export const CUSTOM_FIELD_TITLES: Record<string, Title> = {
	'List All Custom Field': {
		parameters: { resource: 'customField', operation: 'getMany' },
		calls: () => [bare('GET', '/crm/setting/custom-field')],
	},
	'Create Custom Field': {
		parameters: {
			resource: 'customField',
			operation: 'create',
			name: 'Order number',
			type: 'text',
			description: 'Number of the last order',
		},
		calls: () => [
			json('POST', '/crm/setting/custom-field', {
				name: 'Order number',
				type: 'text',
				description: 'Number of the last order',
			}),
		],
	},
	'Delete Custom Field': {
		parameters: { resource: 'customField', operation: 'delete', id: { mode: 'list', value: 'cf_birthday' } },
		calls: () => [bare('DELETE', '/crm/setting/custom-field/cf_birthday')],
	},
	'List All Custom Field For Chat': {
		parameters: { resource: 'chatCustomField', operation: 'getMany', chatId: '={{ $json.chat }}' },
		calls: (ids) => [bare('GET', `/crm/chat/setting/${ids.chat}/custom-field`)],
	},
	'Add/Update Custom Field In Chat': {
		parameters: {
			resource: 'chatCustomField',
			operation: 'upsert',
			chatId: '={{ $json.chat }}',
			data: {
				values: [
					{ id: { mode: 'id', value: 'cf_city' }, value: 'Mumbai' },
					{ id: { mode: 'list', value: 'cf_orders' }, value: '4' },
				],
			},
		},
		calls: (ids) => [
			json('POST', `/crm/chat/setting/${ids.chat}/custom-field`, {
				data: [
					{ id: 'cf_city', value: 'Mumbai' },
					{ id: 'cf_orders', value: '4' },
				],
			}),
		],
	},
	'Delete Custom Field From Chat': {
		parameters: {
			resource: 'chatCustomField',
			operation: 'delete',
			chatId: '={{ $json.chat }}',
			id: { mode: 'id', value: 'cf_city' },
		},
		calls: (ids) => [bare('DELETE', `/crm/chat/setting/${ids.chat}/custom-field/cf_city`)],
	},
};
