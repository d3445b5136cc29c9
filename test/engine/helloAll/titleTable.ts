import type { IDataObject } from 'n8n-workflow';

import type { DIALECTS } from './fixture';
import { bare, json } from './fixture';

export const TO = '910000000123';
export const HOOK = 'https://hooks.example.com/wa';

type Dialect = (typeof DIALECTS)[number];

/** Ids of what the sandbox has, which the items carry in. */
export interface Ids {
	media: string;
	chat: string;
	namespace: string;
}

/** One request of the provider's collection: how it is filled in, and every call it makes. */
export interface Title {
	parameters: IDataObject;
	/** In order; by dialect where the attempts differ. */
	calls(ids: Ids): unknown[] | Record<Dialect, unknown[]>;
	/** Ends in an error there, by design. */
	failsIn?: Dialect;
}

const session = (type: string, part: unknown) => ({
	to: TO,
	recipient_type: 'individual',
	type,
	[type]: part,
});
const message = (body: unknown) => [json('POST', '/v1/messages', body)];
const binary = (path: string, query: Record<string, string> = {}) => {
	const call = bare('GET', path, query);
	return { ...call, headers: { ...call.headers, accept: '*/*' } };
};

/** A new template, apart from its header. */
const DRAFT: IDataObject = {
	resource: 'template',
	operation: 'create',
	category: 'UTILITY',
	language: 'en',
	bodyText: 'Hello {{1}}\n\nPick-up after {{2}}.',
	bodyExamples: { mappingMode: 'defineBelow', value: { 'body.1': 'Asha', 'body.2': '5 pm' } },
	footerText: 'Example Store',
	buttons: {
		values: [
			{ type: 'QUICK_REPLY', text: 'Today' },
			{ type: 'QUICK_REPLY', text: 'Cancel' },
		],
	},
};
const BODY = {
	type: 'BODY',
	text: 'Hello {{1}}\n\nPick-up after {{2}}.',
	example: { body_text: [['Asha', '5 pm']] },
};
const REST = [
	BODY,
	{ type: 'FOOTER', text: 'Example Store' },
	{
		type: 'BUTTONS',
		buttons: [
			{ type: 'QUICK_REPLY', text: 'Today' },
			{ type: 'QUICK_REPLY', text: 'Cancel' },
		],
	},
];
const created = (name: string, components: unknown[]) => [
	json('POST', '/v1/configs/templates', { name, category: 'UTILITY', language: 'en', components }),
];
const withMedia = (format: string, sample: string) => ({
	parameters: {
		...DRAFT,
		name: `order_${format.toLowerCase()}`,
		headerFormat: format,
		headerExample: `https://files.example.com/${sample}`,
	},
	calls: () =>
		created(`order_${format.toLowerCase()}`, [
			{ type: 'HEADER', format, example: { header_handle: [`https://files.example.com/${sample}`] } },
			...REST,
		]),
});

const COMPLIANCE_BODY = {
	entity_name: 'Example Stores Pvt Ltd',
	entity_type: 'Private Company',
	customer_care_details: { email: 'care@example.com', mobile_number: '+919800000000' },
	grievance_officer_details: {
		name: 'Ravi Menon',
		email: 'ravi@example.com',
		landline_number: '+911140000000',
		mobile_number: '+919800000001',
	},
};
const complianceCall = json('POST', '/v1/settings/business/compliance_info', COMPLIANCE_BODY);
const about = (path: string) => json('PATCH', path, { text: 'We answer from 9 to 18' });
const webhook = (method: string, body?: unknown) =>
	body === undefined ? bare(method, '/v1/configs/webhook') : json(method, '/v1/configs/webhook', body);

