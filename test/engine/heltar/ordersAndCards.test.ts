import type { IDataObject } from 'n8n-workflow';

import { useFixture } from './fixture';

const ASHA = '919800000101';
/** A list that comes from data. */
const FROM_DATA = '={{ $json.value }}';

const fixture = useFixture();

const run = async (operation: string, parameters: IDataObject, value?: unknown) =>
	await fixture.run(
		{ resource: 'message', operation, clientWaNumber: ASHA, ...parameters },
		{ items: [{ value } as IDataObject] },
	);
const parametersOf = ({ interactive }: IDataObject) =>
	((interactive as IDataObject).action as IDataObject).parameters as IDataObject;

const cup = { name: 'Cup', amount: 349, quantity: 1 };
const order = { body: 'Your order', reference_id: 'o-1', items: { values: [cup] } };
const pix = {
	paymentMethod: 'brazil_pix',
	pixCode: '00020101',
	pixMerchant: 'Example Traders',
	pixKey: '39580525000189',
	pixKeyType: 'CNPJ',
};

describe('an order', () => {
	test.each<[string, IDataObject, IDataObject]>([
		[
			'a gateway in India',
			{ configuration_name: 'shop' },
			{
				currency: 'INR',
				payment_settings: [
					{
						type: 'payment_gateway',
						payment_gateway: { type: 'razorpay', configuration_name: 'shop' },
					},
				],
			},
		],
		[
			'UPI in India',
			{ paymentMethod: 'india_upi', payment_configuration: 'upi' },
			{ currency: 'INR', payment_type: 'upi', payment_configuration: 'upi' },
		],
		[
			'Stripe in Singapore',
			{ paymentMethod: 'singapore_stripe', payment_configuration: 'stripe' },
			{ currency: 'SGD', payment_type: 'p2m-lite:stripe', payment_configuration: 'stripe' },
		],
		[
			'a Pix code',
			pix,
			{
				currency: 'BRL',
				payment_type: 'br',
				payment_settings: [
					{
						type: 'pix_dynamic_code',
						pix_dynamic_code: {
							code: '00020101',
							merchant_name: 'Example Traders',
							key: '39580525000189',
							key_type: 'CNPJ',
						},
					},
				],
			},
		],
		[
			'a link in Brazil',
			{ paymentMethod: 'brazil_link', paymentLink: 'https://pay.example.org/7' },
			{
				currency: 'BRL',
				payment_type: 'br',
				payment_settings: [{ type: 'payment_link', payment_link: { uri: 'https://pay.example.org/7' } }],
			},
		],
		[
			'a boleto',
			{ paymentMethod: 'brazil_boleto', boletoLine: '0339902694' },
			{
				currency: 'BRL',
				payment_type: 'br',
				payment_settings: [{ type: 'boleto', boleto: { digitable_line: '0339902694' } }],
			},
		],
		[
			'a saved card',
			{ paymentMethod: 'brazil_card', cardLastDigits: '0042', cardCredential: 'c-1' },
			{
				currency: 'BRL',
				payment_type: 'br',
				payment_settings: [
					{ type: 'offsite_card_pay', offsite_card_pay: { last_four_digits: '0042', credential_id: 'c-1' } },
				],
			},
		],
	])('is paid by %s', async (_what, payment, expected) => {
		const { error } = await run('sendOrderDetails', { ...order, ...payment, goodsType: 'digital-goods' });
		expect(error).toBeUndefined();
		expect(parametersOf(await fixture.sent())).toEqual({
			reference_id: 'o-1',
			type: 'digital-goods',
			...expected,
			total_amount: { value: 34900, offset: 100 },
			order: {
				status: 'pending',
				items: [{ name: 'Cup', amount: { value: 34900, offset: 100 }, quantity: 1 }],
				subtotal: { value: 34900, offset: 100 },
				tax: { value: 0, offset: 100 },
			},
		});
	});

	test('may be a total only, in Brazil', async () => {
		const { error } = await run('sendOrderDetails', {
			...order,
			...pix,
			orderContent: 'total',
			total: 0.29,
		});
		expect(error).toBeUndefined();
		const parameters = parametersOf(await fixture.sent());
		expect(parameters.total_amount).toEqual({ value: 29, offset: 100 });
		expect(parameters).not.toHaveProperty('order');
	});

	test('can run out, have its items in a catalog and lead to the payment at once', async () => {
		const at = Math.floor(Date.now() / 1000) + 3600;
		const { error } = await run('sendOrderDetails', {
			...order,
			configuration_name: 'shop',
			orderOptions: { catalogId: '700100200300', quickPay: true },
			expiration: { values: { at: new Date(at * 1000).toISOString(), description: 'Until four' } },
		});
		expect(error).toBeUndefined();
		expect(parametersOf(await fixture.sent()).order).toMatchObject({
			catalog_id: '700100200300',
			type: 'quick_pay',
			expiration: { timestamp: String(at), description: 'Until four' },
		});
	});

	test('takes items from data, in rows or as WhatsApp writes them', async () => {
		const { error } = await run(
			'sendOrderDetails',
			{ ...order, configuration_name: 'shop', specifyItems: 'json', itemsJson: FROM_DATA },
			[
				{ name: 'Cup', amount: '349.50' },
				{
					name: 'Pot',
					quantity: 2,
					amount: { value: 34999, offset: 100 },
					sale_amount: { value: 29999, offset: 100 },
					image: { link: 'https://files.example.org/7.png' },
				},
			],
		);
		expect(error).toBeUndefined();
		const parameters = parametersOf(await fixture.sent());
		expect(parameters.total_amount).toEqual({ value: 34950 + 2 * 29999, offset: 100 });
		expect((parameters.order as IDataObject).items).toEqual([
			{ name: 'Cup', quantity: 1, amount: { value: 34950, offset: 100 } },
			{
				name: 'Pot',
				quantity: 2,
				amount: { value: 34999, offset: 100 },
				sale_amount: { value: 29999, offset: 100 },
				image: { link: 'https://files.example.org/7.png' },
			},
		]);
	});

	test('has no status after a final one', async () => {
		const told = async (status: string) =>
			(await run('sendOrderStatus', { body: 'News', reference_id: 'o-1', status })).error?.message;
		expect(await told('shipped')).toBeUndefined();
		expect(await told('completed')).toBeUndefined();
		expect(await told('canceled')).toBe('Order o-1 is completed, which is final');
		const [, , last] = (await fixture.requests()).map(({ body }) => body.messages[0].interactive.action);
		expect(last).toEqual({
			name: 'review_order',
			parameters: { reference_id: 'o-1', order: { status: 'canceled' } },
		});
	});
});

