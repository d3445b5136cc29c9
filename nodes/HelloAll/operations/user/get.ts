import { defineOperation } from '../../../../core/run/operation';
import { orSuccess } from '../../answers';

/** Hello All collection: Get User Information. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get the user',
	description: 'Get the Hello All user that the API key belongs to',
	fields: {},
	request: () => ({ method: 'GET', path: ['api', 'getuser'], retry: 'read' }),
	output: orSuccess,
});
