import { sendOrderDetails } from '../../../../nodes/Heltar/operations/message/sendOrderDetails';
import { sendOrderStatus } from '../../../../nodes/Heltar/operations/message/sendOrderStatus';
import type { Parameters } from './limits';
import { chars, many, problem, testLimits } from './limits';

const cup = { name: 'Cup', amount: 349, quantity: 1 };
const picture = { ...cup, image: 'https://files.example.org/7.png' };
const items = (...values: Parameters[]) => ({ items: { values } });
const order = { body: 'Q', reference_id: 'o-1', configuration_name: 'shop', ...items(cup) };
const item = (parts: Parameters) => ({ ...order, ...items({ ...cup, ...parts }) });
const options = (orderOptions: Parameters) => ({ ...order, orderOptions });
const inBrazil = { ...order, paymentMethod: 'brazil_link', paymentLink: 'https://pay.example.org/7' };
const status = { body: 'Q', reference_id: 'o-1' };
const inSeconds = (seconds: number) => ({
	...order,
	expiration: { values: { at: Math.floor(Date.now() / 1000) + seconds, description: 'Soon' } },
});

testLimits([
	[
		'a reference of 35 characters',
		sendOrderDetails,
		{ ...order, reference_id: 'a'.repeat(35) },
		{ ...order, reference_id: 'a'.repeat(36) },
		'Order Reference: 36 characters, the maximum is 35',
	],
	[
		'a reference of 60 characters in Brazil',
		sendOrderDetails,
		{ ...inBrazil, reference_id: 'a'.repeat(60) },
		{ ...inBrazil, reference_id: 'a'.repeat(61) },
		'Order Reference: 61 characters, the maximum is 60',
	],
	[
		'what a reference may hold',
		sendOrderDetails,
		{ ...order, reference_id: 'A-1_b.2' },
		{ ...order, reference_id: 'A 1' },
		'Order Reference: "A 1" may hold the letters A to Z, digits, underscores, hyphens and dots only',
	],
	[
		'body',
		sendOrderDetails,
		{ ...order, body: chars(1024) },
		{ ...order, body: chars(1025) },
		'Body: 1025 characters, the maximum is 1024',
	],
	[
		'footer',
		sendOrderDetails,
		{ ...order, footer: chars(60) },
		{ ...order, footer: chars(61) },
		'Footer: 61 characters, the maximum is 60',
	],
	[
		'name of a configuration',
		sendOrderDetails,
		{ ...order, configuration_name: chars(60) },
		{ ...order, configuration_name: chars(61) },
		'Payment Configuration: 61 characters, the maximum is 60',
	],
	[
		'name of an item',
		sendOrderDetails,
		item({ name: chars(60) }),
		item({ name: chars(61) }),
		'Items → Item 1 → Name: 61 characters, the maximum is 60',
	],
	[
		'an item at least',
		sendOrderDetails,
		order,
		{ ...order, items: {} },
		'Items: none added, the minimum is 1',
	],
	[
		'a whole quantity',
		sendOrderDetails,
		item({ quantity: 3 }),
		item({ quantity: 1.5 }),
		'Items → Item 1 → Quantity: must be a whole number',
	],
	[
		'one of each item at least',
		sendOrderDetails,
		item({ quantity: 1 }),
		item({ quantity: 0 }),
		'Items → Item 1 → Quantity: 0, the minimum is 1',
	],
	[
		'hundredths',
		sendOrderDetails,
		item({ amount: 0.29 }),
		item({ amount: 0.295 }),
		'Items → Item 1 → Price: 0.295 has more than 2 decimals',
	],
	[
		'a price as text',
		sendOrderDetails,
		item({ amount: ' 1299.95 ' }),
		item({ amount: '1.299,95' }),
		'Items → Item 1 → Price: must be a number',
	],
	[
		'a price that can be counted in hundredths',
		sendOrderDetails,
		item({ amount: 90_000_000_000_000 }),
		item({ amount: 90_100_000_000_000 }),
		'Items → Item 1 → Price: 90100000000000 is too large',
	],
	[
		'a price that is reduced',
		sendOrderDetails,
		item({ sale_amount: 348.99 }),
		item({ sale_amount: 349 }),
		'Items → Item 1 → Reduced Price: must be less than the price, 349.00 (got 349.00)',
	],
	[
		'pictures of ten items',
		sendOrderDetails,
		{ ...order, ...items(...many(10, () => picture)) },
		{ ...order, ...items(...many(10, () => cup), picture) },
		'Items → Item 11 → Image Link: 11 items in the order, the maximum with pictures is 10',
	],
	[
		'a picture of what is in no catalog',
		sendOrderDetails,
		item({ image: picture.image }),
		item({ image: picture.image, retailer_id: 'SKU-7' }),
		'Items → Item 1 → Image Link: this is not possible for a product of a catalog',
	],
	[
		'a picture without a catalog',
		sendOrderDetails,
		{ ...order, ...items(picture), orderOptions: { shipping: 1 } },
		{ ...order, ...items(picture), orderOptions: { catalogId: '7001' } },
		'Items → Item 1 → Image Link: this is not possible for a product of a catalog',
	],
	[
		'a discount up to the whole sum',
		sendOrderDetails,
		options({ discount: 349 }),
		options({ discount: 349.01 }),
		'Order Options → Discount: it makes the total negative (-0.01)',
	],
	[
		'a discount with its name',
		sendOrderDetails,
		options({ discount: 1, discountProgramName: chars(60) }),
		options({ discountProgramName: 'Opening' }),
		'Order Options → Discount Name: a discount is needed as well',
	],
	[
		'the name of a discount',
		sendOrderDetails,
		options({ discount: 1, discountProgramName: chars(60) }),
		options({ discount: 1, discountProgramName: chars(61) }),
		'Order Options → Discount Name: 61 characters, the maximum is 60',
	],
	[
		'what is said of the tax',
		sendOrderDetails,
		options({ taxDescription: chars(60) }),
		options({ taxDescription: chars(61) }),
		'Order Options → Tax Description: 61 characters, the maximum is 60',
	],
	[
		'five minutes to pay',
		sendOrderDetails,
		inSeconds(302),
		inSeconds(290),
		'the minimum is five minutes from now',
	],
	[
		'what is said of the time',
		sendOrderDetails,
		{ ...order, expiration: { values: { at: '2100-01-01', description: chars(120) } } },
		{ ...order, expiration: { values: { at: '2100-01-01', description: chars(121) } } },
		'Expiration → Description: 121 characters, the maximum is 120',
	],
	[
		'an order without items',
		sendOrderDetails,
		{ ...inBrazil, orderContent: 'total', total: 349 },
		{ ...order, orderContent: 'total', total: 349 },
		'Order: an order without items is only possible with a Brazilian payment method',
	],
	[
		'four digits of a card',
		sendOrderDetails,
		{ ...order, paymentMethod: 'brazil_card', cardLastDigits: '0042', cardCredential: 'c' },
		{ ...order, paymentMethod: 'brazil_card', cardLastDigits: '42', cardCredential: 'c' },
		'Last Four Digits: "42" is not four digits',
	],
	[
		'a configuration for UPI',
		sendOrderDetails,
		{ ...order, paymentMethod: 'india_upi', payment_configuration: 'upi' },
		{ ...order, paymentMethod: 'india_upi' },
		'Payment Configuration: nothing is filled in',
	],
	[
		'a customer on WhatsApp',
		sendOrderDetails,
		{ ...order, clientWaNumber: 'GB.7315902846613057' },
		{ ...order, clientWaNumber: '447700900123@rcs' },
		'Recipient: "447700900123@rcs" is a contact of another channel, not of WhatsApp',
	],
	[
		'the reference of a status',
		sendOrderStatus,
		{ ...status, reference_id: 'a'.repeat(60) },
		{ ...status, reference_id: 'a'.repeat(61) },
		'Order Reference: 61 characters, the maximum is 60',
	],
	[
		'what is said of a status',
		sendOrderStatus,
		{ ...status, description: chars(120) },
		{ ...status, description: chars(121) },
		'Description: 121 characters, the maximum is 120',
	],
]);

test('a group gets no orders', () => {
	expect(
		problem(sendOrderStatus, { ...status, clientWaNumber: 'Y2FwaV9ncm91cDoxMjM0NTY3ODkwMTIz' }),
	).toContain('Recipient: this type of message cannot be sent to a group');
});
