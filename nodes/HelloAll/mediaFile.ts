import type { Routes } from '../../core/http/routes';
import type { Endpoint } from '../../core/http/endpoint';
import type { RequestSpec } from '../../core/http/request';
import { endpoints } from './endpoints';
import { id } from './fields';

/** A file WhatsApp holds. */
export const mediaId = () =>
	id({
		displayName: 'Media ID',
		placeholder: 'e.g. 1349800000000000',
		description: 'ID of the file, such as the ID a trigger gave with a message',
	});

/**
 * The addresses of a file: the one of the Hello All collection (Retrieve Media, Delete Media), then WhatsApp's own. Both
 * name the same file, so the second cannot hit another.
 */
const mediaRequest = (
	name: string,
	file: string,
	[byQuery, byPath]: readonly [Endpoint, Endpoint],
	how: Pick<RequestSpec, 'stream' | 'headers'> = {},
): Routes => ({
	name,
	requests: [
		{ ...how, endpoint: byQuery, query: { id: file } },
		{ ...how, endpoint: byPath, params: { id: file } },
	],
	advice: 'The file is unknown or has expired, or the account does not offer this. Check the media ID.',
});

/** The bytes of a file. */
export const fileRequest = (file: string): Routes =>
	mediaRequest('media.download', file, [endpoints.getMedia, endpoints.getMediaById], {
		stream: true,
		headers: { Accept: '*/*' },
	});

export const fileDeletion = (file: string): Routes =>
	mediaRequest('media.delete', file, [endpoints.deleteMedia, endpoints.deleteMediaById]);
