import { defineOperation } from '../../../../core/run/operation';
import { innerOr } from '../../answers';
import { endpoints } from '../../endpoints';
import { classicOnly } from '../../fields';

/** Hello All collection: Get Profile Photo Link. */
export const getPhotoLink = defineOperation({
	value: 'getPhotoLink',
	name: 'Get Photo Link',
	action: 'Get a link to the profile photo',
	description: classicOnly('Get the address of the profile photo'),
	effect: 'read',
	fields: {},
	request: () => ({
		endpoint: endpoints.getProfilePhoto,
		query: { format: 'link' },
	}),
	output: (answer) => innerOr(answer, 'settings.profile.photo'),
});
