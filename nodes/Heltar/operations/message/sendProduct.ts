import { optional } from '../../../../core/fields/field';
import { text } from '../../../../core/fields/basic';
import { interactive } from '../../../../whatsapp/interactive';
import { bodyField, footerField } from '../../../shared/interactive/parts';
import { catalogField } from '../../../shared/interactive/products';
import { interactiveEntry, messageOptions, person } from '../../fields';
import { defineMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `interactive` of type `product`. */
export const sendProduct = defineMessage({
	value: 'sendProduct',
	name: 'Send Product',
	action: 'Send a product',
	description: 'Send one product of your catalog, inside the 24-hour window',
	fields: {
		clientWaNumber: person(),
		catalog_id: catalogField(),
		product_retailer_id: text({
			displayName: 'Product ID',
			placeholder: 'e.g. SKU-7',
			description: 'ID of the product in the catalog',
			trim: true,
		}),
		body: optional(bodyField()),
		footer: footerField(),
		options: messageOptions(),
	},
	entry: ({ clientWaNumber, catalog_id, product_retailer_id, body, footer, options }) =>
		interactiveEntry(
			clientWaNumber,
			options,
			interactive('product', { body, footer }, { catalog_id, product_retailer_id }),
		),
});
