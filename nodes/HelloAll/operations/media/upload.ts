import { collection } from '../../../../core/fields/containers';
import { hint } from '../../../../core/run/hint';
import { defineOperation } from '../../../../core/run/operation';
import {
	binaryField,
	checkSize,
	describeOwnFile,
	fileInField,
	fileName,
	mimeTypeField,
} from '../../../shared/media';
import { uploadFile } from '../../mediaFile';

/** WhatsApp's Cloud API: upload of a media file, which the panel hands on. */
export const upload = defineOperation({
	value: 'upload',
	name: 'Upload',
	action: 'Upload a media file',
	description: 'Upload a file once and get a media ID to send it with; API style Cloud only',
	effect: 'create',
	fields: {
		binaryPropertyName: binaryField(),
		options: collection({
			fields: {
				name: fileName('Replaces the name the file comes with'),
				mimeType: mimeTypeField('Replaces the type the file comes with'),
			},
		}),
	},
	run: async ({ binaryPropertyName, options }, tools) => {
		const file = await fileInField(tools, binaryPropertyName);
		const { name, mimeType, doubts } = await describeOwnFile(options, file);
		checkSize('document', file.size, 'binaryPropertyName');
		for (const doubt of doubts) hint(tools.context, doubt);
		const id = await uploadFile(tools, file, { name, mimeType });
		return { id, name, mimeType, size: file.size };
	},
});
