import { picture, tone } from './phoneFiles';
import type { Sample } from './phoneSamples';

/** What customers write, of every kind: WhatsApp's own message objects. */
export const CUSTOMER_SAMPLES: Sample[] = [
	{
		kind: 'text',
		shows: 'Is it on its way?',
		message: { type: 'text', text: { body: 'Is it on its way?' } },
	},
	{
		kind: 'image',
		shows: 'This is how it arrived',
		has: 'img',
		message: {
			type: 'image',
			image: { base64: picture(200, 140).toString('base64'), caption: 'This is how it arrived' },
		},
	},
	{
		kind: 'video that cannot be played',
		shows: 'Unpacking',
		has: 'a[download]',
		message: { type: 'video', video: { caption: 'Unpacking' } },
	},
	{
		kind: 'audio',
		has: 'audio',
		message: { type: 'audio', audio: { base64: tone().toString('base64'), mime_type: 'audio/wav' } },
	},
	{
		kind: 'document',
		shows: 'receipt.pdf',
		has: 'a[download="receipt.pdf"]',
		message: { type: 'document', document: { filename: 'receipt.pdf' } },
	},
	{
		kind: 'sticker',
		has: 'img[alt=Sticker]',
		message: { type: 'sticker', sticker: { base64: picture(96, 96).toString('base64') } },
	},
	{
		kind: 'location',
		shows: 'My place',
		has: 'svg',
		message: { type: 'location', location: { latitude: 51.5, longitude: -0.12, name: 'My place' } },
	},
	{
		kind: 'contacts',
		shows: 'Dana Field',
		message: {
			type: 'contacts',
			contacts: [{ name: { formatted_name: 'Dana Field' }, phones: [{ phone: '+44 7700 900123' }] }],
		},
	},
	{
		kind: 'list choice',
		shows: 'Opening hours',
		message: {
			type: 'interactive',
			interactive: { type: 'list_reply', list_reply: { id: 'hours', title: 'Opening hours' } },
		},
	},
	{
		kind: 'form',
		shows: 'guests: 4',
		message: {
			type: 'interactive',
			interactive: {
				type: 'nfm_reply',
				nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"flow_token":"t","guests":"4"}' },
			},
		},
	},
	{
		kind: 'template button',
		shows: 'Confirm it',
		message: { type: 'button', button: { payload: 'C', text: 'Confirm it' } },
	},
	{
		kind: 'order',
		shows: '2 ×',
		message: {
			type: 'order',
			order: {
				catalog_id: '700100200300',
				product_items: [{ product_retailer_id: 'SKU-7', quantity: 2, item_price: 349, currency: 'INR' }],
			},
		},
	},
	{
		kind: 'unsupported',
		shows: '[unsupported]',
		message: { type: 'unsupported', errors: [{ code: 131051, title: 'Message type unknown' }] },
	},
];
