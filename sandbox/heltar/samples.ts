import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { Hono } from 'hono';
import type { StoredFile } from '../core/files.ts';
import type { SandboxEnv } from '../core/provider.ts';
import { BadMultipart, boundaryOf, partsOf, type Part } from '../platform/cloud/multipart.ts';
import type { TemplateComponent } from '../platform/templates.ts';
import { answer, ApiError, heltarRoutes } from './answers.ts';
import type { HeltarWorld } from './settings.ts';
import { publicLink } from './storage.ts';

export const SAMPLE_PATH = '/v1/business/resumable-upload';

const LARGEST = 100 * 1024 * 1024;
const LONGEST_NAME = 255;
const ALLOWED = [
	...['jpeg', 'jpg', 'png', 'gif', 'webp'].map((type) => `image/${type}`),
	...['mp4', '3gp', '3gpp', 'mpeg', 'quicktime'].map((type) => `video/${type}`),
	...['aac', 'mp3', 'mpeg', 'amr', 'ogg', 'mp4', 'wav'].map((type) => `audio/${type}`),
	...['text/plain', 'text/csv', 'text/rtf', 'application/rtf', 'application/pdf'],
	...['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint'],
];
const OFFICE = /^application\/vnd\.(openxmlformats-officedocument|oasis\.opendocument)\./;

/** How files of some types begin, as hexadecimal. */
const BEGINNINGS: Record<string, RegExp> = {
	'image/jpeg': /^ffd8ff/,
	'image/jpg': /^ffd8ff/,
	'image/png': /^89504e470d0a1a0a/,
	'image/gif': /^47494638/,
	'video/mp4': /^.{8}66747970/,
	'application/pdf': /^25504446/,
};

/** The file behind each upload handle, by the handle. */
const samplesOf = (world: HeltarWorld) => world.collection<string>('samples');

/** `POST /v1/business/resumable-upload`: one file, which a handle stands for from then on. */
export function sampleRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	app.post(`/heltar${SAMPLE_PATH}`, async (c) => {
		const body = c.req.raw.body as AsyncIterable<Uint8Array> | null;
		const file = await receive(world, body, c.req.header('content-type'));
		c.set('bodySummary', {
			file: { name: file.name, type: file.mimeType, bytes: file.size, sha256: file.sha256 },
		});
		const handle = `4::${randomBytes(24).toString('base64')}`;
		samplesOf(world).put(handle, file.id);
		return answer(c, 'File uploaded successfully', { h: handle });
	});
	return app;
}

async function receive(
	world: HeltarWorld,
	body: AsyncIterable<Uint8Array> | null,
	contentType: string | undefined,
): Promise<StoredFile> {
	const boundary = boundaryOf(contentType);
	if (boundary === undefined || body === null) throw new ApiError(400, 'File not found in request body!');
	let file: StoredFile | undefined;
	try {
		for await (const part of partsOf(body, boundary)) {
			if (part.name !== 'file') continue;
			if (file) throw new ApiError(400, 'Too many files');
			file = await keep(world, part);
		}
	} catch (error) {
		if (file) world.files.delete(file.id);
		if (error instanceof BadMultipart) throw new ApiError(400, 'File not found in request body!');
		throw error;
	}
	if (!file) throw new ApiError(400, 'File not found in request body!');
	return file;
}

async function keep(world: HeltarWorld, { filename, contentType = '', content }: Part): Promise<StoredFile> {
	if (filename === undefined) throw new ApiError(400, 'File not found in request body!');
	if ([...filename].length > LONGEST_NAME)
		throw new ApiError(400, 'Filename is too long. Use at most 255 characters');
	if (filename === '' || /[<>:"?*|/\\]/.test(filename) || filename.startsWith('.'))
		throw new ApiError(400, 'Invalid filename. It holds characters that are not allowed');
	const type = (contentType.split(';')[0] as string).trim().toLowerCase();
	if (!ALLOWED.includes(type) && !OFFICE.test(type))
		throw new ApiError(400, `File type ${type} is not allowed. Use an image, a video, a sound or a document`);
	const checked = Readable.toWeb(Readable.from(checkedBytes(type, content))) as WebStream<Uint8Array>;
	return await world.files.save(checked, {
		id: `${randomBytes(12).toString('hex')}${encodeURIComponent(filename)}`,
		name: filename,
		mimeType: type,
	});
}

/** The bytes as they come, unless they are too many or not of this type. */
async function* checkedBytes(type: string, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let size = 0;
	let beginning = Buffer.alloc(0);
	for await (const chunk of content) {
		if (beginning.length < 16) beginning = Buffer.concat([beginning, chunk]).subarray(0, 16);
		size += chunk.length;
		if (size > LARGEST) throw new ApiError(400, 'File too large. Use at most 100 MB');
		yield chunk;
	}
	const fits = BEGINNINGS[type];
	if (size === 0 || (fits && !fits.test(beginning.toString('hex'))))
		throw new ApiError(400, `File type ${type} is not allowed. The content is of another type`);
}

/** A media header takes the handle of an upload, and not the address that a template shows afterwards. */
export function unknownHandle(world: HeltarWorld, components: TemplateComponent[]): string | undefined {
	for (const component of components) {
		const inside = (component.cards ?? []).map((card) => unknownHandle(world, card.components));
		const handles = handlesOf(component).filter((handle) => samplesOf(world).get(handle) === undefined);
		const found = handles[0] ?? inside.find((handle) => handle !== undefined);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Components as a template shows them: with the address of the sample in place of its handle. */
export const withAddresses = (world: HeltarWorld, components: TemplateComponent[]): TemplateComponent[] =>
	components.map((component) => {
		const cards = component.cards?.map((card) => ({
			...card,
			components: withAddresses(world, card.components),
		}));
		const handles = handlesOf(component);
		if (handles.length === 0) return cards ? { ...component, cards } : component;
		const header_handle = handles.map((handle) => {
			const file = world.files.get(samplesOf(world).get(handle) ?? '');
			return file ? publicLink(world, file) : handle;
		});
		return { ...component, example: { header_handle } };
	});

function handlesOf({ example }: TemplateComponent): string[] {
	const handles = (example as { header_handle?: unknown } | undefined)?.header_handle;
	return Array.isArray(handles) ? handles.map(String) : [];
}
