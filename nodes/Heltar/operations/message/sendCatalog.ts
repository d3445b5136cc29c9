import { optional } from '../../../../core/fields/field';
import { text } from '../../../../core/fields/basic';
import { interactive } from '../../../../whatsapp/interactive';
import { bodyField, footerField } from '../../../shared/interactive/parts';
import { interactiveEntry, messageOptions, person } from '../../fields';
import { defineMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `interactive` of type `catalog_message`. */
export const sendCatalog = defineMessage({
	value: 'sendCatalog',
	name: 'Send Catalog',
	action: 'Send the catalog',
	description: 'Send a button that opens the catalog connected to your number, inside the 24-hour window',
	fields: {
		clientWaNumber: person(),
		body: optional(bodyField()),
		footer: footerField(),
		thumbnail_product_retailer_id: optional(
			text({
				displayName: 'Thumbnail Product ID',
				placeholder: 'e.g. SKU-7',
				description:
					'Product whose picture is shown, by its ID in the catalog. WhatsApp chooses one when left empty.',
				trim: true,
			}),
		),
		options: messageOptions(),
	},
	entry: ({ clientWaNumber, body, footer, thumbnail_product_retailer_id, options }) =>
		interactiveEntry(
			clientWaNumber,
			options,
			interactive(
				'catalog_message',
				{ body, footer },
				{
					name: 'catalog_message',
					...(thumbnail_product_retailer_id ? { parameters: { thumbnail_product_retailer_id } } : {}),
				},
			),
		),
});
