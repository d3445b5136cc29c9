import type { PathPart } from '../../../core/http/errors';
import { BadInput } from '../../../core/http/errors';
import { dateTime } from '../../../core/fields/dateTime';
import { optional, refined, when } from '../../../core/fields/field';
import { choice, link, text, toggle } from '../../../core/fields/basic';
import { block, collection } from '../../../core/fields/containers';
import { interactive } from '../../../whatsapp/interactive';
import { limits } from '../../../whatsapp/limits';
import type { OrderItem } from '../../../whatsapp/order';
import {
	amount,
	itemsProblem,
	orderObject,
	referenceProblem,
	shownAmount,
	totalOf,
} from '../../../whatsapp/order';
import { bodyField, footerField } from './interactiveParts';
import { defineInteractive } from './kind';
import { money } from './money';
import { itemFields, textPart } from './orderItems';
import { isBrazilian, paymentFields, paymentOf } from './orderPayment';

const { order } = limits;
const ITEMS = { orderContent: ['items'] };

/** An order may not run out sooner (Meta, "Payments"). */
const SOONEST_S = 300;

/** The reference of an order; what it may hold depends on the country. */
export const referenceField = () =>
	text({
		displayName: 'Order Reference',
		placeholder: 'e.g. order-1042',
		description: `Your own number of the order, which every event about its payment contains. Letters, digits, underscores, hyphens and dots, up to ${order.reference} characters (${order.brazilianReference} in Brazil).`,
		trim: true,
	});

const { specifyItems, items, itemsJson } = itemFields();

const orderOptions = () =>
	collection({
		displayName: 'Order Options',
		description: 'Shipping, discount and other settings of the order',
		fields: {
			catalogId: text({
				displayName: 'Catalog ID',
				placeholder: 'e.g. 700100200300',
				description: 'ID of the catalog the items are in',
				trim: true,
			}),
			discount: money({
				displayName: 'Discount',
				placeholder: 'e.g. 50.00',
				description: 'What is taken off the sum',
			}),
			discountProgramName: text({
				displayName: 'Discount Name',
				placeholder: 'e.g. Opening week',
				description: `What the discount is for, up to ${order.note} characters`,
				maxLength: order.note,
				trim: true,
			}),
			quickPay: toggle({
				displayName: 'Quick Pay',
				description: 'Whether the message leads to the payment at once, without showing the items first',
			}),
			shipping: money({
				displayName: 'Shipping',
				placeholder: 'e.g. 40.00',
				description: 'What the delivery costs',
			}),
			taxDescription: text({
				displayName: 'Tax Description',
				placeholder: 'e.g. GST 18%',
				description: `What the tax is, up to ${order.note} characters`,
				maxLength: order.note,
				trim: true,
			}),
		},
	});

const expiration = () =>
	block({
		displayName: 'Expiration',
		description: 'Until when the order can be paid',
		fields: {
			at: refined(
				dateTime({
					displayName: 'Time',
					description: 'At least five minutes from now; in the time zone of the workflow',
				}),
				(seconds) => {
					if (seconds >= Date.now() / 1000 + SOONEST_S) return seconds;
					throw new BadInput('this time is too early, the minimum is five minutes from now');
				},
			),
			description: text({
				displayName: 'Description',
				placeholder: 'e.g. We keep your cups until Friday',
				description: `What is shown to the person, up to ${order.description} characters`,
				maxLength: order.description,
			}),
		},
	});

const beneficiary = () =>
	block({
		displayName: 'Beneficiary',
		description: 'Who the goods are sent to, for goods that are shipped in India',
		fields: {
			name: textPart('Name', 'Asha Verma', 'Name of the person'),
			address_line1: textPart('Address', '12 Station Road', 'Street and number'),
			city: textPart('City', 'Pune', 'Name of the city'),
			state: textPart('State', 'Maharashtra', 'Name of the state'),
			postal_code: textPart('Postal Code', '411001', 'Postal code of the city'),
		},
	});

