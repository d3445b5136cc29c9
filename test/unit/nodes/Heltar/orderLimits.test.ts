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
		'Reference must have at most 35 characters (got 36)',
	],
	[
		'a reference of 60 characters in Brazil',
		sendOrderDetails,
		{ ...inBrazil, reference_id: 'a'.repeat(60) },
		{ ...inBrazil, reference_id: 'a'.repeat(61) },
		'Reference must have at most 60 characters (got 61)',
	],
	[
		'what a reference may hold',
		sendOrderDetails,
		{ ...order, reference_id: 'A-1_b.2' },
		{ ...order, reference_id: 'A 1' },
		'Reference is "A 1", but may hold the letters A to Z, digits, underscores, hyphens and dots only',
	],
	[
		'body',
		sendOrderDetails,
		{ ...order, body: chars(1024) },
		{ ...order, body: chars(1025) },
		'Body must have at most 1024 characters (got 1025)',
	],
	[
		'footer',
		sendOrderDetails,
		{ ...order, footer: chars(60) },
		{ ...order, footer: chars(61) },
		'Footer must have at most 60 characters (got 61)',
	],
	[
		'name of a configuration',
		sendOrderDetails,
		{ ...order, configuration_name: chars(60) },
		{ ...order, configuration_name: chars(61) },
		'Configuration Name must have at most 60 characters (got 61)',
	],
	[
		'name of an item',
		sendOrderDetails,
		item({ name: chars(60) }),
		item({ name: chars(61) }),
		'Items → Item 1 → Name must have at most 60 characters (got 61)',
	],
	[
		'an item at least',
		sendOrderDetails,
		order,
		{ ...order, items: {} },
		'Items must have at least one entry',
	],
	[
		'a whole quantity',
		sendOrderDetails,
		item({ quantity: 3 }),
		item({ quantity: 1.5 }),
		'Items → Item 1 → Quantity must be a whole number',
	],
	[
		'one of each item at least',
		sendOrderDetails,
		item({ quantity: 1 }),
		item({ quantity: 0 }),
		'Items → Item 1 → Quantity must be at least 1 (got 0)',
	],
	[
		'hundredths',
		sendOrderDetails,
		item({ amount: 0.29 }),
		item({ amount: 0.295 }),
		'Items → Item 1 → Price must have at most two decimals (got 0.295)',
	],
	[
		'a price as text',
		sendOrderDetails,
		item({ amount: ' 1299.95 ' }),
		item({ amount: '1.299,95' }),
		'Items → Item 1 → Price must be a number',
	],
	[
		'a price that can be counted in hundredths',
		sendOrderDetails,
		item({ amount: 90_000_000_000_000 }),
		item({ amount: 90_100_000_000_000 }),
		'Items → Item 1 → Price is too large',
	],
	[
		'a price that is reduced',
		sendOrderDetails,
		item({ sale_amount: 348.99 }),
		item({ sale_amount: 349 }),
		'Items → Item 1 → Reduced Price must be less than the price, 349.00 (got 349.00)',
	],
	[
		'pictures of ten items',
		sendOrderDetails,
		{ ...order, ...items(...many(10, () => picture)) },
		{ ...order, ...items(...many(10, () => cup), picture) },
		'Items → Item 11 → Image Link is possible in orders of at most 10 items only (got 11)',
	],
	[
		'a picture of what is in no catalog',
		sendOrderDetails,
		item({ image: picture.image }),
		item({ image: picture.image, retailer_id: 'SKU-7' }),
		'Items → Item 1 → Image Link is not possible for a product of a catalog',
	],
	[
		'a picture without a catalog',
		sendOrderDetails,
		{ ...order, ...items(picture), orderOptions: { shipping: 1 } },
		{ ...order, ...items(picture), orderOptions: { catalogId: '7001' } },
		'Items → Item 1 → Image Link is not possible for a product of a catalog',
	],
	[
		'a discount up to the whole sum',
		sendOrderDetails,
		options({ discount: 349 }),
		options({ discount: 349.01 }),
		'Order Options → Discount makes the total negative (-0.01)',
	],
	[
		'a discount with its name',
		sendOrderDetails,
		options({ discount: 1, discountProgramName: chars(60) }),
		options({ discountProgramName: 'Opening' }),
		'Order Options → Discount Name needs a discount as well',
	],
	[
		'the name of a discount',
		sendOrderDetails,
		options({ discount: 1, discountProgramName: chars(60) }),
		options({ discount: 1, discountProgramName: chars(61) }),
		'Order Options → Discount Name must have at most 60 characters (got 61)',
	],
	[
		'what is said of the tax',
		sendOrderDetails,
		options({ taxDescription: chars(60) }),
		options({ taxDescription: chars(61) }),
		'Order Options → Tax Description must have at most 60 characters (got 61)',
	],
	[
		'five minutes to pay',
		sendOrderDetails,
		inSeconds(302),
		inSeconds(290),
		'must be at least five minutes from now',
	],
	[
		'what is said of the time',
		sendOrderDetails,
		{ ...order, expiration: { values: { at: '2100-01-01', description: chars(120) } } },
		{ ...order, expiration: { values: { at: '2100-01-01', description: chars(121) } } },
		'Expiration → Description must have at most 120 characters (got 121)',
	],
	[
		'an order without items',
		sendOrderDetails,
		{ ...inBrazil, orderContent: 'total', total: 349 },
		{ ...order, orderContent: 'total', total: 349 },
		'Order must have items: only Brazilian payments may do without',
	],
	[
		'four digits of a card',
		sendOrderDetails,
		{ ...order, paymentMethod: 'brazil_card', cardLastDigits: '0042', cardCredential: 'c' },
		{ ...order, paymentMethod: 'brazil_card', cardLastDigits: '42', cardCredential: 'c' },
		'Last Four Digits must be four digits (got "42")',
	],
	[
		'a configuration for UPI',
		sendOrderDetails,
		{ ...order, paymentMethod: 'india_upi', payment_configuration: 'upi' },
		{ ...order, paymentMethod: 'india_upi' },
		'Payment Configuration is empty',
	],
	[
		'a customer on WhatsApp',
		sendOrderDetails,
		{ ...order, clientWaNumber: 'GB.7315902846613057' },
		{ ...order, clientWaNumber: '447700900123@rcs' },
		'Recipient is "447700900123@rcs", which is not on WhatsApp',
	],
	[
		'the reference of a status',
		sendOrderStatus,
		{ ...status, reference_id: 'a'.repeat(60) },
		{ ...status, reference_id: 'a'.repeat(61) },
		'Reference must have at most 60 characters (got 61)',
	],
	[
		'what is said of a status',
		sendOrderStatus,
		{ ...status, description: chars(120) },
		{ ...status, description: chars(121) },
		'Description must have at most 120 characters (got 121)',
	],
]);

test('a group gets no orders', () => {
	expect(
		problem(sendOrderStatus, { ...status, clientWaNumber: 'Y2FwaV9ncm91cDoxMjM0NTY3ODkwMTIz' }),
	).toContain('Recipient is a group');
});
