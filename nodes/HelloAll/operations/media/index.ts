import type { Resource } from '../../../../core/run/resources';
import { deleteMedia } from './delete';
import { download } from './download';
import { upload } from './upload';

export const media: Resource = {
	value: 'media',
	name: 'Media',
	operations: [deleteMedia, download, upload],
	startWith: download,
};
