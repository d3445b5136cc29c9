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
		'Text: 4097 characters with the link, the maximum is 4096',
	],
	[
		'header of a product list',
		sendProductList,
		oneProduct,
		{ ...oneProduct, headerText: '' },
		'Header: nothing is filled in',
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
		'Sections: 31 products in all, the maximum is 30',
	],
	[
		'sections of products',
		sendProductList,
		products(many(10, () => ({ title: 'A', product_items: 'SKU-1' }))),
		products(many(11, () => ({ title: 'A', product_items: 'SKU-1' }))),
		'Sections: 11 added, the maximum is 10',
	],
	[
		'title of a product section',
		sendProductList,
		products([{ title: chars(24), product_items: 'a' }]),
		products([{ title: chars(25), product_items: 'a' }]),
		'Sections → Section 1 → Title: 25 characters, the maximum is 24',
	],
	[
		'a title of a product section at least',
		sendProductList,
		oneProduct,
		products([{ title: '', product_items: 'a' }]),
		'Sections → Section 1 → Title: nothing is filled in',
	],
	[
		'a product in a section at least',
		sendProductList,
		oneProduct,
		products([{ title: 'S', product_items: ' , ' }]),
		'Sections → Section 1 → Products: none added, the minimum is 1',
	],
	[
		'a section of products at least',
		sendProductList,
		oneProduct,
		products([]),
		'Sections: none added, the minimum is 1',
	],
	[
		'the catalog of a product',
		sendProduct,
		{ catalog_id: '1', product_retailer_id: 'a' },
		{ catalog_id: '', product_retailer_id: 'a' },
		'Catalog ID: nothing is filled in',
	],
	[
		'the product',
		sendProduct,
		{ catalog_id: '1', product_retailer_id: 'a' },
		{ catalog_id: '1', product_retailer_id: ' ' },
		'Product ID: nothing is filled in',
	],
	[
		'number for the catalog link',
		sendCatalogLink,
		{ businessNumber: '+44 7700 900999' },
		{ businessNumber: '07700 900999' },
		'Business Number: "07700 900999" must not start with 0',
	],
]);
