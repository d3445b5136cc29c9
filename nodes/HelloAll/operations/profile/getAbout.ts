import { defineOperation } from '../../../../core/run/operation';
import { innerOr } from '../../answers';
import { endpoints } from '../../endpoints';
import { classicOnly } from '../../fields';

/** Hello All collection: Get Profile About Content, always with the key. */
export const getAbout = defineOperation({
	value: 'getAbout',
	name: 'Get About',
	action: 'Get the about text of the profile',
	description: classicOnly('Get the about text in the profile of your WhatsApp number'),
	effect: 'read',
	fields: {},
	request: () => ({ endpoint: endpoints.getAbout }),
	output: (answer) => innerOr(answer, 'settings.profile.about'),
});
