import { BadInput } from '../../../../core/http/errors';
import { refined } from '../../../../core/fields/field';
import { json, text } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { withoutEmpty } from '../../../../core/fields/omit';
import { countryCode } from '../../../../whatsapp/country';
import { isObject } from '../../../../whatsapp/events/json';
import { interactive } from '../../../../whatsapp/interactive';
import { bodyField, footerField, headerFields, headerOf } from '../../../shared/interactive/parts';
import { accept } from '../../../shared/recipient';
import { interactiveEntry, messageOptions, person } from '../../fields';
import { defineMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `interactive` of type `address_message`. */
export const requestAddress = defineMessage({
	value: 'requestAddress',
	name: 'Request Address',
	action: 'Ask for a postal address',
	description:
		'Send a form for a delivery address, inside the 24-hour window; WhatsApp has it in few countries',
	fields: {
		clientWaNumber: person(),
		...headerFields(),
		body: bodyField(),
		footer: footerField(),
		country: refined(
			text({
				displayName: 'Country',
				placeholder: 'e.g. IN',
				default: 'IN',
				description: 'Two-letter code of the country the address is in, chiefly IN for India',
			}),
			(given) => accept(countryCode(given)),
		),
		addressOptions: collection({
			displayName: 'Address Options',
			description: 'What the form shows beforehand',
			fields: {
				saved_addresses: refined(
					json({
						displayName: 'Saved Addresses',
						description:
							'Addresses to choose from, as a list such as <code>[{"id": "home", "value": {"city": "Pune"}}]</code>',
					}),
					list,
				),
				validation_errors: refined(
					json({
						displayName: 'Validation Errors',
						description:
							'What was wrong with an earlier answer, by field, such as <code>{"in_pin_code": "Not served"}</code>',
					}),
					object,
				),
				values: refined(
					json({
						displayName: 'Values',
						description: 'Values to start with, by field, such as <code>{"city": "Pune"}</code>',
					}),
					object,
				),
			},
		}),
		options: messageOptions(),
	},
	entry: ({ clientWaNumber, body, footer, country, addressOptions, options, ...rest }) =>
		interactiveEntry(
			clientWaNumber,
			options,
			interactive(
				'address_message',
				{ header: headerOf(rest), body, footer },
				{ name: 'address_message', parameters: { country, ...withoutEmpty(addressOptions) } },
			),
		),
});

function list(given: unknown): unknown[] {
	if (Array.isArray(given)) return given;
	throw new BadInput('must be a list');
}

function object(given: unknown): object {
	if (isObject(given)) return given;
	throw new BadInput('must be an object');
}
