import { BadInput } from '../../../core/http/errors';
import { day } from '../../../core/fields/dateTime';
import { optional, refined } from '../../../core/fields/field';
import { choice, text } from '../../../core/fields/basic';
import { collection, inRow, listOf, rows, rowsOrJson } from '../../../core/fields/containers';
import { countryCode } from '../../../whatsapp/country';
import { isObject } from '../../../whatsapp/events/json';
import { asShown, digitsOf } from '../../../whatsapp/phoneNumber';
import { assertValid } from '../recipient';

const part = (displayName: string, example: string, description: string) =>
	optional(text({ displayName, placeholder: `e.g. ${example}`, description, trim: true }));

const kind = () =>
	optional(
		choice({
			displayName: 'Type',
			description: 'Whether it is for home or for work',
			default: '',
			options: [
				{ name: 'Not Stated', value: '' },
				{ name: 'Home', value: 'HOME' },
				{ name: 'Work', value: 'WORK' },
			],
		}),
	);

const phoneRows = () =>
	rows({
		displayName: 'Phones',
		description: 'The numbers of the contact, at least one',
		row: 'Phone',
		min: 1,
		short: 'phone',
		fields: {
			phone: refined(
				text({
					displayName: 'Phone',
					placeholder: 'e.g. +44 7700 900555',
					description: 'As it is to be shown, with its country code',
					trim: true,
				}),
				(given) => {
					if (!/\d/.test(given)) throw new BadInput(`"${given}" has no digits`);
					return asShown(given);
				},
			),
			type: optional(
				choice({
					displayName: 'Type',
					description: 'What kind of number it is',
					default: '',
					options: [
						{ name: 'Cell', value: 'CELL' },
						{ name: 'Home', value: 'HOME' },
						{ name: 'iPhone', value: 'IPHONE' },
						{ name: 'Main', value: 'MAIN' },
						{ name: 'Not Stated', value: '' },
						{ name: 'Work', value: 'WORK' },
					],
				}),
			),
			wa_id: optional(
				refined(
					text({
						displayName: 'WhatsApp ID',
						placeholder: 'e.g. 447700900555',
						description:
							'The contact’s WhatsApp number, digits only. If empty, the digits of Phone are used.',
					}),
					(given) => assertValid(digitsOf(given)),
				),
			),
		},
	});

/** Numbers whose WhatsApp ID is given, or can be read off the number without a doubt. */
const phones = () =>
	refined(phoneRows(), (given) => {
		given.forEach(({ phone, wa_id }, at) => {
			const read = wa_id === undefined ? digitsOf(phone) : { value: wa_id };
			if ('value' in read) return;
			inRow(at, 'Phone', () => {
				throw new BadInput(
					read.problem,
					[{ name: 'phone', label: 'Phone' }],
					'Enter the WhatsApp ID of the number as well.',
				);
			});
		});
		return given;
	});

const emails = () =>
	rows({
		displayName: 'Emails',
		description: 'The email addresses of the contact',
		row: 'Email',
		short: 'email',
		fields: {
			email: text({
				displayName: 'Email',
				placeholder: 'e.g. dana@example.org',
				description: 'The email address',
				trim: true,
			}),
			type: kind(),
		},
	});

const urls = () =>
	rows({
		displayName: 'Websites',
		description: 'The web addresses of the contact',
		row: 'Website',
		short: 'url',
		fields: {
			url: text({
				displayName: 'Address',
				placeholder: 'e.g. https://example.org',
				description: 'The web address',
				trim: true,
			}),
			type: kind(),
		},
	});

const addresses = () =>
	rows({
		displayName: 'Addresses',
		description: 'The postal addresses of the contact',
		row: 'Address',
		fields: {
			street: part('Street', '1 Bridge Street', 'Street and number'),
			city: part('City', 'London', 'Name of the city'),
			state: part('State', 'CA', 'Abbreviation of the state'),
			zip: part('ZIP', 'SW1A 2JH', 'Postal code'),
			country: part('Country', 'United Kingdom', 'Full name of the country'),
			country_code: optional(
				refined(
					text({
						displayName: 'Country Code',
						placeholder: 'e.g. GB',
						description: 'Two letters that stand for the country',
					}),
					(given) => assertValid(countryCode(given)),
				),
			),
			type: kind(),
		},
	});

/** Contact cards with all blocks WhatsApp knows. In JSON they may have WhatsApp's own form, with the full name in `name`. */
/** @param nameNote what is sent where the parts of a name do not suffice */
export const cardFields = (nameNote: string) =>
	rowsOrJson(
		'contacts',
		rows({
			displayName: 'Contacts',
			description: 'The contact cards to send',
			row: 'Contact',
			min: 1,
			fields: {
				formatted_name: text({
					displayName: 'Full Name',
					placeholder: 'e.g. Dana Field',
					description: 'The name as it normally appears',
					trim: true,
				}),
				phones: phones(),
				name: collection({
					displayName: 'Parts of the Name',
					placeholder: 'Add part',
					description: nameNote,
					fields: {
						first_name: part('First Name', 'Dana', 'Given name'),
						last_name: part('Last Name', 'Field', 'Family name'),
						middle_name: part('Middle Name', 'Lee', 'Name in the middle'),
						prefix: part('Prefix', 'Dr', 'Title before the name'),
						suffix: part('Suffix', 'Jr', 'Addition after the name'),
					},
				}),
				emails: emails(),
				org: collection({
					displayName: 'Organization',
					placeholder: 'Add detail',
					description: 'Where the contact works',
					fields: {
						company: part('Company', 'Example Ltd', 'Name of the company'),
						department: part('Department', 'Support', 'Name of the department'),
						title: part('Title', 'Head of Support', 'Position in the company'),
					},
				}),
				addresses: addresses(),
				urls: urls(),
				birthday: optional(
					day({
						displayName: 'Birthday',
						placeholder: 'e.g. 1990-04-27',
						description: 'Year, month and day',
					}),
				),
			},
		}),
		{
			example: '[{"formatted_name": "Dana Field", "phones": ["+44 7700 900555"]}]',
			fromJson: (given) => listOf(given).map(withFullName),
		},
	);

/** WhatsApp's own form keeps the full name among its parts; a name that is a text is the full one. */
function withFullName(card: unknown): unknown {
	if (!isObject(card)) return card;
	const { formatted_name, name, ...rest } = card;
	if (!isObject(name)) return { ...rest, formatted_name: formatted_name ?? name };
	const { formatted_name: inside, ...parts } = name;
	return { ...rest, formatted_name: formatted_name ?? inside, name: parts };
}
