import { refined } from '../../../core/fields/field';
import { text } from '../../../core/fields/basic';
import { collection, inRow, listOf } from '../../../core/fields/containers';
import { asObject, json, jsonObject } from '../../../core/fields/json';
import { withoutEmpty } from '../../../core/fields/omit';
import { countryCode } from '../../../whatsapp/country';
import { interactive } from '../../../whatsapp/interactive';
import { bodyField, footerField, headerFields, headerOf } from './interactiveParts';
import type { MoreHeaderFiles } from './interactiveParts';
import { assertValid } from '../recipient';
import { defineInteractive } from './kind';

/** A form for a delivery address, which WhatsApp has in few countries: `interactive` of type `address_message`. */
export const addressRequest = (files?: MoreHeaderFiles) =>
	defineInteractive({
		fields: {
			...headerFields(files),
			body: bodyField(),
			footer: footerField(),
			country: refined(
				text({
					displayName: 'Country',
					placeholder: 'e.g. IN',
					default: 'IN',
					description: 'Two-letter code of the country the address is in, usually IN for India',
				}),
				(given) => assertValid(countryCode(given)),
			),
			addressOptions: collection({
				displayName: 'Address Options',
				description: 'Values and errors the form shows when it opens',
				fields: {
					saved_addresses: refined(
						json({
							displayName: 'Saved Addresses',
							description:
								'Addresses to choose from, as a list such as <code>[{"id": "home", "value": {"city": "Pune"}}]</code>',
						}),
						(given) => listOf(given).map((address, at) => inRow(at, 'Address', () => asObject(address))),
					),
					validation_errors: jsonObject({
						displayName: 'Validation Errors',
						description:
							'What was wrong with an earlier answer, by field, such as <code>{"in_pin_code": "Not served"}</code>',
					}),
					values: jsonObject({
						displayName: 'Values',
						description: 'Values to start with, by field, such as <code>{"city": "Pune"}</code>',
					}),
				},
			}),
		},
		interactive: ({ body, footer, country, addressOptions, ...rest }) =>
			interactive(
				'address_message',
				{ header: headerOf(rest), body, footer },
				{ name: 'address_message', parameters: { country, ...withoutEmpty(addressOptions) } },
			),
	});
