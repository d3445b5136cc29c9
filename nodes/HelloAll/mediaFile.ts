import type { Attempts } from '../../core/http/attempts';
import type { RequestSpec } from '../../core/http/request';
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
export const mediaRequest = (
	name: string,
	file: string,
	how: Pick<RequestSpec, 'method' | 'retry' | 'stream' | 'headers'>,
): Attempts => ({
	name,
	attempts: [
		{ ...how, path: ['v1', 'media.php'], query: { id: file } },
		{ ...how, path: ['v1', 'media', file] },
	],
	advice: 'The file is unknown or has expired, or the account does not offer this. Check the media ID.',
});
