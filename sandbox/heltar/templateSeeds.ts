import type { Template, TemplateButton, TemplateComponent } from '../platform/templates.ts';

/** A template of the account; approved unless it says otherwise. */
type TemplateSeed = Pick<Template, 'name' | 'language' | 'category' | 'components' | 'parameter_format'> & {
	status?: string;
};

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

/** Samples of named variables. */
const named = (samples: Record<string, string>) =>
	Object.entries(samples).map(([param_name, example]) => ({ param_name, example }));
const namedBody = (text: string, samples: Record<string, string>): TemplateComponent => ({
	type: 'BODY',
	text,
	example: { body_text_named_params: named(samples) },
});
const namedHeader = (text: string, samples: Record<string, string>): TemplateComponent => ({
	type: 'HEADER',
	format: 'TEXT',
	text,
	example: { header_text_named_params: named(samples) },
});

const buttons = (...list: TemplateButton[]): TemplateComponent => ({ type: 'BUTTONS', buttons: list });
const reply = (text: string): TemplateButton => ({ type: 'QUICK_REPLY', text });
const link = (text: string, url: string, sample?: string): TemplateButton => ({
	type: 'URL',
	text,
	url,
	...(sample && { example: [sample] }),
});

/** Every kind of header, button and status once. */
export const TEMPLATES: TemplateSeed[] = [
	{
		name: 'hello_world',
		language: 'en_US',
		category: 'UTILITY',
		components: [
			headerText('Hello World'),
			body('Welcome and congratulations! This message shows that your account can send templates.'),
			footer,
		],
	},
	{
		name: 'start_conversation',
		language: 'en',
		category: 'UTILITY',
		components: [
			body('Hi! You asked us to get in touch. Reply to this message and we will take it from there.'),
		],
	},
	{
		name: 'order_update',
		language: 'en',
		category: 'UTILITY',
		components: [
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
	},
	{
		name: 'order_update',
		language: 'hi',
		category: 'UTILITY',
		components: [
			headerText('ऑर्डर {{1}}', '1042'),
			body('नमस्ते {{1}}, आपका ऑर्डर {{2}} {{3}} है। यह {{4}} को पहुँच जाएगा।', 'आशा', '1042', 'पैक', 'शुक्रवार'),
			footer,
		],
	},
	{
		name: 'festive_offer',
		language: 'en',
		category: 'MARKETING',
		components: [
			headerMedia('IMAGE', 'festive.jpg'),
			body('Hello {{1}}, our festive collection is here. Take {{2}} off until Sunday.', 'Asha', '20%'),
			footer,
			buttons(link('See the range', 'https://shop.example.com/festive'), reply('Stop offers')),
		],
	},
	{
		name: 'festive_offer',
		language: 'hi',
		category: 'MARKETING',
		components: [
			headerMedia('IMAGE', 'festive.jpg'),
			body('नमस्ते {{1}}, हमारा त्योहार संग्रह आ गया है। रविवार तक {{2}} की छूट पाएँ।', 'आशा', '20%'),
			footer,
		],
	},
	{
		name: 'product_tour',
		language: 'en',
		category: 'MARKETING',
		components: [
			headerMedia('VIDEO', 'tour.mp4'),
			body('Hi {{1}}, here is a two-minute tour of what is new.', 'Asha'),
		],
	},
	{
		name: 'invoice_ready',
		language: 'en_GB',
		category: 'UTILITY',
		components: [
			headerMedia('DOCUMENT', 'invoice.pdf'),
			body('Dear {{1}}, your invoice {{2}} is attached.', 'Asha', 'INV-88'),
			footer,
			buttons(
				{ type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+918000000001' },
				link('Pay now', 'https://pay.example.com/{{1}}', 'https://pay.example.com/inv-88'),
			),
		],
	},
	{
		name: 'delivery_slot',
		language: 'en_GB',
		category: 'UTILITY',
		components: [
			headerText('Order {{1}}', '88'),
			body('Hello {{1}}, we plan to deliver on {{2}}.', 'Dana', 'Tuesday'),
		],
	},
	{
		name: 'track_shipment',
		language: 'en',
		category: 'UTILITY',
		components: [
			body('Your parcel {{1}} is on its way.', 'P-17'),
			buttons(link('Track', 'https://track.example.com/{{1}}', 'https://track.example.com/p-17')),
		],
	},
	{
		name: 'feedback_request',
		language: 'en',
		category: 'UTILITY',
		components: [
			body('Hello {{1}}, how was your visit?', 'Asha'),
			buttons(reply('Great'), reply('It was fine'), reply('Not good')),
		],
	},
	{
		name: 'coupon_code',
		language: 'en',
		category: 'MARKETING',
		components: [
			body('A thank-you for you, {{1}}: use this code at check-out.', 'Asha'),
			buttons({ type: 'COPY_CODE', text: 'Copy code', example: ['SAVE5'] }),
		],
	},
	{
		name: 'store_welcome',
		language: 'en',
		category: 'MARKETING',
		components: [
			headerMedia('IMAGE', 'store.png'),
			body('Welcome to our store! Ask us anything, we answer from 9 to 18.'),
			footer,
		],
	},
	{
		name: 'welcome_tour',
		language: 'en',
		category: 'UTILITY',
		components: [
			body('Hi {{1}}, your guided tour is booked.', 'Asha'),
			buttons(
				{ type: 'PHONE_NUMBER', text: 'Call the guide', phone_number: '+918000000001' },
				link('My booking', 'https://tours.example.com/{{1}}', 'https://tours.example.com/88'),
			),
		],
	},
	{
		name: 'contract_signature',
		language: 'en',
		category: 'UTILITY',
		components: [
			headerMedia('DOCUMENT', 'contract.pdf'),
			body('Dear {{1}}, please look through the attached contract.', 'Asha'),
			footer,
			buttons(reply('I agree'), reply('I have a question')),
		],
	},
	{
		name: 'login_code',
		language: 'en',
		category: 'AUTHENTICATION',
		components: [
			body('{{1}} is your verification code.', '123456'),
			buttons(
				link('Copy code', 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}', 'otp123456'),
			),
		],
	},
	{
		name: 'parcel_at_shop',
		language: 'en',
		category: 'UTILITY',
		parameter_format: 'NAMED',
		components: [
			namedHeader('Parcel {{parcel_number}}', { parcel_number: 'P-17' }),
			namedBody('Hello {{customer}}, your parcel waits at {{shop}}. Bring this message along.', {
				customer: 'Asha',
				shop: 'MG Road',
			}),
		],
	},
	{
		name: 'book_a_fitting',
		language: 'en',
		category: 'UTILITY',
		components: [
			body('Hello {{1}}, choose a time for your fitting.', 'Asha'),
			buttons({ type: 'FLOW', text: 'Book' }, reply('Not now')),
		],
	},
	{
		name: 'browse_range',
		language: 'en',
		category: 'MARKETING',
		components: [
			body('Our whole range is one tap away.'),
			buttons({ type: 'CATALOG', text: 'View catalog' }),
		],
	},
	{
		name: 'appointment_reminder',
		language: 'en',
		category: 'UTILITY',
		components: [
			body(
				'Hello {{1}}, we expect you on {{2}}. Tap below to confirm, move or cancel your appointment.',
				'Asha',
				'Friday at 10:00',
			),
			footer,
			buttons(reply('My appointment')),
		],
	},
	{
		name: 'summer_preview',
		language: 'en',
		category: 'MARKETING',
		status: 'PENDING',
		components: [body('Hello {{1}}, a first look at our summer range.', 'Asha')],
	},
	{
		name: 'flash_sale',
		language: 'en',
		category: 'MARKETING',
		status: 'PAUSED',
		components: [body('Only today: {{1}} off everything!', '50%')],
	},
	{
		name: 'win_a_car',
		language: 'en',
		category: 'MARKETING',
		status: 'REJECTED',
		components: [body('You have won a car. Send us your bank details.')],
	},
];
