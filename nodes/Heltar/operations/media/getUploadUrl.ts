import { text, toggle } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { typeField } from '../../../shared/media';
import { readUploadUrl, uploadUrlRequest } from '../../media';

/** Heltar API, "Generate presigned URL". */
export const getUploadUrl = defineOperation({
	value: 'getUploadUrl',
	name: 'Get Upload URL',
	action: 'Get an upload URL',
	description:
		'Get an address another program can upload one file to, within an hour and without the API key',
	effect: 'read',
	fields: {
		file_name: text({
			displayName: 'File Name',
			placeholder: 'e.g. q3-report.pdf',
			description: 'Name of the file with its extension; Heltar puts a random prefix before it',
			trim: true,
		}),
		file_type: typeField('Type of the file. The upload has to carry exactly this as its Content-Type.'),
		public: toggle({
			displayName: 'Storage Address',
			description: 'Whether to return the storage URL of the file instead of its CDN URL',
		}),
	},
	request: (values) =>
		uploadUrlRequest({ name: values.file_name, mimeType: values.file_type }, values.public),
	output: (data, { file_name: name, file_type: type }) => ({ ...readUploadUrl(data), name, mimeType: type }),
});