describe('cards', () => {
	const header = { type: 'image', image: { link: 'https://files.example.org/7.png' } };
	const reply = (id: string, title: string) => ({ type: 'quick_reply', quick_reply: { id, title } });
	const sentCards = async () =>
		((await fixture.sent()).interactive as { action: { cards: IDataObject[] } }).action.cards;

	test('may have answers, which can be told apart', async () => {
		const card = {
			headerType: 'image',
			headerLink: header.image.link,
			buttonType: 'reply',
			buttons: { values: [{ title: 'This one' }, { title: 'More', id: 'more-7' }] },
		};
		const { error } = await run('sendCarousel', { body: 'New in', cards: { values: [card, card] } });
		expect(error).toBeUndefined();
		expect(await sentCards()).toEqual([
			{
				card_index: 0,
				type: 'cta_url',
				header,
				action: { buttons: [reply('This one', 'This one'), reply('more-7', 'More')] },
			},
			{
				card_index: 1,
				type: 'cta_url',
				header,
				action: { buttons: [reply('This one 2', 'This one'), reply('more-7', 'More')] },
			},
		]);
	});

	test.each<[string, IDataObject[]]>([
		[
			'rows',
			[
				{ headerLink: header.image.link, body: 'Cup', display_text: 'Buy', url: 'https://example.org/7' },
				{ headerLink: header.image.link, display_text: 'Buy', url: 'https://example.org/8' },
			],
		],
		[
			'WhatsApp’s own form',
			[
				{
					card_index: 5,
					type: 'cta_url',
					header,
					body: { text: 'Cup' },
					action: { name: 'cta_url', parameters: { display_text: 'Buy', url: 'https://example.org/7' } },
				},
				{
					header,
					action: { name: 'cta_url', parameters: { display_text: 'Buy', url: 'https://example.org/8' } },
				},
			],
		],
	])('may come from data as %s', async (_what, cards) => {
		const { error } = await run(
			'sendCarousel',
			{ body: 'New in', specifyCards: 'json', cardsJson: FROM_DATA },
			cards,
		);
		expect(error).toBeUndefined();
		const action = (url: string) => ({ name: 'cta_url', parameters: { display_text: 'Buy', url } });
		expect(await sentCards()).toEqual([
			{
				card_index: 0,
				type: 'cta_url',
				header,
				body: { text: 'Cup' },
				action: action('https://example.org/7'),
			},
			{ card_index: 1, type: 'cta_url', header, action: action('https://example.org/8') },
		]);
	});

	test('of data with answers keep these', async () => {
		const card = { header, action: { buttons: [reply('a', 'This one')] } };
		const rows = { headerLink: header.image.link, buttons: [{ id: 'b', title: 'That one' }] };
		const { error } = await run(
			'sendCarousel',
			{ body: 'New in', specifyCards: 'json', cardsJson: FROM_DATA },
			[card, rows],
		);
		expect(error).toBeUndefined();
		expect((await sentCards()).map(({ action }) => action)).toEqual([
			{ buttons: [reply('a', 'This one')] },
			{ buttons: [reply('b', 'That one')] },
		]);
	});
});

test('a form has its ID as token where none is given, and no mode where it is published', async () => {
	const { error } = await run('sendFlow', {
		body: 'Book',
		flow_id: '8841',
		flow_cta: 'Book',
		screen: 'TIMES',
	});
	expect(error).toBeUndefined();
	expect(parametersOf(await fixture.sent())).toEqual({
		flow_id: '8841',
		flow_message_version: '3',
		flow_token: '8841',
		flow_cta: 'Book',
		flow_action: 'navigate',
		flow_action_payload: { screen: 'TIMES' },
	});
});
