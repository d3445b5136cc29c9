import type { Resource } from '../../../../core/run/resources';
import { getAbout } from './getAbout';
import { getPhoto } from './getPhoto';
import { getPhotoLink } from './getPhotoLink';
import { updateAbout } from './updateAbout';

export const profile: Resource = {
	value: 'profile',
	name: 'Profile',
	operations: [getAbout, getPhoto, getPhotoLink, updateAbout],
	startWith: getAbout,
};
