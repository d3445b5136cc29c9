import type { IDataObject } from 'n8n-workflow';

const [A, B] = ['919800000101', '919800000102'];
const FILES = 'https://files.example.org';
const SHOP = 'Example Garden';

/** An answer and what the node makes of it. */
interface Reading {
	operation: string;
	parameters: IDataObject;
	items?: IDataObject[];
	/** A look at the template, whose answer is of no use here. */
	before?: string;
	/** The call that is answered so. */
	call: string;
	/** The items that come out, of the `data` that went in. */
	output(data: never): IDataObject[];
	/** What the user is told instead. */
	refusal?: string;
}

interface Taken {
	success: Record<string, { message: IDataObject & { wamid: string } }>;
}

/** A message that was taken in: what a workflow needs, without the record of it. */
const sentItem = (message: IDataObject, clientWaNumber: string, refId?: string) => ({
	outcome: 'sent',
	clientWaNumber,
	wamid: message.wamid,
	queued: false,
	...(refId ? { refId } : {}),
	success: true,
});

function sending(
	operation: string,
	clientWaNumber: string,
	parameters: IDataObject,
	refId?: string,
): Reading {
	return {
		operation: `message.${operation}`,
		parameters: { clientWaNumber, ...parameters, options: refId ? { refId } : {} },
		call: 'POST /v1/messages/send',
		output: ({ success }: Taken) => [sentItem(success[0].message, clientWaNumber, refId)],
	};
}

const media = (clientWaNumber: string, file: string, name: string, size: number) =>
	sending('sendMedia', clientWaNumber, { url: `${FILES}/${file}`, name, size });
const header = (headerText: string) => ({ headerType: 'text', headerText });
const titled = (...titles: string[]) => ({ values: titles.map((title) => ({ title })) });
const chosen = (value: string) => ({ mode: 'list', value });
/** The attributes of the nine contacts of the list, no longer as JSON. */
const ATTRIBUTES = [
	{ city: 'Pune', plan: 'Plus' },
	{ 'Visit 1': '110', 'Visit 2': '2q', 'Visit 3': 'a1' },
	{ 'Visit 1': '121', 'Visit 2': '3q', 'Visit 3': 'b2' },
	{ 'Visit 1': '132', 'Visit 2': '4q', 'Visit 3': 'c3' },
	{ 'Visit 1': '143', 'Visit 2': '5q', 'Visit 3': 'd4' },
	{ 'Visit 1': '154', 'Visit 2': '6q', 'Visit 3': 'e5' },
	{ 'Visit 1': '165', 'Visit 2': '7q', 'Visit 3': 'f6' },
	{ age: 41, city: 'Nashik' },
	{ age: 36, city: 'Mysuru' },
];

/** A contact as it is saved, in the few fields a workflow needs. */
const savedContact = (clientWaNumber: string, username: string, attributes: IDataObject, at: string) => ({
	clientWaNumber,
	username,
	attributes,
	isOpen: true,
	unreadMessages: 0,
	conversationExpire: at,
	latestMessage: null,
	windowOpenUntil: null,
});

const openingHours = {
	name: 'opening_hours',
	content: 'Opening hours\nWe are open from 9 to 18, on Sundays from 10 to 14.\nExample Garden',
	numVariables: 0,
	numButtons: 0,
};

