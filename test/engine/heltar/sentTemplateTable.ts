import type { IDataObject } from 'n8n-workflow';

/** Parameters of a component. */
export const text = (...texts: string[]) => texts.map((one) => ({ type: 'text', text: one }));

export const button = (subType: string, index: number, ...parameters: IDataObject[]) => ({
	type: 'button',
	sub_type: subType,
	index,
	...(parameters.length > 0 ? { parameters } : {}),
});

/** A template as it is chosen and filled in, and what of it goes out. */
export interface Sent {
	template: string;
	language: string;
	values: IDataObject;
	/** The older servers do not tell that the template has these. */
	newer?: true;
	/** What goes out as `variables`. */
	variables: unknown[];
}

export const sendings: Record<string, Sent> = {
	'without variables': { template: 'start_conversation', language: 'en', values: {}, variables: [] },
	'with a text header and a body': {
		template: 'order_update',
		language: 'en',
		values: {
			'header.text': '1042',
			'body.1': 'Dana',
			'body.2': 1042,
			'body.3': 'packed',
			'body.4': 'Friday',
		},
		variables: [
			{ type: 'header', parameters: text('1042') },
			{ type: 'body', parameters: text('Dana', '1042', 'packed', 'Friday') },
		],
	},
	'with an image header': {
		template: 'festive_offer',
		language: 'en',
		values: { 'header.image': 'https://files.example.org/f.jpg', 'body.1': 'Dana', 'body.2': '20%' },
		variables: [
			{
				type: 'header',
				parameters: [{ type: 'image', image: { link: 'https://files.example.org/f.jpg' } }],
			},
			{ type: 'body', parameters: text('Dana', '20%') },
		],
	},
	'with a video header': {
		template: 'product_tour',
		language: 'en',
		values: { 'header.video': 'https://files.example.org/t.mp4', 'body.1': 'Dana' },
		variables: [
			{
				type: 'header',
				parameters: [{ type: 'video', video: { link: 'https://files.example.org/t.mp4' } }],
			},
			{ type: 'body', parameters: text('Dana') },
		],
	},
	'with a document header and a button that is the second': {
		template: 'invoice_ready',
		language: 'en_GB',
		values: {
			'header.document': 'https://files.example.org/i.pdf',
			'header.filename': 'i-88.pdf',
			'body.1': 'Dana',
			'body.2': 'INV-88',
			'button.1.url': 'inv-88',
		},
		variables: [
			{
				type: 'header',
				parameters: [
					{ type: 'document', document: { link: 'https://files.example.org/i.pdf', filename: 'i-88.pdf' } },
				],
			},
			{ type: 'body', parameters: text('Dana', 'INV-88') },
			{ type: 'button', sub_type: 'url', index: 1, parameters: text('inv-88') },
		],
	},
	'with quick replies': {
		template: 'feedback_request',
		language: 'en',
		values: { 'body.1': 'Dana' },
		variables: [{ type: 'body', parameters: text('Dana') }],
	},
	'with named variables in header and body': {
		template: 'parcel_at_shop',
		language: 'en',
		values: { 'header.text': 'P-17', 'body.customer': 'Dana', 'body.shop': 'Leeds' },
		variables: [
			{ type: 'header', parameters: [{ type: 'text', parameter_name: 'parcel_number', text: 'P-17' }] },
			{
				type: 'body',
				parameters: [
					{ type: 'text', parameter_name: 'customer', text: 'Dana' },
					{ type: 'text', parameter_name: 'shop', text: 'Leeds' },
				],
			},
		],
	},
	'with payloads for some of its quick replies': {
		template: 'feedback_request',
		language: 'en',
		newer: true,
		values: { 'body.1': 'Dana', 'button.0.quick_reply': 'visit-88:great', 'button.2.quick_reply': 5 },
		variables: [
			{ type: 'body', parameters: text('Dana') },
			button('quick_reply', 0, { type: 'payload', payload: 'visit-88:great' }),
			button('quick_reply', 2, { type: 'payload', payload: '5' }),
		],
	},
	'with a flow that is given nothing': {
		template: 'book_a_fitting',
		language: 'en',
		newer: true,
		values: { 'body.1': 'Dana' },
		variables: [{ type: 'body', parameters: text('Dana') }, button('flow', 0)],
	},
	'with a flow that is given a token': {
		template: 'book_a_fitting',
		language: 'en',
		newer: true,
		values: { 'body.1': 'Dana', 'button.0.flow_token': 'order-88' },
		variables: [
			{ type: 'body', parameters: text('Dana') },
			button('flow', 0, { type: 'action', action: { flow_token: 'order-88' } }),
		],
	},
	'with a flow that is given data, as an expression yields it': {
		template: 'book_a_fitting',
		language: 'en',
		newer: true,
		values: {
			'body.1': 'Dana',
			'button.0.flow_token': 'order-88',
			'button.0.flow_action_data': '={{ { size: 42, name: "Dana" } }}',
		},
		variables: [
			{ type: 'body', parameters: text('Dana') },
			button('flow', 0, {
				type: 'action',
				action: { flow_token: 'order-88', flow_action_data: { size: 42, name: 'Dana' } },
			}),
		],
	},
	'with a catalog': {
		template: 'browse_range',
		language: 'en',
		newer: true,
		values: {},
		variables: [button('catalog', 0)],
	},
	'with a catalog and the product it shows': {
		template: 'browse_range',
		language: 'en',
		newer: true,
		values: { 'button.0.catalog': 'SKU-7' },
		variables: [button('catalog', 0, { type: 'action', action: { thumbnail_product_retailer_id: 'SKU-7' } })],
	},
	'with a code to copy': {
		template: 'coupon_code',
		language: 'en',
		newer: true,
		values: { 'body.1': 'Dana', 'button.0.copy_code': 'SAVE5' },
		variables: [
			{ type: 'body', parameters: text('Dana') },
			{
				type: 'button',
				sub_type: 'copy_code',
				index: 0,
				parameters: [{ type: 'coupon_code', coupon_code: 'SAVE5' }],
			},
		],
	},
};
