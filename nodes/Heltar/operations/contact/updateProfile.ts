import { BadInput } from '../../../../core/http/errors';
import { refined } from '../../../../core/fields/field';
import { choices, text } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { phoneNumber } from '../../../../whatsapp/phoneNumber';
import { assertValid } from '../../../shared/recipient';
import { attributesOf, profileAttributeFields } from '../../attributeValues';
import { readContact } from '../../contact';
import { email } from '../../email';
import { contact } from '../../locators';
import { endpoints } from '../../endpoints';

const updateFields = refined(
	collection({
		displayName: 'Update Fields',
		placeholder: 'Add field',
		fields: {
			clear: choices({
				displayName: 'Clear',
				description: 'Which values to remove from the profile',
				options: [
					{ name: 'Email', value: 'email' },
					{ name: 'Phone', value: 'primaryPhone' },
				],
			}),
			email: email({ description: 'New email address of the person' }),
			primaryPhone: refined(
				text({
					displayName: 'Phone',
					placeholder: 'e.g. 447700900123',
					description: 'New main phone number with country code; a plus sign and spaces are removed',
				}),
				(given) => assertValid(phoneNumber(given)),
			),
		},
	}),
	({ clear = [], ...given }) => {
		const both = clear.find((name) => given[name] !== undefined);
		if (both === undefined) return { ...Object.fromEntries(clear.map((name) => [name, null])), ...given };
		const label = both === 'email' ? 'Email' : 'Phone';
		throw new BadInput(`${label} cannot be cleared and set at the same time`, [
			{ name: 'clear', label: 'Clear' },
		]);
	},
);

/**
 * Heltar API, "Update client profile": what is left out stays, null clears, attributes are merged. Another profile that
 * owns the email or phone already takes the contact over, so `masterClientId` may be another one afterwards.
 */
export const updateProfile = defineOperation({
	value: 'updateProfile',
	name: 'Update Profile',
	action: 'Update the profile of a contact',
	description:
		'Change email, phone and attributes of the person behind a contact. If another profile already has the email or phone, the two are merged permanently, and the values of that other profile win.',
	effect: 'send',
	fields: { clientWaNumber: contact(), updateFields, ...profileAttributeFields() },
	request: ({ clientWaNumber, updateFields: changed, ...given }) => {
		const attributes = attributesOf(given);
		const some = Object.keys(attributes).length > 0;
		if (!some && Object.keys(changed).length === 0) {
			throw new BadInput('nothing is filled in, neither here nor in the attributes', [
				{ name: 'updateFields', label: 'Update Fields' },
			]);
		}
		return {
			endpoint: endpoints.updateProfile,
			params: { clientWaNumber },
			body: { ...changed, ...(some ? { attributes } : {}) },
		};
	},
	output: readContact,
});
