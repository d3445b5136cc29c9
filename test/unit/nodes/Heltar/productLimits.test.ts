import { sendCatalogLink } from '../../../../nodes/Heltar/operations/message/sendCatalogLink';
import { sendProduct } from '../../../../nodes/Heltar/operations/message/sendProduct';
import { sendProductList } from '../../../../nodes/Heltar/operations/message/sendProductList';
import type { Parameters } from './limits';
import { chars, many, testLimits } from './limits';

const products = (sections: Parameters[]) => ({
	headerText: 'H',
	body: 'B',
	catalog_id: '1',
	productSections: { values: sections },
});
const skus = (count: number) => many(count, (at) => `SKU-${at}`);
const oneProduct = products([{ title: 'S', product_items: 'SKU-1' }]);

testLimits([
	[
		'catalog link',
		sendCatalogLink,
		{ businessNumber: '447700900999', message: chars(4096 - 29) },
		{ businessNumber: '447700900999', message: chars(4096 - 28) },
		'Text must have at most 4096 characters with the link (got 4097)',
	],
	[
		'header of a product list',
		sendProductList,
		oneProduct,
		{ ...oneProduct, headerText: '' },
		'Header is empty',
	],
	[
		'products in total',
		sendProductList,
		products([
			{ title: 'A', product_items: skus(20) },
			{ title: 'B', product_items: skus(10) },
		]),
		products([
			{ title: 'A', product_items: skus(20) },
			{ title: 'B', product_items: skus(11) },
		]),
		'Sections must have at most 30 products in total (got 31)',
	],
	[
		'sections of products',
		sendProductList,
		products(many(10, () => ({ title: 'A', product_items: 'SKU-1' }))),
		products(many(11, () => ({ title: 'A', product_items: 'SKU-1' }))),
		'Sections must have at most 10 entries (got 11)',
	],
	[
		'title of a product section',
		sendProductList,
		products([{ title: chars(24), product_items: 'a' }]),
		products([{ title: chars(25), product_items: 'a' }]),
		'Sections → Section 1 → Title must have at most 24 characters (got 25)',
	],
	[
		'a title of a product section at least',
		sendProductList,
		oneProduct,
		products([{ title: '', product_items: 'a' }]),
		'Sections → Section 1 → Title is empty',
	],
	[
		'a product in a section at least',
		sendProductList,
		oneProduct,
		products([{ title: 'S', product_items: ' , ' }]),
		'Sections → Section 1 → Products must have at least one entry',
	],
	[
		'a section of products at least',
		sendProductList,
		oneProduct,
		products([]),
		'Sections must have at least one entry',
	],
	[
		'the catalog of a product',
		sendProduct,
		{ catalog_id: '1', product_retailer_id: 'a' },
		{ catalog_id: '', product_retailer_id: 'a' },
		'Catalog ID is empty',
	],
	[
		'the product',
		sendProduct,
		{ catalog_id: '1', product_retailer_id: 'a' },
		{ catalog_id: '1', product_retailer_id: ' ' },
		'Product ID is empty',
	],
	[
		'number for the catalog link',
		sendCatalogLink,
		{ businessNumber: '+44 7700 900999' },
		{ businessNumber: '07700 900999' },
		'Business Number is "07700 900999": a number must not start with 0',
	],
]);
