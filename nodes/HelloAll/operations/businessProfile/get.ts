import { defineOperation } from '../../../../core/run/operation';
import { innerOr } from '../../answers';
import { endpoints } from '../../endpoints';
import { classicOnly } from '../../fields';

/** Hello All collection: Get Business Profile, always with the key. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get the business profile',
	description: classicOnly(
		'Get address, description and other details of the business. Its about text and photo are under Profile.',
	),
	effect: 'read',
	fields: {},
	request: () => ({ endpoint: endpoints.getBusinessProfile }),
	output: (answer) => innerOr(answer, 'settings.business.profile'),
});
