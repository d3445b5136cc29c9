import { choice, text } from '../../../../core/fields/basic';
import { when } from '../../../../core/fields/field';
import { defineOperation } from '../../../../core/run/operation';
import { phoneNumber } from '../../../../whatsapp/phoneNumber';
import { searchChats } from '../../crm';

/** Hello All CRM, search of contacts. */
export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search contacts',
	description:
		'Find contacts in Hello All by number, name or email address. If none are found, there are no items.',
	effect: 'read',
	fields: {
		search_field: choice({
			displayName: 'Search In',
			description: 'What to look at',
			options: [
				{ name: 'Phone Number', value: 'whatsapp' },
				{ name: 'Name', value: 'name' },
				{ name: 'Email', value: 'email' },
				{ name: 'Other Field', value: 'other' },
			],
		}),
		otherField: when(
			{ search_field: ['other'] },
			text({
				displayName: 'Other Field',
				placeholder: 'e.g. city',
				description: 'Name of the field in Hello All, if it is not in the list above',
				trim: true,
			}),
		),
		condition: choice({
			displayName: 'Condition',
			description: 'How it is compared',
			options: [
				{ name: 'Is Equal To', value: 'equal to' },
				{ name: 'Contains', value: 'contains' },
				{ name: 'Starts With', value: 'starts with' },
				{ name: 'Ends With', value: 'ends with' },
			],
		}),
		search_value: text({
			displayName: 'Value',
			placeholder: 'e.g. 910000000123',
			description: 'What to look for; in a phone number a plus sign, spaces and dashes are removed',
			trim: true,
		}),
	},
	run: async ({ search_field: field, otherField, condition, search_value: value }, { call }) =>
		await searchChats(call, {
			search_field: field === 'other' ? (otherField ?? '') : field,
			search_value: field === 'whatsapp' ? digitsOf(value) : value,
			condition,
		}),
});

/** A whole number as recipients are read; a part of one as its digits. */
function digitsOf(typed: string): string {
	const whole = phoneNumber(typed, 8);
	return 'problem' in whole ? typed.replace(/[\s+().-]/g, '') : whole.value;
}
