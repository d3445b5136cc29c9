import { text } from '../../../core/fields/basic';
import { optional } from '../../../core/fields/field';
import { interactive } from '../../../whatsapp/interactive';
import { bodyField, footerField } from './interactiveParts';
import { defineInteractive } from './kind';

/** A button that opens the catalog connected to the number: `interactive` of type `catalog_message`. */
export const catalog = defineInteractive({
	fields: {
		body: optional(bodyField()),
		footer: footerField(),
		thumbnail_product_retailer_id: optional(
			text({
				displayName: 'Thumbnail Product ID',
				placeholder: 'e.g. SKU-7',
				description:
					'Product whose picture is shown, by its ID in the catalog. If empty, WhatsApp chooses one.',
				trim: true,
			}),
		),
	},
	interactive: ({ body, footer, thumbnail_product_retailer_id }) =>
		interactive(
			'catalog_message',
			{ body, footer },
			{
				name: 'catalog_message',
				...(thumbnail_product_retailer_id ? { parameters: { thumbnail_product_retailer_id } } : {}),
			},
		),
});
