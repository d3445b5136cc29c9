import type { Resource } from '../../../../core/run/resources';
import { download } from './download';
import { getUploadUrl } from './getUploadUrl';
import { upload } from './upload';

export const media: Resource = {
	value: 'media',
	name: 'Media',
	operations: [download, getUploadUrl, upload],
	startWith: upload,
};
