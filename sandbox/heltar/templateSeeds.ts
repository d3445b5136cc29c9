import type { TemplateComponent } from '../platform/templates.ts';

type TemplateSeed = [
	name: string,
	language: string,
	category: string,
	status: string,
	components: TemplateComponent[],
	format?: 'NAMED',
];

const body = (text: string, ...samples: string[]): TemplateComponent => ({
	type: 'BODY',
	text,
	...(samples.length > 0 && { example: { body_text: [samples] } }),
});
const headerText = (text: string, sample?: string): TemplateComponent => ({
	type: 'HEADER',
	format: 'TEXT',
	text,
	...(sample && { example: { header_text: [sample] } }),
});
const headerMedia = (format: 'IMAGE' | 'VIDEO' | 'DOCUMENT', sample: string): TemplateComponent => ({
	type: 'HEADER',
	format,
	example: { header_handle: [`https://files.example.com/${sample}`] },
});
const footer: TemplateComponent = { type: 'FOOTER', text: 'Example Traders' };

/** Name, language, category, status, components: every kind of header, button and status once. */
export const TEMPLATES: TemplateSeed[] = [
	[
		'hello_world',
		'en_US',
		'UTILITY',
		'APPROVED',
		[
			headerText('Hello World'),
			body('Welcome and congratulations! This message shows that your account can send templates.'),
			footer,
		],
	],
	[
		'start_conversation',
		'en',
		'UTILITY',
		'APPROVED',
		[body('Hi! You asked us to get in touch. Reply to this message and we will take it from there.')],
	],
	[
		'order_update',
		'en',
		'UTILITY',
		'APPROVED',
		[
			headerText('Order {{1}}', '1042'),
			body(
				'Hello {{1}}, your order {{2}} is {{3}}. We expect it at your door on {{4}}.',
				'Asha',
				'1042',
				'packed',
				'Friday',
			),
			footer,
		],
	],
	[
		'order_update',
		'hi',
		'UTILITY',
		'APPROVED',
		[
			headerText('ऑर्डर {{1}}', '1042'),
			body(
				'नमस्ते {{1}}, आपका ऑर्डर {{2}} {{3}} है। यह {{4}} को पहुँच जाएगा।',
				'आशा',
				'1042',
				'पैक',
				'शुक्रवार',
			),
			footer,
		],
	],
	[
		'festive_offer',
		'en',
		'MARKETING',
		'APPROVED',
		[
			headerMedia('IMAGE', 'festive.jpg'),
			body('Hello {{1}}, our festive collection is here. Take {{2}} off until Sunday.', 'Asha', '20%'),
			footer,
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'URL', text: 'See the range', url: 'https://shop.example.com/festive' },
					{ type: 'QUICK_REPLY', text: 'Stop offers' },
				],
			},
		],
	],
	[
		'festive_offer',
		'hi',
		'MARKETING',
		'APPROVED',
		[
			headerMedia('IMAGE', 'festive.jpg'),
			body('नमस्ते {{1}}, हमारा त्योहार संग्रह आ गया है। रविवार तक {{2}} की छूट पाएँ।', 'आशा', '20%'),
			footer,
		],
	],
	[
		'product_tour',
		'en',
		'MARKETING',
		'APPROVED',
		[headerMedia('VIDEO', 'tour.mp4'), body('Hi {{1}}, here is a two-minute tour of what is new.', 'Asha')],
	],
	[
		'invoice_ready',
		'en_GB',
		'UTILITY',
		'APPROVED',
		[
			headerMedia('DOCUMENT', 'invoice.pdf'),
			body('Dear {{1}}, your invoice {{2}} is attached.', 'Asha', 'INV-88'),
			footer,
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+918000000001' },
					{
						type: 'URL',
						text: 'Pay now',
						url: 'https://pay.example.com/{{1}}',
						example: ['https://pay.example.com/inv-88'],
					},
				],
			},
		],
	],
	[
		'delivery_slot',
		'en_GB',
		'UTILITY',
		'APPROVED',
		[headerText('Order {{1}}', '88'), body('Hello {{1}}, we plan to deliver on {{2}}.', 'Dana', 'Tuesday')],
	],
	[
		'track_shipment',
		'en',
		'UTILITY',
		'APPROVED',
		[
			body('Your parcel {{1}} is on its way.', 'P-17'),
			{
				type: 'BUTTONS',
				buttons: [
					{
						type: 'URL',
						text: 'Track',
						url: 'https://track.example.com/{{1}}',
						example: ['https://track.example.com/p-17'],
					},
				],
			},
		],
	],
	[
		'feedback_request',
		'en',
		'UTILITY',
		'APPROVED',
		[
			body('Hello {{1}}, how was your visit?', 'Asha'),
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'QUICK_REPLY', text: 'Great' },
					{ type: 'QUICK_REPLY', text: 'It was fine' },
					{ type: 'QUICK_REPLY', text: 'Not good' },
				],
			},
		],
	],
	[
		'coupon_code',
		'en',
		'MARKETING',
		'APPROVED',
		[
			body('A thank-you for you, {{1}}: use this code at check-out.', 'Asha'),
			{ type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', text: 'Copy code', example: ['SAVE5'] }] },
		],
	],
	[
		'store_welcome',
		'en',
		'MARKETING',
		'APPROVED',
		[
			headerMedia('IMAGE', 'store.png'),
			body('Welcome to our store! Ask us anything, we answer from 9 to 18.'),
			footer,
		],
	],
	[
		'welcome_tour',
		'en',
		'UTILITY',
		'APPROVED',
		[
			body('Hi {{1}}, your guided tour is booked.', 'Asha'),
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'PHONE_NUMBER', text: 'Call the guide', phone_number: '+918000000001' },
					{
						type: 'URL',
						text: 'My booking',
						url: 'https://tours.example.com/{{1}}',
						example: ['https://tours.example.com/88'],
					},
				],
			},
		],
	],
	[
		'contract_signature',
		'en',
		'UTILITY',
		'APPROVED',
		[
			headerMedia('DOCUMENT', 'contract.pdf'),
			body('Dear {{1}}, please look through the attached contract.', 'Asha'),
			footer,
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'QUICK_REPLY', text: 'I agree' },
					{ type: 'QUICK_REPLY', text: 'I have a question' },
				],
			},
		],
	],
	[
		'login_code',
		'en',
		'AUTHENTICATION',
		'APPROVED',
		[
			body('{{1}} is your verification code.', '123456'),
			{
				type: 'BUTTONS',
				buttons: [
					{
						type: 'URL',
						text: 'Copy code',
						url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}',
						example: ['otp123456'],
					},
				],
			},
		],
	],
	[
		'parcel_at_shop',
		'en',
		'UTILITY',
		'APPROVED',
		[
			{
				type: 'HEADER',
				format: 'TEXT',
				text: 'Parcel {{parcel_number}}',
				example: { header_text_named_params: [{ param_name: 'parcel_number', example: 'P-17' }] },
			},
			{
				type: 'BODY',
				text: 'Hello {{customer}}, your parcel waits at {{shop}}. Bring this message along.',
				example: {
					body_text_named_params: [
						{ param_name: 'customer', example: 'Asha' },
						{ param_name: 'shop', example: 'MG Road' },
					],
				},
			},
		],
		'NAMED',
	],
	[
		'book_a_fitting',
		'en',
		'UTILITY',
		'APPROVED',
		[
			body('Hello {{1}}, choose a time for your fitting.', 'Asha'),
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'FLOW', text: 'Book' },
					{ type: 'QUICK_REPLY', text: 'Not now' },
				],
			},
		],
	],
	[
		'browse_range',
		'en',
		'MARKETING',
		'APPROVED',
		[
			body('Our whole range is one tap away.'),
			{ type: 'BUTTONS', buttons: [{ type: 'CATALOG', text: 'View catalog' }] },
		],
	],
	[
		'summer_preview',
		'en',
		'MARKETING',
		'PENDING',
		[body('Hello {{1}}, a first look at our summer range.', 'Asha')],
	],
	['flash_sale', 'en', 'MARKETING', 'PAUSED', [body('Only today: {{1}} off everything!', '50%')]],
	['win_a_car', 'en', 'MARKETING', 'REJECTED', [body('You have won a car. Send us your bank details.')]],
];
