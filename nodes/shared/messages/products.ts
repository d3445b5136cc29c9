import type { Field } from '../../../core/fields/field';
import { optional, refined } from '../../../core/fields/field';
import { commaList, text } from '../../../core/fields/basic';
import { listOf, rows, rowsOrJson } from '../../../core/fields/containers';
import { interactive, productList, productsProblem } from '../../../whatsapp/interactive';
import { limits } from '../../../whatsapp/limits';
import { assertNoProblem } from './problem';
import { bodyField, footerField, headerTextField } from './interactiveParts';
import { defineInteractive } from './kind';

const { productList: most } = limits;

export const catalogField = () =>
	text({
		displayName: 'Catalog ID',
		placeholder: 'e.g. 700100200300',
		description: 'ID of the catalog connected to your number, from the Meta Commerce Manager',
		trim: true,
	});

/** Sections of products. In JSON the products may stand as texts or in WhatsApp's own form. */
export const productSectionFields = () => {
	const sections = rows({
		displayName: 'Sections',
		description: `Up to ${most.sections} sections with up to ${most.products} products in total. Products the catalog does not have are left out.`,
		row: 'Section',
		min: 1,
		max: most.sections,
		fields: {
			title: text({
				displayName: 'Title',
				placeholder: 'e.g. Cups',
				description: `Heading above the products, up to ${most.sectionTitle} characters`,
				maxLength: most.sectionTitle,
				trim: true,
			}),
			product_items: productIds(),
		},
	});
	const checked = refined(sections, (given) => {
		const filled = given.map(({ title, product_items }) => ({ title, products: product_items }));
		assertNoProblem(productsProblem(filled, most.products), ['Section']);
		return filled;
	});
	return rowsOrJson('productSections', checked, {
		example: '[{"title": "Cups", "product_items": ["SKU-7", "SKU-9"]}]',
	});
};

function productIds(): Field<string[]> {
	const ids = commaList({
		displayName: 'Products',
		placeholder: 'e.g. SKU-7, SKU-9',
		description:
			'IDs of the products in the catalog, separated by commas, or an expression that returns a list',
	});
	return { ...ids, read: (raw) => ids.read(typeof raw === 'object' ? listOf(raw).map(idOf) : raw) };
}

const idOf = (item: unknown): unknown =>
	typeof item === 'object' && item !== null && 'product_retailer_id' in item
		? item.product_retailer_id
		: item;

type Sections = Parameters<typeof productList>[1];

/** The action of type `product_list` from the values of `productSectionFields`. */
export const productListAction = (
	catalogId: string,
	values: { productSections?: Sections; productSectionsJson?: Sections },
) => productList(catalogId, values.productSections ?? values.productSectionsJson ?? []);

/** One product of the catalog: `interactive` of type `product`. */
export const product = defineInteractive({
	fields: {
		catalog_id: catalogField(),
		product_retailer_id: text({
			displayName: 'Product ID',
			placeholder: 'e.g. SKU-7',
			description: 'ID of the product in the catalog',
			trim: true,
		}),
		body: optional(bodyField()),
		footer: footerField(),
	},
	interactive: ({ catalog_id, product_retailer_id, body, footer }) =>
		interactive('product', { body, footer }, { catalog_id, product_retailer_id }),
});

/** Products of the catalog in sections: `interactive` of type `product_list`. */
export const productListMessage = defineInteractive({
	fields: {
		headerText: headerTextField(),
		body: bodyField(),
		footer: footerField(),
		catalog_id: catalogField(),
		...productSectionFields(),
	},
	interactive: ({ headerText, body, footer, catalog_id, ...sections }) =>
		interactive(
			'product_list',
			{ header: { type: 'text', text: headerText }, body, footer },
			productListAction(catalog_id, sections),
		),
});
