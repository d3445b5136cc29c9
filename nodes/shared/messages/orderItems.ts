import { optional, refined } from '../../../core/fields/field';
import { link, number, text } from '../../../core/fields/basic';
import { collection, listOf, rows, rowsOrJson } from '../../../core/fields/containers';
import { countryCode } from '../../../whatsapp/country';
import { isObject } from '../../../whatsapp/events/json';
import { limits } from '../../../whatsapp/limits';
import type { OrderItem } from '../../../whatsapp/order';
import { assertValid } from '../recipient';
import { money } from './money';

const { name: mostOfName, images } = limits.order;

/** A short text of an order. */
export const textPart = (displayName: string, example: string, description: string) =>
	text({ displayName, placeholder: `e.g. ${example}`, description, trim: true });

/** What is bought. In JSON the items may have WhatsApp's own form, with `{"value": 34900, "offset": 100}` for 349.00. */
export const itemFields = () =>
	rowsOrJson(
		'items',
		refined(
			rows({
				displayName: 'Items',
				description: 'What is bought, at least one item',
				row: 'Item',
				min: 1,
				fields: {
					name: text({
						displayName: 'Name',
						placeholder: 'e.g. Blue cup',
						description: `Up to ${mostOfName} characters`,
						maxLength: mostOfName,
						trim: true,
					}),
					amount: money({
						displayName: 'Price',
						placeholder: 'e.g. 349.00',
						description: 'What one of them costs',
					}),
					quantity: number({
						displayName: 'Quantity',
						default: 1,
						min: 1,
						description: 'How many of them are bought',
					}),
					sale_amount: optional(
						money({
							displayName: 'Reduced Price',
							placeholder: 'e.g. 299.00',
							description: 'What one of them costs now, if that is less than its price',
						}),
					),
					retailer_id: optional(
						text({
							displayName: 'Product ID',
							placeholder: 'e.g. SKU-7',
							description: 'ID of the product in your catalog',
							trim: true,
						}),
					),
					image: optional(
						link({
							displayName: 'Image Link',
							description: `Public https address of a picture. Only for items that are in no catalog, in orders of at most ${images} items.`,
						}),
					),
					country_of_origin: optional(
						textPart('Country of Origin', 'India', 'Where the product comes from, for orders in India'),
					),
					importer_name: optional(
						textPart('Importer', 'Example Imports Ltd', 'Who imports the product, for orders in India'),
					),
					importer_address: collection({
						displayName: 'Address of the Importer',
						placeholder: 'Add line',
						description: 'Where the importer is, for orders in India',
						fields: {
							address_line1: textPart('Address', '1 Bridge Street', 'Street and number'),
							city: textPart('City', 'Pune', 'Name of the city'),
							zone_code: textPart('Zone', 'MH', 'Code of the state or region'),
							postal_code: textPart('Postal Code', '411001', 'Postal code of the city'),
							country_code: refined(
								textPart('Country Code', 'IN', 'Two letters that stand for the country'),
								(given) => assertValid(countryCode(given)),
							),
						},
					}),
				},
			}),
			(items): OrderItem[] => items as OrderItem[],
		),
		{
			example:
				'[{"name": "Blue cup", "amount": 349, "sale_amount": 299, "quantity": 2, "retailer_id": "SKU-7"}]',
			fromJson: (given) => listOf(given).map(fromWhatsApp),
		},
	);

function fromWhatsApp(item: unknown): unknown {
	if (!isObject(item)) return item;
	const { amount, sale_amount, image } = item;
	return {
		quantity: 1,
		...item,
		amount: plainAmount(amount),
		sale_amount: plainAmount(sale_amount),
		image: isObject(image) ? image.link : image,
	};
}

/** An amount as people write it, also of WhatsApp's form. */
function plainAmount(given: unknown): unknown {
	if (!isObject(given)) return given;
	const { value, offset = 100 } = given;
	return typeof value === 'number' && typeof offset === 'number' ? value / offset : given;
}
