import { z } from 'zod';
import { acceptableUrl } from '../core/loopback.ts';
import { INTERACTIVE_TYPES } from '../platform/interactive.ts';

const filled = z.string().min(1, 'should not be empty');
const upTo = (most: number) =>
	filled.refine((value) => [...value].length <= most, `must be at most ${most} characters`);

const flow = z.looseObject({
	name: z.literal('flow'),
	parameters: z.looseObject({
		flow_id: z.union([filled, z.number()]),
		flow_message_version: z.literal('3'),
		flow_token: filled,
		flow_cta: filled,
		flow_action: z.enum(['navigate', 'data_exchange']),
		flow_action_payload: z.looseObject({
			screen: filled,
			data: z.record(z.string(), z.unknown()).optional(),
		}),
		mode: z.enum(['published', 'draft']).optional(),
	}),
});

const amount = z.looseObject({ value: z.number().int(), offset: z.literal(100) });
const link = z.object({
	link: z.string().refine((value) => acceptableUrl(value) !== undefined, 'must be a public https URL'),
});

const item = z.looseObject({
	name: upTo(60),
	amount,
	quantity: z.number().int().positive(),
	sale_amount: amount.optional(),
	retailer_id: filled.optional(),
	image: link.optional(),
	country_of_origin: filled.optional(),
	importer_name: filled.optional(),
	importer_address: z.looseObject({}).optional(),
});

/** How early an order may run out, in seconds from now. */
const SOONEST_S = 300;

const order = z.looseObject({
	status: z.literal('pending'),
	items: z.array(item).min(1),
	subtotal: amount,
	tax: amount.extend({ description: upTo(60).optional() }),
	shipping: amount.optional(),
	discount: amount.extend({ discount_program_name: upTo(60).optional() }).optional(),
	catalog_id: filled.optional(),
	expiration: z
		.object({
			timestamp: z
				.string()
				.regex(/^\d+$/, 'must be UTC seconds as text')
				.refine((value) => Number(value) >= Date.now() / 1000 + SOONEST_S, 'must be at least 300 s ahead'),
			description: upTo(120).optional(),
		})
		.optional(),
	type: z.literal('quick_pay').optional(),
});

type Order = z.infer<typeof order>;

const gateway = z.object({
	type: z.literal('payment_gateway'),
	payment_gateway: z.looseObject({
		type: z.enum(['razorpay', 'payu', 'zaakpay', 'billdesk']),
		configuration_name: upTo(60),
	}),
});
const brazilian = z.discriminatedUnion('type', [
	z.object({ type: z.literal('pix_dynamic_code'), pix_dynamic_code: z.looseObject({ code: filled }) }),
	z.object({ type: z.literal('payment_link'), payment_link: z.object({ uri: filled }) }),
	z.object({ type: z.literal('boleto'), boleto: z.object({ digitable_line: filled }) }),
	z.object({ type: z.literal('offsite_card_pay'), offsite_card_pay: z.looseObject({}) }),
]);

/** What a currency can be paid with. */
const PAYMENTS = {
	INR: z.union([
		z.looseObject({ payment_type: z.undefined().optional(), payment_settings: z.array(gateway).length(1) }),
		z.looseObject({ payment_type: z.literal('upi'), payment_configuration: filled }),
	]),
	SGD: z.looseObject({ payment_type: z.literal('p2m-lite:stripe'), payment_configuration: filled }),
	BRL: z.looseObject({ payment_type: z.literal('br'), payment_settings: z.array(brazilian).length(1) }),
};

const beneficiary = z.looseObject({
	name: filled,
	address_line1: filled,
	city: filled,
	state: filled,
	country: z.literal('India'),
	postal_code: filled,
});

