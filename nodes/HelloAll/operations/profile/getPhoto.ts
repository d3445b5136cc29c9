import { isNotFound } from '../../../../core/http/errors';
import type { RequestSpec } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/run/operation';
import { outputField } from '../../../shared/media';
import { innerOr } from '../../answers';
import { fileItem, receive } from '../../files';
import { endpoints } from '../../endpoints';
import { classicOnly } from '../../fields';

/** Hello All collection: Get Profile Photo. */
export const getPhoto = defineOperation({
	value: 'getPhoto',
	name: 'Get Photo',
	action: 'Get the profile photo',
	description: classicOnly('Download the photo in the profile of your WhatsApp number'),
	effect: 'read',
	fields: { binaryPropertyName: outputField() },
	run: async ({ binaryPropertyName }, tools) => {
		const answer = await tools.callForResponse(photo).catch(noneSet);
		if (answer === undefined) return { photo: null, message: 'No profile photo is set' };
		const received = await receive(tools.context, answer, { name: 'profile-photo', kind: 'image/' });
		return 'file' in received
			? fileItem(received.file, binaryPropertyName)
			: innerOr(received.answer, 'settings.profile.photo');
	},
});

const photo: RequestSpec = {
	endpoint: endpoints.getProfilePhoto,
	stream: true,
	headers: { Accept: '*/*' },
};

function noneSet(error: unknown): undefined {
	if (isNotFound(error)) return undefined;
	throw error;
}
