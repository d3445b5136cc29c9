import { defineOperation } from '../../../../core/run/operation';
import { deleted } from '../../answers';
import { mediaId, mediaRequest } from '../../mediaFile';

/** Hello All collection: Delete Media. */
export const deleteMedia = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a media file',
	description: 'Delete a file that WhatsApp holds',
	fields: { id: mediaId() },
	request: ({ id }) => mediaRequest('media.delete', id, { method: 'DELETE', retry: 'send' }),
	output: deleted,
});
