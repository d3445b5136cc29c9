import { text } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { orSuccess } from '../../answers';
import { endpoints } from '../../endpoints';
import { classicOnly } from '../../fields';

const LONGEST_ABOUT = 139;

/**
 * Hello All collection: Update Profile About. Its path names the business profile, so the twin of the documented read,
 * which can change nothing but the about text, is asked first.
 */
export const updateAbout = defineOperation({
	value: 'updateAbout',
	name: 'Update About',
	action: 'Update the about text of the profile',
	description: classicOnly('Change the about text in the profile of your WhatsApp number'),
	effect: 'send',
	fields: {
		text: text({
			displayName: 'About',
			placeholder: 'e.g. We answer from 9 to 18',
			description: `The new text, up to ${LONGEST_ABOUT} characters`,
			maxLength: LONGEST_ABOUT,
			trim: true,
		}),
	},
	request: (body) => ({
		name: 'profile.updateAbout',
		requests: [
			{ endpoint: endpoints.updateAbout, body },
			{
				endpoint: endpoints.updateBusinessProfile,
				body,
			},
		],
	}),
	output: orSuccess,
});
