import { defineOperation } from '../../../../core/run/operation';
import { orSuccess } from '../../answers';

/** Hello All collection: Phone Number Associated With WhatsApp Business API. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get the phone number',
	description: 'Get the WhatsApp number that the API key belongs to',
	fields: {},
	request: () => ({ method: 'GET', path: ['v1', 'configs', 'phone_number'], retry: 'read' }),
	output: orSuccess,
});
