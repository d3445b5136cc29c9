import { IconShoppingCart } from '@tabler/icons-react';
import { fields, list, text, type Fields } from '../fields.ts';
import cards from './cards.module.css';
import textClasses from './text.module.css';
import { useProduct } from './ProductCard.tsx';

/** What a customer chose or filled in. */
export function Answer({ interactive }: { interactive: Fields }) {
	const chosen = fields(interactive.button_reply ?? interactive.list_reply);
	if (text(chosen.title))
		return (
			<div className={cards.cardText}>
				<span>{text(chosen.title)}</span>
				{text(chosen.description) && <small>{text(chosen.description)}</small>}
			</div>
		);
	const form = fields(interactive.nfm_reply);
	return (
		<div className={cards.cardText}>
			<span className={textClasses.line}>{text(form.body) || 'Form sent'}</span>
			{Object.entries(valuesOf(text(form.response_json))).map(([name, value]) => (
				<small key={name}>
					{name.replaceAll('_', ' ')}: {text(value) || JSON.stringify(value)}
				</small>
			))}
		</div>
	);
}

function valuesOf(json: string): Fields {
	try {
		const { flow_token: _token, ...values } = fields(JSON.parse(json));
		return values.values ? fields(values.values) : values;
	} catch {
		return {};
	}
}

export function OrderSent({ order }: { order: unknown }) {
	const items = list(fields(order).product_items);
	return (
		<div className={cards.inset}>
			<IconShoppingCart size={28} stroke={1.4} aria-hidden />
			<span className={cards.cardText}>
				<strong>Order</strong>
				{items.map((item, index) => (
					<OrderedItem key={index} item={item} />
				))}
				{text(fields(order).text) && <span>{text(fields(order).text)}</span>}
			</span>
		</div>
	);
}

function OrderedItem({ item }: { item: Fields }) {
	const sku = text(item.product_retailer_id);
	const product = useProduct(sku);
	return (
		<small>
			{text(item.quantity)} × {product?.name ?? sku} at {text(item.item_price)} {text(item.currency)}
		</small>
	);
}
