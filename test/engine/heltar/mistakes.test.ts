import type { IDataObject } from 'n8n-workflow';

import { eachMistake } from './eachMistake';
import { CATALOG } from './messageTable';

const ASHA = '919800000101';

const buttons = (...titles: string[]) => ({ values: titles.map((title) => ({ title })) });
const section = (title: string, ...rows: string[]) => ({ title, rows: buttons(...rows) });
const numbered = (count: number, from = 1) => Array.from({ length: count }, (_, at) => `Row ${at + from}`);
const list = (...sections: IDataObject[]) => ({
	body: 'Choose',
	button: 'Topics',
	sections: { values: sections },
});
const question = (titles: IDataObject) => ({ body: 'Coming?', buttons: titles });
const message = (operation: string, parameters: IDataObject) => ({
	resource: 'message',
	operation,
	parameters: { clientWaNumber: ASHA, ...parameters },
});
const text = (more: IDataObject = {}) => message('sendText', { message: 'Hello', ...more });

eachMistake({
	'a list with 11 rows in one section': {
		...message('sendList', list(section('All', ...numbered(11)))),
		message: 'Sections → Section 1 → Rows: 11 added, the maximum is 10',
	},
	'a list with 11 rows in two sections': {
		...message('sendList', list(section('A', ...numbered(6)), section('B', ...numbered(5, 7)))),
		message: 'Total row count exceed max allowed count: 10',
		advice: /^A value is missing or not allowed.*Code: 131009$/,
		onTheWire: true,
	},
	'two sections, one without a title': {
		...message('sendList', list(section('A', 'Invoices'), section('', 'Refunds'))),
		message: 'Sections → Section 2 → Title: must not be empty when there are several sections',
	},
	'two rows with the same ID': {
		...message(
			'sendList',
			list(
				{ title: 'A', rows: { values: [{ title: 'Invoices', id: 'x' }] } },
				{ title: 'B', rows: { values: [{ title: 'Refunds' }, { title: 'Returns', id: 'x' }] } },
			),
		),
		message:
			'Sections → Section 2 → Rows → Row 2 → ID: must be unique among the rows of a list ("x" is used twice)',
	},
	'a button title of 21 characters': {
		...message('sendButtons', question(buttons('Yes', 'Yes, with pleasure 🎉🎉'))),
		message: 'Buttons → Button 2 → Title: 21 characters, the maximum is 20',
	},
	'four buttons': {
		// Of more rows than fit n8n says so itself.
		...message('sendButtons', {
			body: 'Coming?',
			specifyButtons: 'json',
			buttonsJson: '["A", "B", "C", "D"]',
		}),
		message: 'Buttons (JSON): 4 added, the maximum is 3',
	},
	'no button at all': {
		...message('sendButtons', question({})),
		message: 'Buttons: none added, the minimum is 1',
	},
	'two buttons with the same title': {
		...message('sendButtons', question(buttons('Yes', 'Yes'))),
		message: 'Buttons → Button 2 → Title: must be unique among the buttons ("Yes" is used twice)',
	},
	'buttons as broken JSON': {
		...message('sendButtons', { body: 'Coming?', specifyButtons: 'json', buttonsJson: '["Yes",' }),
		message: 'Buttons (JSON): this is not valid JSON',
	},
	'a header link that is not https': {
		...message('sendButtons', {
			...question(buttons('Yes')),
			headerType: 'image',
			headerLink: 'http://files.example.org/menu.png',
		}),
		message: 'Header Link: must start with https://',
	},
	'a button that opens no web page': {
		...message('sendCtaUrl', { body: 'Call us', display_text: 'Call', url: 'tel:+447700900123' }),
		message: 'URL: "tel:+447700900123" is not a web address that starts with https:// or http://',
	},
	'a country by its name': {
		...message('requestAddress', { body: 'Where to?', country: 'India' }),
		message: 'Country: "India" is not a two-letter country code',
		advice: /two-letter code, for example IN/,
	},
	'latitude and longitude swapped': {
		...message('sendLocation', { latitude: 139.69, longitude: 35.68 }),
		message: 'Latitude: 139.69, the maximum is 90',
	},
	'a contact card without a number': {
		...message('sendContacts', { contacts: { values: [{ formatted_name: 'Dana Field' }] } }),
		message: 'Contacts → Contact 1 → Phones: none added, the minimum is 1',
	},
	'a birthday that is no day': {
		...message('sendContacts', {
			contacts: {
				values: [
					{
						formatted_name: 'Dana Field',
						phones: { values: [{ phone: '447700900555' }] },
						birthday: '1990-02-30',
					},
				],
			},
		}),
		message: 'Contacts → Contact 1 → Birthday: "1990-02-30" is not a date',
		advice: /year-month-day/,
	},
	'31 products': {
		...message('sendProductList', {
			headerText: 'All',
			body: 'Look',
			catalog_id: CATALOG,
			productSections: { values: [{ title: 'All', product_items: numbered(31).join(',') }] },
		}),
		message: 'Sections: 31 products in all, the maximum is 30',
	},
	'a product the catalog does not have': {
		...message('sendProduct', { catalog_id: CATALOG, product_retailer_id: 'SKU-404' }),
		message: 'Products not found in FB Catalog: SKU-404',
		advice: /unknown product.*Code: 131009$/,
		onTheWire: true,
	},
	'one card': {
		...message('sendCarousel', {
			body: 'New in',
			specifyCards: 'json',
			cardsJson:
				'[{"headerLink": "https://x.example/a.png", "display_text": "Buy", "url": "https://x.example"}]',
		}),
		message: 'Cards (JSON): 1 added, the minimum is 2',
	},
	'a form without its first screen': {
		...message('sendFlow', { body: 'Book', flow_id: '8841', flow_cta: 'Book', screen: '={{ "" }}' }),
		message: 'Screen: nothing is filled in',
	},
	'an order with a reference nobody can use': {
		...message('sendOrderStatus', { body: 'News', reference_id: 'Order 7' }),
		message:
			'Order Reference: "Order 7" may hold the letters A to Z, digits, underscores, hyphens and dots only',
	},
	'an order in a group': {
		...message('sendOrderDetails', {
			clientWaNumber: 'Y2FwaV9ncm91cDoxMjM0NTY3ODkwMTIz',
			body: 'Your order',
			reference_id: 'o-1',
			configuration_name: 'shop',
			items: { values: [{ name: 'Cup', amount: 349, quantity: 1 }] },
		}),
		message: 'Recipient: this type of message cannot be sent to a group',
	},
	'an interactive object without a type': {
		...message('sendInteractive', { interactive: '{"body": {"text": "Hi"}}' }),
		message: 'Interactive: needs a "type", for example "flow"',
	},
	'a number without its country code': {
		...text({ clientWaNumber: '09800 000101' }),
		message: 'Recipient: "09800 000101" must not start with 0',
		advice: /country code, for example 447700900123/,
	},
	'buttons for a group': {
		...message('sendButtons', {
			...question(buttons('Yes')),
			clientWaNumber: 'Y2FwaV9ncm91cDoxMjM0NTY3ODkwMTIz',
		}),
		message: 'Recipient: this type of message cannot be sent to a group',
		advice: /^Only text, media and templates/,
	},
	'a closed 24-hour window': {
		...text(),
		message: 'Message failed to send because more than 24 hours have passed since the customer last replied.',
		advice: /Send an approved template with the operation "Send Template".*Code: 131047$/,
		given: async ({ settings }) => await settings({ window: 'closed' }),
		onTheWire: true,
	},
	'a blocked contact': {
		...text(),
		message: 'Client is blocked',
		advice: /^The contact is blocked in Heltar. Unblock it first.$/,
		given: async ({ customer }) => await customer(ASHA, { blocked: true }),
		onTheWire: true,
	},
	'a contact who opted out': {
		...text(),
		message: 'Client has not opted in',
		advice: /Only they can opt in again/,
		given: async ({ customer }) => await customer(ASHA, { optedIn: false }),
		onTheWire: true,
	},
	'a key without the scope': {
		...text(),
		message: 'API key does not have the required scope (messages:write)',
		advice: /Use a Full-access key, or one with the scope messages:write\. .* Settings → API Key/,
		given: async ({ key }) => await key({ scopes: ['*:read'] }),
		onTheWire: true,
	},
	'a key that has expired': {
		...text(),
		message: 'API key has expired or was revoked',
		advice: /^Check the API key in the credential/,
		given: async ({ key }) => await key({ expired: true }),
		onTheWire: true,
	},
	'a contact Heltar does not know': {
		...message('getMany', { clientWaNumber: '447700900999' }),
		message: '447700900999 not exist!',
		onTheWire: true,
	},
});
