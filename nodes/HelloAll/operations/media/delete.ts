import { defineOperation } from '../../../../core/run/operation';
import { deleted } from '../../answers';
import { mediaId, fileDeletion } from '../../mediaFile';
import { classicOnly } from '../../fields';

/** Hello All collection: Delete Media. */
export const deleteMedia = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a media file',
	description: classicOnly('Delete a file that WhatsApp holds'),
	effect: 'send',
	fields: { id: mediaId() },
	request: ({ id }) => fileDeletion(id),
	output: deleted,
});
