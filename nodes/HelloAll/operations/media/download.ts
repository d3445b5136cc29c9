import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../../../core/run/operation';
import { outputField } from '../../../shared/media';
import { fileItem, linkIn, receive } from '../../files';
import { mediaId, fileRequest } from '../../mediaFile';

/** Hello All collection: Retrieve Media. A link in place of the file is handed on: the key must not go there. */
export const download = defineOperation({
	value: 'download',
	name: 'Download',
	action: 'Download a media file',
	description: 'Download a file that WhatsApp holds, such as one a customer sent',
	effect: 'read',
	fields: { id: mediaId(), binaryPropertyName: outputField() },
	run: async ({ id, binaryPropertyName }, tools) => {
		const answer = await tools.callForResponse(fileRequest(id));
		const received = await receive(tools.context, answer, { name: id });
		if ('file' in received) return fileItem({ ...received.file }, binaryPropertyName);
		return { id, link: linkIn(received.answer) ?? null, raw: received.answer as IDataObject };
	},
});
