import { fileAtLink } from '../../../../core/binary/file';
import { toggle } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { hint } from '../../../../core/run/hint';
import { defineOperation } from '../../../../core/run/operation';
import { LARGEST_FILE, sizeProblem } from '../../../../whatsapp/media';
import {
	checkSize,
	describeOwnFile,
	fileInField,
	fileName,
	fileSource,
	mimeTypeField,
} from '../../../shared/media';
import { heltar } from '../../http';
import { upload as uploadFile } from '../../media';

/** Heltar API, "Generate presigned URL" and "Upload media". */
export const upload = defineOperation({
	value: 'upload',
	name: 'Upload',
	action: 'Upload a media file',
	description: 'Upload a file once and get a URL you can send it with as often as you like',
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
				public: toggle({
					displayName: 'Storage Address',
					description: 'Whether to return the storage URL of the file instead of its CDN URL',
				}),
			},
		}),
	},
	run: async ({ source, binaryPropertyName, url, options }, tools) => {
		const field = source === 'binary' ? 'binaryPropertyName' : 'url';
		const file = url
			? await fileAtLink(tools.context, heltar, url, LARGEST_FILE)
			: await fileInField(tools, binaryPropertyName);
		try {
			const { kind, name, mimeType, doubts } = await describeOwnFile(options, file, url);
			// What a file is too large for as an image it may still be sent as a document.
			checkSize('document', file.size, field);
			const tooLarge = sizeProblem(kind, file.size);
			if (tooLarge) hint(tools.context, `${name}: ${tooLarge.problem}. Send it as a document.`);
			for (const doubt of doubts) hint(tools.context, doubt);
			return await uploadFile(tools, file, { name, mimeType }, options.public);
		} finally {
			file.discard?.();
		}
	},
});
