import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { StoredFile } from '../../core/files.ts';
import type { CoreSettings } from '../../core/provider.ts';
import type { World } from '../../core/world.ts';
import { RefusedByWhatsApp } from '../errors.ts';
import { newNumericId } from '../ids.ts';
import { BadMultipart, boundaryOf, partsOf, type Part } from './multipart.ts';

const MB = 1024 * 1024;
/** WhatsApp's limits in bytes, by the first half of the MIME type; 100 MB for documents of every kind. */
const LIMITS: Record<string, number> = { image: 5 * MB, video: 16 * MB, audio: 16 * MB };
const DOCUMENT_LIMIT = 100 * MB;
const FIELD_LIMIT = 1024;

const MIME_TYPE = /^[a-z]+\/[\w.+-]+(; *[\w-]+=[\w.,"-]+)*$/i;

const missing = (details: string) => new RefusedByWhatsApp(131008, details);
const wrong = (details: string) => new RefusedByWhatsApp(131009, details);

/** What an upload brought, as the request log shows it. */
export interface Upload {
	file: StoredFile;
	fields: Record<string, string>;
}

/**
 * Cloud API, `POST /{phone number ID}/media`: `messaging_product`, `file` and `type`, in any order. The file goes to
 * disk as it comes. Throws RefusedByWhatsApp, and keeps nothing, when something is not as it has to be.
 */
export async function receiveUpload<S extends CoreSettings>(
	world: World<S>,
	body: AsyncIterable<Uint8Array> | null,
	contentType: string | undefined,
): Promise<Upload> {
	const boundary = boundaryOf(contentType);
	if (boundary === undefined || body === null) throw wrong('The body must be multipart/form-data');
	const fields: Record<string, string> = {};
	let file: StoredFile | undefined;
	try {
		for await (const part of partsOf(body, boundary)) {
			if (part.name in fields || (part.name === 'file' && file)) throw wrong(`${part.name}: given twice`);
			if (part.name === 'file') file = await save(world, part);
			else if (['messaging_product', 'type'].includes(part.name)) fields[part.name] = await readField(part);
			else throw new RefusedByWhatsApp(100, `Unexpected key "${part.name}"`);
		}
		if (!file) throw missing('file is required');
		check(file, fields);
		return { file, fields };
	} catch (error) {
		if (file) world.files.delete(file.id);
		if (error instanceof BadMultipart) throw wrong(`The body is not multipart/form-data: ${error.message}`);
		throw error;
	}
}

function check(file: StoredFile, { messaging_product: product, type }: Record<string, string>): void {
	if (product === undefined) throw missing('messaging_product is required');
	if (product !== 'whatsapp') throw wrong('messaging_product must be whatsapp');
	if (type === undefined) throw missing('type is required');
	if (!MIME_TYPE.test(type)) throw wrong('type must be a MIME type');
	if (bare(file.mimeType) !== bare(type))
		throw wrong(`type is ${type}, but the content type of the file is ${file.mimeType}`);
	if (file.size === 0) throw wrong('file is empty');
	const most = LIMITS[bare(type).split('/')[0] as string] ?? DOCUMENT_LIMIT;
	if (file.size > most) throw new RefusedByWhatsApp(131053, `file: ${file.size} bytes are more than ${most}`);
}

const bare = (mimeType: string) => (mimeType.split(';')[0] as string).trim().toLowerCase();

async function save<S extends CoreSettings>(world: World<S>, part: Part): Promise<StoredFile> {
	const { filename, contentType } = part;
	if (!filename) throw wrong('file: has no file name');
	if (!contentType) throw wrong('file: has no content type');
	const content = Readable.toWeb(
		Readable.from(atMost(DOCUMENT_LIMIT, part.content)),
	) as WebStream<Uint8Array>;
	return await world.files.save(content, { id: newNumericId(), name: filename, mimeType: contentType });
}

async function* atMost(limit: number, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let size = 0;
	for await (const chunk of content) {
		size += chunk.length;
		if (size > limit) throw new RefusedByWhatsApp(131053, `file: more than ${limit} bytes`);
		yield chunk;
	}
}

async function readField({ name, content }: Part): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of content) {
		size += chunk.length;
		if (size > FIELD_LIMIT) throw wrong(`${name} is too long`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString();
}
