import { defineOperation } from '../../../../core/run/operation';
import { innerOr } from '../../answers';

/** Hello All collection: Get Profile About Content, always with the key. */
export const getAbout = defineOperation({
	value: 'getAbout',
	name: 'Get About',
	action: 'Get the about text of the profile',
	description: 'Get the about text that people see in the profile',
	fields: {},
	request: () => ({ method: 'GET', path: ['v1', 'settings', 'profile', 'about'], retry: 'read' }),
	output: (answer) => innerOr(answer, 'settings.profile.about'),
});
