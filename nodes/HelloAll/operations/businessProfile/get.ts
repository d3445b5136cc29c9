import { defineOperation } from '../../../../core/run/operation';
import { innerOr } from '../../answers';

/** Hello All collection: Get Business Profile, always with the key. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get the business profile',
	description: 'Get address, description and other details of the business profile',
	fields: {},
	request: () => ({ method: 'GET', path: ['v1', 'settings', 'business', 'profile'], retry: 'read' }),
	output: (answer) => innerOr(answer, 'settings.business.profile'),
});
