import { defineOperation } from '../../../../core/run/operation';
import { orSuccess } from '../../answers';
import { endpoints } from '../../endpoints';

/** Hello All collection: Phone Number Associated With WhatsApp Business API. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get the phone number',
	description: 'Get the WhatsApp number that the API key or access token belongs to',
	effect: 'read',
	fields: {},
	request: () => ({ endpoint: endpoints.getPhoneNumber }),
	output: orSuccess,
});
