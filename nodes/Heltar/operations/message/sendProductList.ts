import { productListMessage } from '../../../shared/messages/products';
import { defineKindOfMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `interactive` of type `product_list`. */
export const sendProductList = defineKindOfMessage(productListMessage, {
	value: 'sendProductList',
	name: 'Send Product List',
	action: 'Send a product list',
	description: 'Send up to 30 products of your catalog in sections, inside the 24-hour window',
});
