import { defineOperation } from '../../../../core/run/operation';
import { innerOr } from '../../answers';
import { endpoints } from '../../endpoints';

/** Hello All collection: Get Business Profile, always with the key. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get the business profile',
	description: 'Get address, description and other details in the profile of your WhatsApp number',
	effect: 'read',
	fields: {},
	request: () => ({ endpoint: endpoints.getBusinessProfile }),
	output: (answer) => innerOr(answer, 'settings.business.profile'),
});
