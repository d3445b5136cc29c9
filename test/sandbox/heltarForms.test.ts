import { Bench, useBench } from './harness';
import { interactive, TO } from './heltarMessages';

const bench = useBench(Bench);

type Fields = Record<string, unknown>;

const flow = (change: Fields = {}) =>
	interactive({
		type: 'flow',
		action: {
			name: 'flow',
			parameters: {
				flow_id: 8841,
				flow_message_version: '3',
				flow_token: '8841-1',
				flow_cta: 'Book',
				flow_action: 'navigate',
				flow_action_payload: { screen: 'TIMES' },
				...change,
			},
		},
	});

const amount = (value: number) => ({ value, offset: 100 });
const cup = { name: 'Cup', amount: amount(34_900), quantity: 2 };
const order = { status: 'pending', items: [cup], subtotal: amount(69_800), tax: amount(200) };
const details = (change: Fields = {}, orderChange: Fields = {}) =>
	interactive({
		type: 'order_details',
		action: {
			name: 'review_and_pay',
			parameters: {
				reference_id: 'o-1',
				type: 'physical-goods',
				currency: 'INR',
				payment_type: 'upi',
				payment_configuration: 'upi',
				total_amount: amount(70_000),
				order: { ...order, ...orderChange },
				...change,
			},
		},
	});
const inBrazil = {
	currency: 'BRL',
	payment_type: 'br',
	payment_configuration: undefined,
	payment_settings: [{ type: 'boleto', boleto: { digitable_line: '0339' } }],
};
const status = (parameters: Fields) =>
	interactive({ type: 'order_status', action: { name: 'review_order', parameters } });

const header = { type: 'image', image: { link: 'https://files.example.com/7.png' } };
const action = { name: 'cta_url', parameters: { display_text: 'Buy', url: 'https://example.com' } };
const carousel = (...cards: Fields[]) =>
	interactive({
		type: 'carousel',
		action: {
			cards: cards.map((card, card_index) => ({ card_index, type: 'cta_url', header, action, ...card })),
		},
	});
const replies = (...titles: string[]) => ({
	action: {
		buttons: titles.map((title) => ({ type: 'quick_reply', quick_reply: { id: title, title } })),
	},
});

test.each<[string, object]>([
	['a form', flow()],
	['a draft of a form that asks its endpoint', flow({ mode: 'draft', flow_action: 'data_exchange' })],
	['a form with a sticker above it', { ...flow(), interactive: { ...flow().interactive, header: { type: 'sticker', sticker: header.image } } }], // oxfmt-ignore
	['an order', details()],
	['an order in Brazil that says no more than its sum', details({ ...inBrazil, order: undefined })],
	['a long reference in Brazil', details({ ...inBrazil, reference_id: 'a'.repeat(60) })],
	['the status of an order', status({ reference_id: 'o-1', order: { status: 'shipped' } })],
	['cards', carousel({}, {})],
	['cards with answers', carousel(replies('a', 'b'), replies('c', 'd'))],
])('%s is taken', async (_name, message) => {
	const { status: code, body } = await bench.send(message);
	expect([code, body.errorMessage]).toEqual([200, undefined]);
	expect(await bench.conversation(TO)).toHaveLength(1);
});

describe('what Heltar itself refuses, with the whole call', () => {
	test.each<[string, object, RegExp]>([
		['a form without its token', flow({ flow_token: undefined }), /flow_token/],
		['a form without its first screen', flow({ flow_action_payload: undefined }), /flow_action_payload/],
		['another version', flow({ flow_message_version: '4' }), /flow_message_version/],
		['an unknown currency', details({ currency: 'EUR' }), /currency/],
		['a way to pay of another country', details({ payment_type: 'br' }), /a way to pay in INR/],
		['no way to pay', details({ payment_type: undefined }), /a way to pay in INR/],
		['a reference with a blank', details({ reference_id: 'o 1' }), /reference_id/],
		['a long reference', details({ reference_id: 'a'.repeat(36) }), /reference_id.*35/],
		['a sum that does not fit', details({ total_amount: amount(69_999) }), /total_amount\.value.*70000/],
		['a subtotal that does not fit', details({}, { subtotal: amount(1) }), /order\.subtotal\.value.*69800/],
		['another offset', details({ total_amount: { value: 70_000, offset: 10 } }), /offset/],
		['an order without items', details({ order: undefined }), /order: is required/],
		[
			'a price that is not reduced',
			details({}, { items: [{ ...cup, sale_amount: cup.amount }] }),
			/sale_amount/,
		],
		['a picture of a product', details({}, { items: [{ ...cup, image: header.image, retailer_id: 'SKU-7' }] }), /image/], // oxfmt-ignore
		['an order that has run out', details({}, { expiration: { timestamp: '1700000000' } }), /timestamp/],
		['a beneficiary in Brazil', details({ ...inBrazil, beneficiaries: [{ name: 'A', address_line1: 'B', city: 'C', state: 'D', country: 'India', postal_code: '1' }] }), /beneficiaries/], // oxfmt-ignore
		['an unknown status', status({ reference_id: 'o-1', order: { status: 'lost' } }), /status/],
		['an order over RCS', { ...details(), clientWaNumber: `${TO}@rcs` }, /possible on WhatsApp only/],
	])('%s', async (_name, message, reason) => {
		const { status: code, body } = await bench.send(message);
		expect(code).toBe(400);
		expect(body.errorMessage).toMatch(reason);
		expect(body.errorMessage).toContain('messages[0]');
		expect(await bench.conversation(TO)).toEqual([]);
	});
});

describe('what WhatsApp refuses', () => {
	test.each<[string, object, RegExp]>([
		['one card', carousel({}), /at least 2/],
		['eleven cards', carousel(...Array.from({ length: 11 }, () => ({}))), /at most 10/],
		['a card out of its place', carousel({ card_index: 1 }, {}), /card_index must be 0/],
		['a card with a document', carousel({}, { header: { type: 'document' } }), /image or a video/],
		['a card with four lines', carousel({}, { body: { text: 'a\nb\nc\nd' } }), /line breaks/],
		['a card without a button', carousel({}, { action: {} }), /no button/],
		['cards with different buttons', carousel({}, replies('a')), /must match/],
		['cards with different numbers of buttons', carousel(replies('a'), replies('b', 'c')), /must match/],
		['a long button of a form', flow({ flow_cta: 'x'.repeat(31) }), /flow_cta/],
		['a video above an order', { ...details(), interactive: { ...details().interactive, header: { type: 'video', video: header.image } } }, /header of type video/], // oxfmt-ignore
	])('%s', async (_name, message, reason) => {
		const { status: code, body } = await bench.send(message);
		expect(code).toBe(400);
		expect(body.errorRaw.fail[0].errorData.error.error_data.details).toMatch(reason);
		expect(await bench.conversation(TO)).toEqual([]);
	});
});

test('a form as a customer answers it comes with the words of its fields', async () => {
	await bench.send(flow());
	const reply = { name: 'flow', body: 'Sent', response_json: '{"flow_token":"8841-1","guests":"4"}' };
	const { body } = await bench.control('POST', '/heltar/inbound', {
		from: TO,
		message: { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: reply } },
	});
	const record = (await bench.heltar('GET', `/v1/messages?wamid=${encodeURIComponent(body.id)}`)).body.data;
	expect(record).toMatchObject({ type: 'interactive', interactive: { nfm_reply: reply } });
});
