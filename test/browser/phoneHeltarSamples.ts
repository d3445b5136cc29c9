import { BUTTONS, CARDS, FILES, FORM, LIST_ACTION, ORDER, PERSON, words, type Sample } from './phoneSamples';

/** Heltar's messages of every kind. */
export function heltarSamples(): Sample[] {
	const clientWaNumber = PERSON.heltar;
	const text = (message: string) => ({ clientWaNumber, messageType: 'text', message });
	const media = (mediaType: string, file: string, mimeType: string, more: object = {}) => ({
		clientWaNumber,
		messageType: 'media',
		mediaType,
		url: `${FILES}/${file}`,
		name: file,
		mimeType,
		...more,
	});
	const interactive = (value: object) => ({ clientWaNumber, messageType: 'interactive', interactive: value });
	const template = (templateName: string, languageCode: string, variables: object[]) => ({
		clientWaNumber,
		messageType: 'template',
		templateName,
		languageCode,
		variables,
	});
	const body = (value: string) => ({ body: { text: value } });
	return [
		{
			kind: 'text with formatting',
			shows: 'parcel',
			has: 'strong',
			message: text(
				'Hello *Asha*, your _parcel_ is ~late~ on time.\n> Thank you!\n- call: `ext 12`\n- see https://shop.example.com/p/88\n```code 4711```',
			),
		},
		{
			kind: 'image',
			shows: 'The view',
			has: 'img',
			message: media('image', 'sunset.png', 'image/png', { caption: 'The *view* today: The view' }),
		},
		{
			kind: 'video',
			shows: 'Our film',
			has: 'video',
			message: media('video', 'film.webm', 'video/mp4', { caption: 'Our film' }),
		},
		{ kind: 'audio', has: 'audio', message: media('audio', 'tone.wav', 'audio/ogg') },
		{
			kind: 'document',
			shows: 'price-list.pdf',
			has: 'a[download="price-list.pdf"]',
			message: media('document', 'price-list.pdf', 'application/pdf', { caption: 'Prices from May' }),
		},
		{ kind: 'sticker', has: 'img[alt=Sticker]', message: media('sticker', 'sunset.png', 'image/webp') },
		{
			kind: 'location',
			shows: 'Central Market',
			has: 'svg',
			message: {
				clientWaNumber,
				messageType: 'location',
				location: {
					latitude: 18.5204,
					longitude: 73.8567,
					name: 'Central Market',
					address: '12 Station Road',
				},
			},
		},
		{
			kind: 'contacts',
			shows: 'Ravi Kumar',
			message: {
				clientWaNumber,
				messageType: 'contacts',
				contacts: [
					{
						name: { formatted_name: 'Ravi Kumar', prefix: 'Mr', first_name: 'Ravi' },
						org: { company: 'Example Traders' },
						phones: [{ phone: '+91 98000 00999', wa_id: '919800000999' }],
					},
				],
			},
		},
		{
			kind: 'reply buttons',
			shows: 'Deliver today?',
			button: 'Yes, please',
			message: interactive({
				type: 'button',
				header: { type: 'text', text: 'Order 88' },
				...body('Deliver today?'),
				footer: { text: 'Until 18:00' },
				action: { buttons: BUTTONS },
			}),
		},
		{
			kind: 'list',
			shows: 'How can we help?',
			button: 'Topics',
			message: interactive({ type: 'list', ...body('How can we help?'), action: LIST_ACTION }),
		},
		{
			kind: 'URL button with a media header',
			shows: 'Track your order',
			has: 'img',
			button: 'Open the tracker',
			message: interactive({
				type: 'cta_url',
				header: { type: 'image', image: { link: `${FILES}/sunset.png` } },
				...body('Track your order'),
				action: {
					name: 'cta_url',
					parameters: { display_text: 'Open the tracker', url: 'https://track.example.com/88' },
				},
			}),
		},
		{
			kind: 'address request',
			shows: 'Where should we deliver?',
			button: 'Provide address',
			message: interactive({
				type: 'address_message',
				...body('Where should we deliver?'),
				action: { name: 'address_message', parameters: { country: 'IN' } },
			}),
		},
		{
			kind: 'location request',
			shows: 'Share where you are',
			button: 'Send location',
			message: interactive({
				type: 'location_request_message',
				...body('Share where you are'),
				action: { name: 'send_location' },
			}),
		},
		{
			kind: 'catalogue',
			shows: 'Browse everything',
			button: 'View catalogue',
			message: interactive({
				type: 'catalog_message',
				...body('Browse everything'),
				action: { name: 'catalog_message', parameters: { thumbnail_product_retailer_id: 'SKU-7' } },
			}),
		},
		{
			kind: 'product',
			shows: 'Green cup',
			button: 'View',
			message: interactive({
				type: 'product',
				...body('Back in stock'),
				action: { catalog_id: '700100200300', product_retailer_id: 'SKU-8' },
			}),
		},
		{
			kind: 'product list',
			shows: 'Picked for you',
			button: 'View items',
			message: interactive({
				type: 'product_list',
				header: { type: 'text', text: 'Tea time' },
				...body('Picked for you'),
				action: {
					catalog_id: '700100200300',
					sections: [{ title: 'Pots', product_items: [{ product_retailer_id: 'SKU-9' }] }],
				},
			}),
		},
		{
			kind: 'flow',
			shows: 'Book a visit',
			button: 'Choose a time',
			message: interactive({
				type: 'flow',
				...body('Book a visit'),
				action: {
					name: 'flow',
					parameters: FORM,
				},
			}),
		},
		{
			kind: 'contact request',
			shows: 'May we call you?',
			button: 'Share contact info',
			message: interactive({
				type: 'request_contact_info',
				...body('May we call you?'),
				action: { name: 'request_contact_info' },
			}),
		},
		{
			kind: 'carousel',
			shows: 'Offer number 2',
			has: '[role=group]',
			message: interactive({ type: 'carousel', ...body('This week'), action: { cards: CARDS } }),
		},
		{
			kind: 'order details',
			shows: 'Order R-77',
			message: interactive({
				type: 'order_details',
				...body('Your bill'),
				action: {
					name: 'review_and_pay',
					parameters: ORDER,
				},
			}),
		},
		{
			kind: 'order status',
			shows: 'Packed this morning',
			message: interactive({
				type: 'order_status',
				...body('Your bill is paid'),
				action: {
					name: 'review_order',
					parameters: {
						reference_id: 'R-77',
						order: { status: 'shipped', description: 'Packed this morning' },
					},
				},
			}),
		},
		{
			kind: 'template with a text header',
			shows: 'your order 1042 is packed',
			message: template('order_update', 'en', [
				{ type: 'header', parameters: words('1042') },
				{ type: 'body', parameters: words('Asha', '1042', 'packed', 'Friday') },
			]),
		},
		{
			kind: 'template with a picture and buttons',
			shows: 'Take 20% off until Sunday',
			has: 'img',
			button: 'Stop offers',
			message: template('festive_offer', 'en', [
				{ type: 'header', parameters: [{ type: 'image', image: { link: `${FILES}/sunset.png` } }] },
				{ type: 'body', parameters: words('Asha', '20%') },
			]),
		},
		{
			kind: 'template with a document and a URL button',
			shows: 'your invoice INV-88 is attached',
			button: 'Pay now',
			message: template('invoice_ready', 'en_GB', [
				{
					type: 'header',
					parameters: [
						{
							type: 'document',
							document: { link: 'https://files.example.com/inv-88.pdf', filename: 'inv-88.pdf' },
						},
					],
				},
				{ type: 'body', parameters: words('Asha', 'INV-88') },
				{ type: 'button', sub_type: 'url', index: 1, parameters: words('inv-88') },
			]),
		},
		{
			kind: 'template with a code',
			shows: 'use this code at check-out',
			button: 'Copy code: SAVE5',
			message: template('coupon_code', 'en', [
				{ type: 'body', parameters: words('Asha') },
				{
					type: 'button',
					sub_type: 'copy_code',
					index: 0,
					parameters: [{ type: 'coupon_code', coupon_code: 'SAVE5' }],
				},
			]),
		},
		{
			kind: 'template with quick replies',
			shows: 'how was your visit?',
			button: 'Great',
			message: template('feedback_request', 'en', [
				{ type: 'body', parameters: words('Asha') },
				{
					type: 'button',
					sub_type: 'quick_reply',
					index: 0,
					parameters: [{ type: 'payload', payload: 'RATED_GREAT' }],
				},
			]),
		},
	];
}