/** By the names of the request and of its example in the collection. */
export const readings: Record<string, Reading> = {
	'Add Webhook Url / Add Webhook Url': {
		operation: 'webhook.upsert',
		parameters: { url: '={{ $json.url }}', isEnabled: '={{ $json.isEnabled }}' },
		items: [
			{ url: 'http://localhost:5678/webhook/orders', isEnabled: true },
			{ url: 'http://localhost:5679/webhook/support', isEnabled: false },
		],
		call: 'POST /v1/business/webhook-url',
		output: () => [
			{ url: 'http://localhost:5678/webhook/orders', isEnabled: true },
			{ url: 'http://localhost:5679/webhook/support', isEnabled: false },
		],
	},
	'Delete Webhook Url / Delete Webhook Url': {
		operation: 'webhook.delete',
		parameters: { url: 'http://localhost:5678/webhook/orders' },
		call: `DELETE /v1/business/webhook-url?url=${encodeURIComponent('http://localhost:5678/webhook/orders')}`,
		output: () => [{ deleted: true, url: 'http://localhost:5678/webhook/orders' }],
	},
	'Send Bulk Campaign / Example Campaign': {
		operation: 'campaign.send',
		parameters: {
			campaignName: 'Season opening',
			clientWaNumber: '={{ $json.number }}',
			templateName: chosen('season_opening'),
			languageCode: 'en_GB',
		},
		items: [{ number: A }, { number: B }],
		before: 'GET /v1/templates/season_opening',
		call: 'POST /v1/campaigns/send',
		output: ({ campaignId, messagesResponse }: { campaignId: string; messagesResponse: Taken }) =>
			[A, B].map((number, at) => ({
				campaignId,
				...sentItem(messagesResponse.success[at].message, number),
			})),
	},
	'Fetch Client List / Fetch Client List': {
		operation: 'contact.getMany',
		parameters: { returnAll: true, simplify: false },
		call: 'GET /v1/clients?limit=5000',
		output: (contacts: IDataObject[]) =>
			contacts.map((contact, at) => ({ ...contact, attributes: ATTRIBUTES[at] })),
	},
	'Create/Update Client / Create New Clients': {
		operation: 'contact.upsert',
		parameters: {
			clientWaNumber: '={{ $json.number }}',
			username: '={{ $json.name }}',
			specifyAttributes: 'json',
			attributesJson: '={{ $json.attributes }}',
		},
		items: [
			{ number: '919800000110', name: 'Robin Shah', attributes: { age: 40, city: 'Pune' } },
			{ number: '919800000111', name: 'Devi M.', attributes: { age: 27, city: 'Surat' } },
		],
		call: 'POST /v1/clients',
		output: () => [
			savedContact('919800000110', 'Robin Shah', { age: 40, city: 'Pune' }, '2026-03-02T11:00:00.734Z'),
			savedContact('919800000111', 'Devi M.', { age: 27, city: 'Surat' }, '2026-03-02T11:00:00.742Z'),
		],
	},
	'Create/Update Client / Update Client Details': {
		operation: 'contact.upsert',
		parameters: {
			clientWaNumber: '919800000110',
			attributes: { values: [{ fieldKey: chosen('age'), value: '={{ 41 }}' }] },
		},
		call: 'POST /v1/clients',
		output: () => [
			savedContact('919800000110', 'Robin Shah', { age: 41, city: 'Pune' }, '2026-03-02T11:00:00.734Z'),
		],
	},
	'Fetch Client Details / Fetch Client Details': {
		operation: 'contact.get',
		parameters: { clientWaNumber: chosen(A) },
		call: `GET /v1/clients/${A}`,
		output: () => [
			{
				...savedContact(A, 'Asha Verma', { city: 'Thane', plan: 'Plus' }, '2026-03-02T10:15:30.000Z'),
				latestMessage: {
					text: 'Is it ready?',
					type: 'text',
					timestamp: '2026-03-01T10:15:30.000Z',
					historyText: 'Is it ready?',
				},
			},
		],
	},
	'Toggle Chat / Toggle Chat': {
		operation: 'contact.toggleChat',
		parameters: { clientWaNumber: chosen(A), isOpen: true },
		call: `PUT /v1/clients/chat/toggle/${A}`,
		output: () => [{ success: true, message: 'The chat is open' }],
	},
	'Fetch Template List / Fetch Template List': {
		operation: 'template.getMany',
		parameters: {},
		call: 'GET /v1/templates',
		output: () => [openingHours],
	},
	'Fetch Template Details / Fetch Template Details': {
		operation: 'template.get',
		parameters: { templateName: chosen('opening_hours') },
		call: 'GET /v1/templates/opening_hours',
		output: () => [openingHours],
	},
	'Media Messages / Images': media(A, 'k3Jd9garden.jpeg', 'garden.jpeg', 118204),
	'Media Messages / Videos': media(
		B,
		'p0Lm2Tour%2520of%2520the%2520garden.mp4',
		'Tour of the garden.mp4',
		6204331,
	),
	'Media Messages / Audio': media(B, 'E7-xQbirdsong.mp3', 'birdsong.mp3', 704128),
	'Media Messages / Document': media(B, 'u8Vw1price-list.pdf', 'price-list.pdf', 208811),
	'Interactive Messages / Quick Replies': sending('sendButtons', B, {
		...header('Your visit'),
		body: 'Which day suits you?',
		footer: SHOP,
		buttons: titled('Friday', 'Saturday', 'Sunday'),
	}),
	'Interactive Messages / List Messages': sending('sendList', A, {
		headerText: SHOP,
		body: 'What is it about?',
		footer: 'Open from 9 to 18',
		button: 'Topics',
		sections: {
			values: [
				{ title: 'Orders', rows: titled('Status', 'Change') },
				{ title: 'Visits', rows: titled('Groups') },
			],
		},
	}),
	'Interactive Messages / URL Button': sending(
		'sendCtaUrl',
		B,
		{
			...header('Your visit'),
			body: 'Your tickets are here.',
			footer: SHOP,
			display_text: 'Open tickets',
			url: 'https://example.org/t/88',
		},
		'visit-88-tickets',
	),
	'Interactive Messages / Get Address From Contacts': sending(
		'requestAddress',
		B,
		{ ...header('Your order'), body: 'Where shall we deliver?', footer: SHOP, country: 'IN' },
		'order-88-address',
	),
	'Interactive Messages / Get Location From Contacts': sending('requestLocation', B, {
		body: 'Where shall we meet?',
	}),
	'Catalogue Messages / Catalogue Link': sending('sendCatalogLink', B, { businessNumber: '918000000001' }),
	'Catalogue Messages / Catalogue send': sending(
		'sendCatalog',
		B,
		{ body: 'All our seeds in one place.', footer: SHOP },
		'spring-catalogue',
	),
	'Catalogue Messages / Single Product Send': sending('sendProduct', B, {
		catalog_id: '700100200300',
		product_retailer_id: 'SKU-7',
		body: 'Back in stock',
		footer: SHOP,
	}),
	'Catalogue Messages / Multi Product Send': sending('sendProductList', B, {
		headerText: 'Seeds for spring',
		body: 'Tap a seed to see more.',
		footer: SHOP,
		catalog_id: '700100200300',
		productSections: {
			values: [
				{ title: 'Flowers', product_items: 'SKU-7' },
				{ title: 'Herbs', product_items: 'SKU-9' },
			],
		},
	}),
	'Fetch Attributes / Fetch Attributes': {
		operation: 'attribute.getMany',
		parameters: { returnAll: true },
		call: 'GET /v1/business/attributes',
		output: () =>
			['height', 'city', 'plan', 'Visit 1', 'Visit 2', 'Visit 3'].map((fieldKey) => ({ fieldKey })),
	},
	'Update Attributes / Update with Existing Attribute': {
		operation: 'attribute.update',
		parameters: { oldAttribute: chosen('tariff'), fieldKey: 'plan', dataType: 'text' },
		call: 'PUT /v1/business/attributes',
		output: () => [],
		refusal: 'Attribute: plan exists already! Delete it before you rename another one to it!',
	},
	'Update Attributes / Change Attribute Name': {
		operation: 'attribute.update',
		parameters: { oldAttribute: chosen('Seasons'), fieldKey: 'Years', dataType: 'numerical' },
		call: 'PUT /v1/business/attributes',
		output: () => [{ fieldKey: 'Years', dataType: 'numerical' }],
	},
	'Update Attributes / Change Attribute Type': {
		operation: 'attribute.update',
		parameters: { oldAttribute: chosen('Years'), dataType: 'text' },
		call: 'PUT /v1/business/attributes',
		output: () => [{ fieldKey: 'Years', dataType: 'text' }],
	},
	'Delete Attributes / Delete Attributes': {
		operation: 'attribute.delete',
		parameters: { attribute: chosen('height') },
		call: 'DELETE /v1/business/attributes?attribute=height',
		output: () => [{ deleted: true, attribute: 'height' }],
	},
};
