import type { IDataObject } from 'n8n-workflow';

import { TITLES, TO } from './titleTable';

const CHAT = { mode: 'id', value: '={{ $json.chat }}' };

/** What goes beyond the provider's collection, so has no title in it. */
const BEYOND: Record<string, IDataObject> = {
	'campaign.getMany': {},
	'campaign.getReport': { campaignId: { mode: 'id', value: '={{ $json.campaign }}' } },
	'chat.assign': { chatId: CHAT, operator_email: 'ravi@example.com' },
	'chat.getMessages': { chatId: CHAT },
	'chat.markDone': { chatId: CHAT },
	'compliance.get': {},
	'contact.create': { whatsapp: '910000000199' },
	'contact.delete': { chatId: CHAT },
	'contact.getMany': {},
	'contact.search': { search_value: TO },
	'custom.apiCall': { path: '/crm/campaign' },
	'media.upload': { binaryPropertyName: 'data' },
	'message.markRead': { message_id: '={{ $json.message }}' },
	'message.sendAndWait': { to: TO, message: 'Refund 42.00?' },
	'message.sendAudio': { to: TO, link: 'https://files.example.com/note.ogg' },
	'message.sendContacts': {
		to: TO,
		contacts: { values: [{ formatted_name: 'Asha Verma', phones: { values: [{ phone: '910000000123' }] } }] },
	},
	'message.sendLocation': { to: TO, latitude: 28.4, longitude: 77 },
	'message.sendSticker': { to: TO, link: 'https://files.example.com/wave.webp' },
	'message.typing': { message_id: '={{ $json.message }}' },
	'template.delete': { templateName: { mode: 'list', value: 'welcome' } },
	'template.get': { templateId: '={{ $json.template }}' },
};

const titled = Object.values(TITLES).map(({ parameters: { resource, operation, ...parameters } }) => [
	`${String(resource)}.${String(operation)}`,
	parameters,
]);

/** By `resource.operation`: what has to be filled in, as the first of its titles does; items carry the ids of the shop. */
export const minimalParameters: Record<string, IDataObject> = {
	...(Object.fromEntries(titled.reverse()) as Record<string, IDataObject>),
	...BEYOND,
};

/** What to do about an operation that is not in the table. */
export const rowMissing = (id: string) =>
	`Add a title for "${id}" to test/engine/helloAll/titleTable.ts, or, where the provider's collection has none, a row ` +
	`with the parameters it needs at least to test/engine/helloAll/minimalParameters.ts`;
