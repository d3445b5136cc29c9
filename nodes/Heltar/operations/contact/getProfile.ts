import { defineOperation } from '../../../../core/run/operation';
import { readContact } from '../../contact';
import { contact } from '../../locators';
import { endpoints } from '../../endpoints';

/** Heltar API, "Fetch client profile". Never 404: of a contact nobody knows, `masterClientId` is null. */
export const getProfile = defineOperation({
	value: 'getProfile',
	name: 'Get Profile',
	action: 'Get the profile of a contact',
	description:
		'Get the person behind a contact: email, phone and all channels they write on. For an unknown contact the profile is empty.',
	effect: 'read',
	fields: { clientWaNumber: contact() },
	request: ({ clientWaNumber }) => ({ endpoint: endpoints.getProfile, params: { clientWaNumber } }),
	output: readContact,
});
