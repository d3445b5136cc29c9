import type { IDataObject } from 'n8n-workflow';

import { CATALOG } from './messageTable';
import { chosen } from './fixture';

const to = { clientWaNumber: '919800000101' };
const about = { clientWaNumber: chosen('919800000101') };
const template = { templateName: chosen('start_conversation'), languageCode: 'en' };
const campaign = { campaignName: 'Season opening', ...to, ...template };
const later = { scheduleTime: Math.floor(Date.now() / 1000) + 3600 };
const titles = { values: [{ title: 'Yes' }] };

/** By `resource.operation`: what has to be filled in, and no more. */
export const minimalParameters: Record<string, IDataObject> = {
	'attribute.create': { fieldKey: 'height' },
	'attribute.delete': { attribute: chosen('age') },
	'attribute.getMany': {},
	'attribute.update': { oldAttribute: chosen('city') },
	'business.get': {},
	'business.getAccountStatus': {},
	'custom.apiCall': { path: '/v1/clients' },
	'call.getMany': {},
	'call.getRecord': { callId: chosen('wacid.answered1') },
	'call.initiate': about,
	'campaign.get': { campaignId: chosen('c-1') },
	'campaign.getMany': {},
	'campaign.send': campaign,
	'chatbot.getMany': {},
	'chatbot.getResults': {},
	'chatbot.process': {
		chatbotId: chosen('bot-support'),
		messages: { values: [{ role: 'user', content: 'Where is my order?' }] },
	},
	'chatbot.talk': about,
	'contact.assignBot': { ...about, chatbotId: chosen('bot-orders') },
	'contact.assignChat': { ...about, email: chosen('arjun@example.com') },
	'contact.block': about,
	'contact.delete': about,
	'contact.get': about,
	'contact.getMany': {},
	'contact.toggleChat': about,
	'contact.updateAttributesAndTags': { ...about, tags: 'vip' },
	'contact.upsert': to,
	'employee.getMany': {},
	'journey.sendEvent': { eventName: 'added_to_cart', phone: '919800000101' },
	'media.download': {},
	'media.getUploadUrl': { file_name: 'a.png', file_type: 'image/png' },
	'media.upload': {},
	'message.get': { wamid: 'wamid.A' },
	'message.getMany': to,
	'message.markRead': to,
	'message.requestAddress': { ...to, body: 'Where to?' },
	'message.requestLocation': { ...to, body: 'Where are you?' },
	'message.search': { searchQuery: 'invoice' },
	'message.sendAndWait': { ...to, message: 'Refund 42.00?' },
	'message.sendButtons': { ...to, body: 'Coming?', buttons: titles },
	'message.sendCatalog': to,
	'message.sendCatalogLink': { ...to, businessNumber: '918000000001' },
	'message.sendContacts': {
		...to,
		contacts: { values: [{ formatted_name: 'Dana Field', phones: { values: [{ phone: '447700900555' }] } }] },
	},
	'message.sendCtaUrl': { ...to, body: 'Look', display_text: 'Open', url: 'https://example.org' },
	'message.sendInteractive': { ...to, interactive: '{"type": "flow"}' },
	'message.sendList': {
		...to,
		body: 'Choose',
		button: 'Topics',
		sections: { values: [{ title: '', rows: titles }] },
	},
	'message.sendLocation': { ...to, latitude: 51.5, longitude: -0.12 },
	'message.sendMedia': { ...to, url: 'https://files.example.org/a.png' },
	'message.sendProduct': { ...to, catalog_id: CATALOG, product_retailer_id: 'SKU-7' },
	'message.sendProductList': {
		...to,
		headerText: 'Cups',
		body: 'Look',
		catalog_id: CATALOG,
		productSections: { values: [{ title: 'All', product_items: 'SKU-7' }] },
	},
	'message.sendTemplate': { ...to, ...template },
	'message.sendText': { ...to, message: 'Hello' },
	'message.typing': { messageId: 'wamid.A' },
	'schedule.campaign': { ...later, ...campaign },
	'schedule.delete': { scheduleId: 's-1' },
	'schedule.message': { ...later, ...to, ...template },
	'template.create': { name: 'season_opening', bodyText: 'We are open.' },
	'template.delete': { templateName: chosen('order_update') },
	'template.get': { templateName: chosen('order_update') },
	'template.getMany': {},
	'webhook.delete': { url: 'https://hooks.example.org/a' },
	'webhook.upsert': { url: 'https://hooks.example.org/a' },
};

/** What to do about an operation that is not in the table. */
export const rowMissing = (id: string) =>
	`Add a row for "${id}" with the parameters it needs at least to test/engine/heltar/minimalParameters.ts`;
