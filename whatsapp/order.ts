/**
 * Orders to pay in WhatsApp (Meta, "Payments": India, Singapore, Brazil). Amounts are whole hundredths of the currency.
 */

import { limits } from './limits';

/** Money as WhatsApp writes it: `{"value": 34900, "offset": 100}` is 349.00. */
export interface Amount {
	value: number;
	offset: 100;
}

export const amount = (hundredths: number): Amount => ({ value: hundredths, offset: 100 });

/** An amount as people write it. */
export const shownAmount = (hundredths: number): string => (hundredths / 100).toFixed(2);

export interface OrderItem {
	name: string;
	/** Hundredths, for one of them. */
	amount: number;
	/** Hundredths; what one costs now, less than `amount`. */
	sale_amount?: number;
	quantity: number;
	/** The product's own number in the catalog. */
	retailer_id?: string;
	/** Public address of a picture. */
	image?: string;
	country_of_origin?: string;
	importer_name?: string;
	importer_address?: Record<string, string>;
}

export interface Order {
	items: readonly OrderItem[];
	/** Hundredths. */
	tax: number;
	taxDescription?: string;
	/** Hundredths. */
	shipping?: number;
	/** Hundredths. */
	discount?: number;
	discountProgramName?: string;
	catalogId?: string;
	expiration?: { at: number; description: string };
	quickPay?: boolean;
}

const subtotalOf = (items: readonly OrderItem[]): number =>
	items.reduce((sum, item) => sum + item.quantity * (item.sale_amount ?? item.amount), 0);

/** What is to be paid for an order, in hundredths. */
export const totalOf = ({ items, tax, shipping = 0, discount = 0 }: Order): number =>
	subtotalOf(items) + tax + shipping - discount;

/** The `order` of an `order_details` message. Sums are worked out here, so that they always fit. */
export const orderObject = (order: Order) => ({
	status: 'pending',
	...(order.catalogId ? { catalog_id: order.catalogId } : {}),
	...(order.quickPay ? { type: 'quick_pay' } : {}),
	...(order.expiration
		? {
				expiration: {
					timestamp: String(order.expiration.at),
					description: order.expiration.description,
				},
			}
		: {}),
	items: order.items.map(itemObject),
	subtotal: amount(subtotalOf(order.items)),
	tax: { ...amount(order.tax), ...(order.taxDescription ? { description: order.taxDescription } : {}) },
	...(order.shipping === undefined ? {} : { shipping: amount(order.shipping) }),
	...(order.discount === undefined
		? {}
		: {
				discount: {
					...amount(order.discount),
					...(order.discountProgramName ? { discount_program_name: order.discountProgramName } : {}),
				},
			}),
});

function itemObject({ amount: price, sale_amount, image, importer_address, ...item }: OrderItem) {
	const filled = Object.entries(item).filter(([, value]) => value !== undefined);
	return {
		...Object.fromEntries(filled),
		amount: amount(price),
		...(sale_amount === undefined ? {} : { sale_amount: amount(sale_amount) }),
		...(image ? { image: { link: image } } : {}),
		...(importer_address && Object.keys(importer_address).length > 0 ? { importer_address } : {}),
	};
}

/** What is wrong with the items of an order, if anything: which one, and which of its fields. */
export function itemsProblem(
	items: readonly OrderItem[],
	catalogId: string | undefined,
): { at: number; field: 'sale_amount' | 'image'; problem: string } | undefined {
	for (const [at, item] of items.entries()) {
		if (item.sale_amount !== undefined && item.sale_amount >= item.amount) {
			const shown = `${shownAmount(item.amount)} (got ${shownAmount(item.sale_amount)})`;
			return { at, field: 'sale_amount', problem: `must be less than the price, ${shown}` };
		}
		if (!item.image) continue;
		if (item.retailer_id || catalogId) {
			return { at, field: 'image', problem: 'this is not possible for a product of a catalog' };
		}
		if (items.length > limits.order.images) {
			const words = `${items.length} items in the order, the maximum with pictures is ${limits.order.images}`;
			return { at, field: 'image', problem: words };
		}
	}
	return undefined;
}

const REFERENCE = /^[A-Za-z0-9_.-]+$/;

/** What is wrong with the reference of an order, if anything. Brazilian ones may be longer. */
export function referenceProblem(reference: string, isBrazilian: boolean): string | undefined {
	if (!REFERENCE.test(reference)) {
		return `"${reference}" may hold the letters A to Z, digits, underscores, hyphens and dots only`;
	}
	const most = isBrazilian ? limits.order.brazilianReference : limits.order.reference;
	return reference.length > most ? `${reference.length} characters, the maximum is ${most}` : undefined;
}
