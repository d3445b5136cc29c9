import { defineOperation } from '../../../../core/run/operation';
import { orSuccess } from '../../answers';
import { endpoints } from '../../endpoints';
import { classicOnly } from '../../fields';

/** Hello All collection: Get User Information. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get the user',
	description: classicOnly('Get the Hello All user that the API key belongs to'),
	effect: 'read',
	fields: {},
	request: () => ({ endpoint: endpoints.getUser }),
	output: orSuccess,
});