/** An order with its items and a button to pay it: `interactive` of type `order_details`. */
export const orderDetails = defineInteractive({
	fields: {
		headerLink: optional(
			link({
				displayName: 'Header Image',
				description: 'Public https address of a JPEG or PNG up to 5 MB to show above the text',
			}),
		),
		body: bodyField(),
		footer: footerField(),
		reference_id: referenceField(),
		goodsType: choice({
			displayName: 'Goods',
			description: 'What kind of goods are bought',
			options: [
				{ name: 'Physical', value: 'physical-goods' },
				{ name: 'Digital', value: 'digital-goods' },
			],
		}),
		...paymentFields(),
		orderContent: choice({
			displayName: 'Order',
			description: 'What the message shows of the order',
			options: [
				{ name: 'Items', value: 'items', description: 'The sums are worked out from the items' },
				{ name: 'Total Only', value: 'total', description: 'Possible in Brazil only' },
			],
		}),
		total: when(
			{ orderContent: ['total'] },
			money({ displayName: 'Total', placeholder: 'e.g. 349.00', description: 'What is to be paid' }),
		),
		specifyItems: when(ITEMS, specifyItems),
		items: when(ITEMS, items),
		itemsJson: when(ITEMS, itemsJson),
		tax: when(
			ITEMS,
			money({
				displayName: 'Tax',
				default: 0,
				description: 'Amount of tax on all items together, added to their sum',
			}),
		),
		orderOptions: when(ITEMS, orderOptions()),
		expiration: when(ITEMS, expiration()),
		beneficiary: when(
			{ goodsType: ['physical-goods'], paymentMethod: ['india_gateway', 'india_upi'] },
			beneficiary(),
		),
	},
	interactive(values) {
		const { headerLink, body, footer, reference_id, goodsType, beneficiary: receiver } = values;
		const inBrazil = isBrazilian(values.paymentMethod);
		const problem = referenceProblem(reference_id, inBrazil);
		if (problem) throw new BadInput(problem, [{ name: 'reference_id', label: 'Order Reference' }]);
		return interactive(
			'order_details',
			{ header: headerLink ? { type: 'image', image: { link: headerLink } } : undefined, body, footer },
			{
				name: 'review_and_pay',
				parameters: {
					reference_id,
					type: goodsType,
					...paymentOf(values),
					...(receiver ? { beneficiaries: [{ ...receiver, country: 'India' }] } : {}),
					...sumsOf(values, inBrazil),
				},
			},
		);
	},
});

interface Sums {
	orderContent: 'items' | 'total';
	total?: number;
	items?: OrderItem[];
	itemsJson?: OrderItem[];
	tax?: number;
	orderOptions?: {
		catalogId?: string;
		discount?: number;
		discountProgramName?: string;
		quickPay?: boolean;
		shipping?: number;
		taxDescription?: string;
	};
	expiration?: { at: number; description: string };
}

/** The order and what is to be paid for it. */
function sumsOf({ orderContent, total = 0, orderOptions: options = {}, ...given }: Sums, inBrazil: boolean) {
	if (orderContent === 'total') {
		if (inBrazil) return { total_amount: amount(total) };
		throw new BadInput('an order without items is only possible with a Brazilian payment method', [
			{ name: 'orderContent', label: 'Order' },
		]);
	}
	const list = given.items ?? given.itemsJson ?? [];
	const wrong = itemsProblem(list, options.catalogId);
	if (wrong) {
		const place: PathPart[] = [
			{ name: given.items ? 'items' : 'itemsJson', label: 'Items' },
			{ name: String(wrong.at), label: `Item ${wrong.at + 1}` },
			{ name: wrong.field, label: wrong.field === 'image' ? 'Image Link' : 'Reduced Price' },
		];
		throw new BadInput(wrong.problem, place);
	}
	if (options.discountProgramName && options.discount === undefined) {
		throw new BadInput('a discount is needed as well', [
			{ name: 'orderOptions', label: 'Order Options' },
			{ name: 'discountProgramName', label: 'Discount Name' },
		]);
	}
	const whole = { ...options, items: list, tax: given.tax ?? 0, expiration: given.expiration };
	const sum = totalOf(whole);
	if (sum < 0) {
		throw new BadInput(`it makes the total negative (${shownAmount(sum)})`, [
			{ name: 'orderOptions', label: 'Order Options' },
			{ name: 'discount', label: 'Discount' },
		]);
	}
	return { total_amount: amount(sum), order: orderObject(whole) };
}
