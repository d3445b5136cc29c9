import { product } from '../../../shared/messages/products';
import { defineKindOfMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `interactive` of type `product`. */
export const sendProduct = defineKindOfMessage(product, {
	value: 'sendProduct',
	name: 'Send Product',
	action: 'Send a product',
	description: 'Send one product of your catalog, inside the 24-hour window',
});
