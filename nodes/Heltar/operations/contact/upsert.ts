import { BadInput } from '../../../../core/http/errors';
import { optional } from '../../../../core/fields/field';
import { number, text } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { callingCode } from '../../../../whatsapp/callingCode';
import { attributeFields, attributesOf } from '../../attributeValues';
import { upsertContactsCall } from '../../contactCalls';
import { contactNumber } from '../../fields';
import { employee } from '../../locators';

/** Heltar API, "Create/update client": all four keys have to be there, also the empty ones. */
export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update a contact',
	description: 'Create a new contact, or update the current one if it already exists (upsert)',
	effect: 'send',
	fields: {
		clientWaNumber: contactNumber(),
		username: optional(
			text({
				displayName: 'Name',
				placeholder: 'e.g. Dana Field',
				description: 'Name of the contact. If empty, an existing contact keeps its name.',
			}),
		),
		...attributeFields(),
		options: collection({
			fields: {
				assignTo: employee({ displayName: 'Assign To', description: 'The team member who gets the chat' }),
				countryCode: number({
					displayName: 'Country Code',
					placeholder: 'e.g. 44',
					min: 1,
					max: 999,
					description: 'Country calling code. It is taken from the number when left out.',
				}),
			},
		}),
	},
	bulk: upsertContactsCall,
	entry: ({ clientWaNumber, username, options, ...attributes }) => ({
		username: username ?? '',
		attributes: JSON.stringify(attributesOf(attributes)),
		countryCode: countryCodeOf(clientWaNumber, options.countryCode),
		clientWaNumber,
		...(options.assignTo ? { assignTo: options.assignTo } : {}),
	}),
});

/** The code the number begins with. Older servers want a number here; who hides theirs has none. */
function countryCodeOf(clientWaNumber: string, given: number | undefined): number | null {
	const derived = callingCode(clientWaNumber);
	if (given !== undefined && derived !== undefined && !clientWaNumber.startsWith(String(given))) {
		throw new BadInput(`${given} does not fit the number, which begins with ${derived}`, [
			{ name: 'options', label: 'Options' },
			{ name: 'countryCode', label: 'Country Code' },
		]);
	}
	return given ?? derived ?? null;
}
