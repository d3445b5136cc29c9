import type { OutgoingFile } from '../../core/binary/file';
import { uploadInForm } from '../../core/binary/sendFile';
import { NoUsableResponse } from '../../core/http/errors';
import type { AlternativeRequests } from '../../core/http/alternativeRequests';
import type { Endpoint } from '../../core/http/endpoint';
import type { RequestSpec } from '../../core/http/request';
import type { Tools } from '../../core/run/operation';
import { textAt } from './answers';
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
): AlternativeRequests => ({
	name,
	requests: [
		{ ...how, endpoint: byQuery, query: { id: file } },
		{ ...how, endpoint: byPath, params: { id: file } },
	],
	advice: 'The file is unknown or has expired, or the account does not offer this. Check the media ID.',
});

/** The bytes of a file. */
export const fileRequest = (file: string): AlternativeRequests =>
	mediaRequest('media.download', file, [endpoints.getMedia, endpoints.getMediaById], {
		stream: true,
		headers: { Accept: '*/*' },
	});

export const fileDeletion = (file: string): AlternativeRequests =>
	mediaRequest('media.delete', file, [endpoints.deleteMedia, endpoints.deleteMediaById]);

/**
 * Uploads a file, as WhatsApp's Cloud API takes it: a form, read while it is sent. Nobody notices an upload, so it may be
 * made again, and a message whose file could not be uploaded was not sent.
 * @returns the file's ID @throws NotOffered in style `v1`
 */
export async function uploadFile(
	tools: Tools,
	file: OutgoingFile,
	{ name, mimeType }: { name: string; mimeType: string },
): Promise<string> {
	const fields = { messaging_product: 'whatsapp', type: mimeType };
	const answer = await uploadInForm(tools, endpoints.uploadMedia, file, {
		name,
		mimeType,
		fields,
	});
	const mediaId = textAt(answer, 'id', 'media.0.id', 'data.id');
	if (mediaId !== undefined) return mediaId;
	throw new NoUsableResponse('Hello All accepted the file, but returned no ID for it', {
		mayHaveHappened: false,
	});
}