/** The titles of the provider's collection, in its order (names of its own examples in brackets). */
export const TITLES: Record<string, Title> = {
	'Session Text Message': {
		parameters: { resource: 'message', operation: 'sendText', to: '+91 00000-00123', body: 'On its way.' },
		calls: () => message(session('text', { body: 'On its way.' })),
	},
	'Session Image Message': {
		parameters: {
			resource: 'message',
			operation: 'sendImage',
			to: TO,
			link: 'https://files.example.com/shoe.jpg',
		},
		calls: () => message(session('image', { link: 'https://files.example.com/shoe.jpg' })),
	},
	'Session Video Message': {
		parameters: {
			resource: 'message',
			operation: 'sendVideo',
			to: TO,
			link: 'https://files.example.com/setup.mp4',
			caption: 'How to set it up',
		},
		calls: () =>
			message(session('video', { link: 'https://files.example.com/setup.mp4', caption: 'How to set it up' })),
	},
	'Session Document Message': {
		parameters: {
			resource: 'message',
			operation: 'sendDocument',
			to: TO,
			link: 'https://files.example.com/inv-17.pdf',
			filename: 'inv-17.pdf',
		},
		calls: () =>
			message(session('document', { link: 'https://files.example.com/inv-17.pdf', filename: 'inv-17.pdf' })),
	},
	'Session List Message (Single Section)': {
		parameters: {
			resource: 'message',
			operation: 'sendList',
			to: TO,
			headerText: 'Support',
			body: 'How can we help?',
			footer: 'Open 9 to 18',
			button: 'Choose',
			sections: {
				values: [
					{
						title: 'Topics',
						rows: {
							values: [
								{ id: 'billing', title: 'Billing', description: 'Invoices and refunds' },
								{ id: 'delivery', title: 'Delivery', description: 'Where is my parcel' },
							],
						},
					},
				],
			},
		},
		calls: () =>
			message(
				session('interactive', {
					type: 'list',
					header: { type: 'text', text: 'Support' },
					body: { text: 'How can we help?' },
					footer: { text: 'Open 9 to 18' },
					action: {
						button: 'Choose',
						sections: [
							{
								title: 'Topics',
								rows: [
									{ id: 'billing', title: 'Billing', description: 'Invoices and refunds' },
									{ id: 'delivery', title: 'Delivery', description: 'Where is my parcel' },
								],
							},
						],
					},
				}),
			),
	},
	'Session List Message (Multiple Section)': {
		parameters: {
			resource: 'message',
			operation: 'sendList',
			to: TO,
			body: 'How can we help?',
			button: 'Choose',
			specifySections: 'json',
			sectionsJson: JSON.stringify([
				{ title: 'Orders', rows: [{ id: 'o1', title: 'Track', description: 'Track a parcel' }] },
				{ title: 'Account', rows: [{ id: 'a1', title: 'Password' }] },
			]),
		},
		calls: () =>
			message(
				session('interactive', {
					type: 'list',
					body: { text: 'How can we help?' },
					action: {
						button: 'Choose',
						sections: [
							{ title: 'Orders', rows: [{ id: 'o1', title: 'Track', description: 'Track a parcel' }] },
							{ title: 'Account', rows: [{ id: 'a1', title: 'Password' }] },
						],
					},
				}),
			),
	},
	'Session Reply Button Message': {
		parameters: {
			resource: 'message',
			operation: 'sendReplyButtons',
			to: TO,
			headerType: 'document',
			headerLink: 'https://files.example.com/inv-17.pdf',
			headerFileName: 'inv-17.pdf',
			body: 'Shall we deliver today?',
			footer: 'Reply within 2 hours',
			buttons: {
				values: [
					{ id: 'yes-1042', title: 'Yes' },
					{ id: 'no-1042', title: 'No' },
				],
			},
		},
		calls: () =>
			message(
				session('interactive', {
					type: 'button',
					header: {
						type: 'document',
						document: { link: 'https://files.example.com/inv-17.pdf', filename: 'inv-17.pdf' },
					},
					body: { text: 'Shall we deliver today?' },
					footer: { text: 'Reply within 2 hours' },
					action: {
						buttons: [
							{ type: 'reply', reply: { id: 'yes-1042', title: 'Yes' } },
							{ type: 'reply', reply: { id: 'no-1042', title: 'No' } },
						],
					},
				}),
			),
	},
	'Send Template Message': {
		parameters: {
			resource: 'message',
			operation: 'sendTemplate',
			to: TO,
			templateName: { mode: 'list', value: 'order_update' },
			languageCode: 'en',
			variables: { mappingMode: 'defineBelow', value: { 'body.1': 'Asha', 'body.2': '1042' } },
			options: { namespace: '={{ $json.namespace }}' },
		},
		calls: (ids) =>
			message({
				to: TO,
				type: 'template',
				template: {
					namespace: ids.namespace,
					language: { policy: 'deterministic', code: 'en' },
					name: 'order_update',
					components: [
						{
							type: 'body',
							parameters: [
								{ type: 'text', text: 'Asha' },
								{ type: 'text', text: '1042' },
							],
						},
					],
				},
			}),
	},
	'Template List': {
		parameters: { resource: 'template', operation: 'getMany', limit: 10 },
		calls: () => [bare('GET', '/v1/configs/templates', { limit: '10', offset: '0' })],
	},
	'Standard Template (Only Body)': {
		parameters: { ...DRAFT, name: 'order_body', footerText: '', buttons: {} },
		calls: () => created('order_body', [BODY]),
	},
	'Text Header': {
		parameters: {
			...DRAFT,
			name: 'order_text',
			headerFormat: 'TEXT',
			headerText: 'Order {{1}}',
			headerExample: '1042',
		},
		calls: () =>
			created('order_text', [
				{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['1042'] } },
				...REST,
			]),
	},
	'Image Header': withMedia('IMAGE', 'sample.jpeg'),
	'Document Header': withMedia('DOCUMENT', 'sample.pdf'),
	'Video Header': withMedia('VIDEO', 'sample.mp4'),
	'Set Webhook': {
		parameters: { resource: 'webhook', operation: 'set', url: HOOK, replace: true },
		calls: () => [webhook('GET'), webhook('POST', { url: HOOK })],
	},
	'Get Webhook': {
		parameters: { resource: 'webhook', operation: 'get' },
		calls: () => [webhook('GET')],
		failsIn: 'literal',
	},
	'Delete Webhook': {
		parameters: { resource: 'webhook', operation: 'delete' },
		calls: () => ({
			conventional: [webhook('GET'), webhook('DELETE', { url: HOOK })],
			literal: [webhook('GET'), webhook('DELETE'), webhook('POST', { url: '' })],
		}),
	},
	'Retrieve Media': {
		parameters: { resource: 'media', operation: 'download', id: '={{ $json.media }}' },
		calls: (ids) => [binary('/v1/media.php', { id: ids.media })],
	},
	'Delete Media': {
		parameters: { resource: 'media', operation: 'delete', id: '={{ $json.media }}' },
		calls: (ids) => [bare('DELETE', '/v1/media.php', { id: ids.media })],
	},
	'Phone Number Associated With WhatsApp Business API': {
		parameters: { resource: 'phoneNumber', operation: 'get' },
		calls: () => [bare('GET', '/v1/configs/phone_number')],
	},
	'Get User Information': {
		parameters: { resource: 'user', operation: 'get' },
		calls: () => [bare('GET', '/api/getuser')],
	},
	'Get Business Profile': {
		parameters: { resource: 'businessProfile', operation: 'get' },
		calls: () => [bare('GET', '/v1/settings/business/profile')],
	},
	'Get Profile About Content': {
		parameters: { resource: 'profile', operation: 'getAbout' },
		calls: () => [bare('GET', '/v1/settings/profile/about')],
	},
	'Get Profile Photo': {
		parameters: { resource: 'profile', operation: 'getPhoto' },
		calls: () => [binary('/v1/settings/profile/photo')],
	},
	'Get Profile Photo Link': {
		parameters: { resource: 'profile', operation: 'getPhotoLink' },
		calls: () => [bare('GET', '/v1/settings/profile/photo', { format: 'link' })],
	},
	'Update Profile About': {
		parameters: { resource: 'profile', operation: 'updateAbout', text: 'We answer from 9 to 18' },
		calls: () => ({
			conventional: [about('/v1/settings/profile/about')],
			literal: [about('/v1/settings/profile/about'), about('/v1/configs/settings/business/profile')],
		}),
	},
	'Update Compliance Info (Indian Users)': {
		parameters: { resource: 'compliance', operation: 'update', ...COMPLIANCE_BODY },
		calls: () => [{ ...complianceCall, headers: { ...complianceCall.headers, 'd360-api-key': '***' } }],
		failsIn: 'literal',
	},
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
