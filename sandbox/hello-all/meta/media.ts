import type { ReadableStream as WebStream } from 'node:stream/web';
import type { StoredFile } from '../../core/files.ts';
import { receiveUpload } from '../../platform/cloud/mediaUpload.ts';
import { pathValue, type Call, type Handler } from '../body.ts';
import { FILES_HOST } from '../profile.ts';
import type { HelloAllWorld } from '../settings.ts';
import { noSuchObject, requireOwn } from './account.ts';

/** Whether this is the call whose body is read as it comes. */
export const isUpload = (method: string, path: string) =>
	method === 'POST' && /^\/api\/meta\/[^/]+\/[^/]+\/media$/.test(path);

export const uploadMedia: Handler = async (c, world) => {
	requireOwn(pathValue(c, 'phoneNumberId'), 'phoneNumberId');
	const body = c.req.raw.body as WebStream<Uint8Array> | null;
	const { file, fields } = await receiveUpload(world, body, c.req.header('content-type'));
	const { name, mimeType, size, sha256 } = file;
	c.set('bodySummary', { ...fields, file: { name, mimeType, bytes: size, sha256 } });
	return c.json({ id: file.id });
};

/** The bytes, or the Cloud API's words for where they are. */
export function downloadFile(c: Call, world: HelloAllWorld, file: StoredFile): Response {
	const number = c.req.query('phone_number_id');
	if (number !== undefined) requireOwn(number, 'phoneNumberId');
	if (world.settings.metaMedia === 'bytes') return world.files.response(file, c.req.method);
	return c.json({
		messaging_product: 'whatsapp',
		url: `${world.origin()}/${FILES_HOST}/media/${encodeURIComponent(file.id)}`,
		mime_type: file.mimeType,
		sha256: file.sha256,
		file_size: file.size,
		id: file.id,
	});
}

/** Where the addresses in such answers lead; they need no token. */
export const fileAtAddress = (c: Call, world: HelloAllWorld): Response => {
	const id = pathValue(c, 'id');
	const file = world.files.get(id);
	if (!file) throw noSuchObject(id);
	return world.files.response(file, c.req.method);
};
