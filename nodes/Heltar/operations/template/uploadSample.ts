import { fileAtLink } from '../../../../core/binary/file';
import { collection } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { LARGEST_FILE } from '../../../../whatsapp/media';
import { fileInField, fileName, fileSource, mimeTypeField } from '../../../shared/media';
import { heltar } from '../../http';
import { sampleOf, uploadSample as upload } from '../../sample';

/** Heltar API, "Resumable upload". */
export const uploadSample = defineOperation({
	value: 'uploadSample',
	name: 'Upload Sample',
	action: 'Upload a sample file',
	description: 'Upload a sample file for a template header, or a profile picture, and get its upload handle',
	effect: 'create',
	fields: {
		...fileSource({
			preset: 'binary',
			binary: 'A binary field of the item',
			url: 'The file behind a public link is passed on to Heltar',
			link: 'Public link to the file; it is fetched without the API key',
		}),
		options: collection({
			fields: {
				name: fileName('Replaces the name the file comes with'),
				mimeType: mimeTypeField('Replaces the type the file comes with'),
			},
		}),
	},
	run: async ({ source, binaryPropertyName, url, options }, tools) => {
		const field = source === 'binary' ? 'binaryPropertyName' : 'url';
		const file = url
			? await fileAtLink(tools.context, heltar, url, LARGEST_FILE)
			: await fileInField(tools, binaryPropertyName);
		try {
			const sample = await sampleOf(options, file, { field, address: url });
			const h = await upload(tools, sample);
			return { h, name: sample.name, mimeType: sample.mimeType, size: file.size };
		} finally {
			file.discard?.();
		}
	},
});
