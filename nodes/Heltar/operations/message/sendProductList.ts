import { interactive } from '../../../../whatsapp/interactive';
import { bodyField, footerField, headerTextField } from '../../../shared/interactive/parts';
import { catalogField, productListAction, productSectionFields } from '../../../shared/interactive/products';
import { interactiveEntry, messageOptions, person } from '../../fields';
import { defineMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `interactive` of type `product_list`. */
export const sendProductList = defineMessage({
	value: 'sendProductList',
	name: 'Send Product List',
	action: 'Send several products',
	description: 'Send up to 30 products of your catalog in sections, inside the 24-hour window',
	fields: {
		clientWaNumber: person(),
		headerText: headerTextField(),
		body: bodyField(),
		footer: footerField(),
		catalog_id: catalogField(),
		...productSectionFields(),
		options: messageOptions(),
	},
	entry: ({ clientWaNumber, headerText, body, footer, catalog_id, options, ...rest }) =>
		interactiveEntry(
			clientWaNumber,
			options,
			interactive(
				'product_list',
				{ header: { type: 'text', text: headerText }, body, footer },
				productListAction(catalog_id, rest),
			),
		),
});
