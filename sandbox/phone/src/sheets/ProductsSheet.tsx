import { Button, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ProductCard } from '../bubbles/ProductCard.tsx';
import { fields, list, text } from '../fields.ts';
import { usePhoneContext } from '../PhoneContext.ts';
import type { PhoneMessage } from '../server/control.ts';
import classes from './sheets.module.css';

interface Shelf {
	title: string;
	skus: string[];
}

/** What a catalogue or product message offers, to put into a cart and order. */
export function ProductsSheet({ message, onClose }: { message: PhoneMessage; onClose: () => void }) {
	const { answer, provider } = usePhoneContext();
	const [amounts, setAmounts] = useState<Record<string, number>>({});
	const [note, setNote] = useState('');
	const interactive = fields(message.content);
	const action = fields(interactive.action);
	const catalogId = text(action.catalog_id) || (provider.catalogs[0]?.id ?? '');
	const products = provider.catalogs.flatMap((catalog) => catalog.products);
	const shelves = shelvesOf(
		interactive,
		products.map(({ retailerId }) => retailerId),
	);
	const items = Object.entries(amounts).filter(([, amount]) => amount > 0);

	const submit = (event: FormEvent) => {
		event.preventDefault();
		void answer(message, {
			type: 'order',
			order: {
				catalog_id: catalogId,
				text: note.trim(),
				product_items: items.map(([sku, quantity]) => {
					const product = products.find(({ retailerId }) => retailerId === sku);
					return {
						product_retailer_id: sku,
						quantity,
						item_price: Number(product?.price ?? 0),
						currency: product?.currency ?? 'INR',
					};
				}),
			},
		});
		onClose();
	};
	return (
		<form onSubmit={submit}>
			<Stack gap="xs">
				{shelves.map(({ title, skus }) => (
					<div key={title}>
						{title && (
							<Text fw={600} c="var(--accent)" size="sm">
								{title}
							</Text>
						)}
						{skus.map((sku) => (
							<div key={sku} className={classes.product}>
								<ProductCard sku={sku} />
								<NumberInput
									aria-label={`How many of ${sku}`}
									w={74}
									min={0}
									max={99}
									value={amounts[sku] ?? 0}
									onChange={(value) => setAmounts({ ...amounts, [sku]: Number(value) || 0 })}
								/>
							</div>
						))}
					</div>
				))}
				<Textarea
					label="Message to the business"
					value={note}
					onChange={(event) => setNote(event.currentTarget.value)}
				/>
				<Button type="submit" disabled={items.length === 0}>
					Send the order
				</Button>
			</Stack>
		</form>
	);
}

function shelvesOf(interactive: Record<string, unknown>, all: string[]): Shelf[] {
	const action = fields(interactive.action);
	if (interactive.type === 'product') return [{ title: '', skus: [text(action.product_retailer_id)] }];
	// A button of a template opens the whole catalogue, too.
	if (interactive.type === 'catalog_message' || interactive.action === undefined)
		return [{ title: '', skus: all }];
	return list(action.sections).map((section) => ({
		title: text(section.title),
		skus: list(section.product_items).map((item) => text(item.product_retailer_id)),
	}));
}
