import { BadInput } from '../../../../core/http/errors';
import { refined } from '../../../../core/fields/field';
import { assertCount, choice, commaList, longText, text } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { successOutput } from '../../answers';
import { email } from '../../email';
import { endpoints } from '../../endpoints';

const MOST_WEBSITES = 2;
const LONGEST_WEBSITE = 256;

const websites = refined(
	commaList({
		displayName: 'Websites',
		placeholder: 'e.g. https://example.org',
		description: `Web addresses, separated by commas, ${MOST_WEBSITES} at most; they replace those shown now`,
	}),
	(given) => {
		assertCount(given, { max: MOST_WEBSITES });
		const long = given.find((one) => one.length > LONGEST_WEBSITE);
		if (long === undefined) return given;
		throw new BadInput(
			`"${long.slice(0, 30)}…" has ${long.length} characters, the maximum is ${LONGEST_WEBSITE}`,
		);
	},
);

/** Heltar API, "Update business profile": what is left out stays as it is. */
export const updateProfile = defineOperation({
	value: 'updateProfile',
	name: 'Update Profile',
	action: 'Update the business profile',
	description: 'Change what customers see about the business in WhatsApp',
	effect: 'send',
	fields: {
		updateFields: refined(
			collection({
				displayName: 'Update Fields',
				placeholder: 'Add field',
				fields: {
					about: text({
						displayName: 'About',
						placeholder: 'e.g. We answer from 9 to 18',
						description: 'The short text below the name, up to 139 characters',
						maxLength: 139,
						trim: true,
					}),
					address: text({
						displayName: 'Address',
						placeholder: 'e.g. 1 Market Street, Leeds',
						description: 'Where the business is, up to 256 characters',
						maxLength: 256,
						trim: true,
					}),
					description: longText({
						displayName: 'Description',
						placeholder: 'e.g. Garden tools since 1987',
						description: 'What the business does, up to 512 characters',
						maxLength: 512,
						trim: true,
					}),
					email: email({
						description: 'Address customers can write to, up to 128 characters',
						maxLength: 128,
					}),
					profile_picture_handle: text({
						displayName: 'Picture Handle',
						placeholder: 'e.g. 4:cGljdHVyZS5wbmc=:aW1hZ2UvcG5n',
						description:
							'Handle of an uploaded picture, from the operation Upload Sample of the resource Template',
						trim: true,
					}),
					vertical: choice({
						displayName: 'Industry',
						description: 'What kind of business it is',
						options: [
							{ name: 'Apparel', value: 'APPAREL' },
							{ name: 'Automotive', value: 'AUTO' },
							{ name: 'Beauty', value: 'BEAUTY' },
							{ name: 'Education', value: 'EDU' },
							{ name: 'Entertainment', value: 'ENTERTAIN' },
							{ name: 'Event Planning', value: 'EVENT_PLAN' },
							{ name: 'Finance', value: 'FINANCE' },
							{ name: 'Government', value: 'GOVT' },
							{ name: 'Grocery', value: 'GROCERY' },
							{ name: 'Health', value: 'HEALTH' },
							{ name: 'Hotel', value: 'HOTEL' },
							{ name: 'Nonprofit', value: 'NONPROFIT' },
							{ name: 'Not a Business', value: 'NOT_A_BIZ' },
							{ name: 'Not Given', value: 'UNDEFINED' },
							{ name: 'Other', value: 'OTHER' },
							{ name: 'Professional Services', value: 'PROF_SERVICES' },
							{ name: 'Restaurant', value: 'RESTAURANT' },
							{ name: 'Retail', value: 'RETAIL' },
							{ name: 'Travel', value: 'TRAVEL' },
						],
						default: 'OTHER',
					}),
					websites,
				},
			}),
			(given) => {
				if (Object.keys(given).length === 0) throw new BadInput('none added: add what is to be changed');
				return given;
			},
		),
	},
	request: ({ updateFields }) => ({ endpoint: endpoints.updateBusinessProfile, body: updateFields }),
	output: successOutput,
});
