import { defineOperation } from '../../../../core/run/operation';
import { innerOr } from '../../answers';

/** Hello All collection: Get Profile Photo Link. */
export const getPhotoLink = defineOperation({
	value: 'getPhotoLink',
	name: 'Get Photo Link',
	action: 'Get a link to the profile photo',
	description: 'Get the address of the profile photo',
	fields: {},
	request: () => ({
		method: 'GET',
		path: ['v1', 'settings', 'profile', 'photo'],
		query: { format: 'link' },
		retry: 'read',
	}),
	output: (answer) => innerOr(answer, 'settings.profile.photo'),
});