const payment = z.looseObject({
	reference_id: upTo(60).regex(/^[A-Za-z0-9_.-]+$/, 'may hold letters, digits, _ - . only'),
	type: z.enum(['digital-goods', 'physical-goods']),
	currency: z.enum(['INR', 'SGD', 'BRL']),
	total_amount: amount,
	order: order.optional(),
	beneficiaries: z.array(beneficiary).length(1).optional(),
});

const orderDetails = z.looseObject({
	name: z.literal('review_and_pay'),
	parameters: payment.superRefine((parameters, context) => {
		const problem = paymentProblem(parameters);
		if (problem) context.addIssue({ code: 'custom', path: problem[0].split('.'), message: problem[1] });
	}),
});

/** The first thing wrong with an order beyond its form: where, and what. */
function paymentProblem(given: z.infer<typeof payment>): [path: string, message: string] | undefined {
	const { currency, reference_id: reference, total_amount: total, type } = given;
	if (currency !== 'BRL' && reference.length > 35) return ['reference_id', 'must be at most 35 characters'];
	if (!PAYMENTS[currency].safeParse(given).success)
		return ['payment_settings', `must name a way to pay in ${currency}`];
	if (given.beneficiaries && (currency !== 'INR' || type !== 'physical-goods'))
		return ['beneficiaries', 'is for shipped goods in India only'];
	if (!given.order) return currency === 'BRL' ? undefined : ['order', 'is required'];
	return itemProblem(given.order) ?? sumProblem(given.order, total.value);
}

function itemProblem({ items, catalog_id }: Order): [path: string, message: string] | undefined {
	for (const { amount: price, sale_amount: reduced, image, retailer_id } of items) {
		if (reduced && reduced.value >= price.value)
			return ['order.items', 'sale_amount must be less than amount'];
		if (image && (items.length > 10 || retailer_id !== undefined || catalog_id !== undefined))
			return ['order.items', 'image is possible for up to 10 items outside of a catalog'];
	}
	return undefined;
}

function sumProblem(given: Order, total: number): [path: string, message: string] | undefined {
	const { items, subtotal, tax, shipping, discount } = given;
	const sum = items.reduce((all, one) => all + one.quantity * (one.sale_amount ?? one.amount).value, 0);
	if (subtotal.value !== sum) return ['order.subtotal.value', `must be the sum of the items, ${sum}`];
	const whole = sum + tax.value + (shipping?.value ?? 0) - (discount?.value ?? 0);
	return whole === total
		? undefined
		: ['total_amount.value', `must be subtotal + tax + shipping - discount, ${whole}`];
}

const orderStatus = z.looseObject({
	name: z.literal('review_order'),
	parameters: z.looseObject({
		reference_id: filled,
		order: z.looseObject({
			status: z.enum(['pending', 'processing', 'partially_shipped', 'shipped', 'completed', 'canceled']),
			description: upTo(120).optional(),
		}),
		payment: z
			.object({
				status: z.enum(['pending', 'captured', 'failed']),
				timestamp: z.number().int().optional(),
			})
			.optional(),
	}),
});

/** What Heltar itself looks at before it hands a message to WhatsApp, by type. */
const ACTIONS: Record<string, z.ZodType> = { flow, order_details: orderDetails, order_status: orderStatus };

const list = z.looseObject({
	sections: z
		.array(z.looseObject({ rows: z.array(z.unknown()).max(10, 'must hold at most 10 rows').optional() }))
		.max(10, 'must hold at most 10 sections')
		.optional(),
});

/** Heltar API, interactive messages. */
export const interactiveSchema = z
	.looseObject({ type: z.enum(INTERACTIVE_TYPES as [string, ...string[]]), action: list })
	.superRefine(({ type, action }, context) => {
		const found = ACTIONS[type]?.safeParse(action);
		for (const issue of found?.error?.issues ?? [])
			context.addIssue({ code: 'custom', path: ['action', ...issue.path], message: issue.message });
	});

/** Kinds that are possible in a conversation over WhatsApp only. */
export const PAYMENT_TYPES = ['order_details', 'order_status'];
