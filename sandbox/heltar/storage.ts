import { randomBytes } from 'node:crypto';
import { type Hono } from 'hono';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { z } from 'zod';
import type { StoredFile } from '../core/files.ts';
import type { SandboxEnv } from '../core/provider.ts';
import { answer, ApiError, heltarRoutes } from './answers.ts';
import type { HeltarWorld } from './settings.ts';

/** The storage host and the CDN in front of it: first path segments, since the sandbox has one host. */
export const STORAGE = 'heltar-storage';
export const CDN = 'heltar-cdn';

const HOUR_MS = 60 * 60 * 1000;

interface Grant {
	key: string;
	name: string;
	contentType: string;
	expires: number;
}

const query = z.object({
	file_name: z.string().min(1),
	file_type: z.string().min(1),
	public: z.string().optional(),
});

/**
 * The address of an object. The key holds the file name percent-encoded once already, so the address shows it
 * encoded twice (`%2520`), as the recorded ones do: it works only verbatim.
 */
const addressOf = (origin: string, root: string, key: string) =>
	`${origin}/${root}/${encodeURIComponent(key)}`;

/** A permanent public link to a file the storage holds. */
export const publicLink = (world: HeltarWorld, file: StoredFile) => addressOf(world.origin(), CDN, file.id);

/** The file behind an address: undefined when the address is not the storage's, null when nothing is there. */
export function storedFileAt(world: HeltarWorld, address: string): StoredFile | null | undefined {
	const { pathname } = new URL(address);
	const [, root, segment = ''] = pathname.split('/');
	if (root !== STORAGE && root !== CDN) return undefined;
	try {
		return world.files.get(decodeURIComponent(segment)) ?? null;
	} catch {
		return null;
	}
}

/** `GET /v1/messages/presigned-url`; mounted before the history route, whose pattern it would match. */
export function uploadUrlRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	const grants = world.collection<Grant>('uploads');
	app.get('/heltar/v1/messages/presigned-url', (c) => {
		const asked = query.safeParse(c.req.query());
		if (!asked.success) throw new ApiError(400, 'File type and file name are required!');
		const { file_name: name, file_type: contentType, public: isPublic } = asked.data;
		const key = `${randomBytes(15).toString('base64url')}${encodeURIComponent(name)}`;
		const signature = randomBytes(32).toString('hex');
		grants.put(signature, { key, name, contentType, expires: Date.now() + HOUR_MS });
		const parameters = new URLSearchParams({
			'Content-Type': contentType,
			'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
			'X-Amz-Expires': '3600',
			'X-Amz-SignedHeaders': 'content-type;host',
			'X-Amz-Signature': signature,
		});
		const direct = world.settings.generation === 2023 || isPublic === 'true';
		return answer(c, 'Successfully generated presigned URL', {
			signedRequest: `${addressOf(world.origin(), STORAGE, key)}?${parameters.toString()}`,
			url: addressOf(world.origin(), direct ? STORAGE : CDN, key),
		});
	});
	return app;
}

/** The storage host: PUT with a signature, GET for everyone. Errors are XML, as S3 words them. */
export function storageRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	const grants = world.collection<Grant>('uploads');

	const refuse = (status: 400 | 403 | 404 | 411 | 501, code: string, message: string) =>
		new Response(
			`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message><RequestId>${randomBytes(8).toString('hex').toUpperCase()}</RequestId></Error>`,
			{ status, headers: { 'content-type': 'application/xml' } },
		);

	app.put(`/${STORAGE}/:key`, async (c) => {
		const signature = c.req.query('X-Amz-Signature');
		if (c.req.header('authorization') !== undefined)
			return refuse(400, 'InvalidArgument', 'Only one auth mechanism allowed');
		if (!signature) return refuse(403, 'AccessDenied', 'Access Denied');
		const grant = grants.get(signature);
		// The raw segment: Hono has decoded the parameter once, which is what the key holds.
		if (!grant || grant.key !== rawKey(c.req.url))
			return refuse(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match');
		if (grant.expires < Date.now()) return refuse(403, 'AccessDenied', 'Request has expired');
		if (c.req.header('content-type') !== grant.contentType)
			return refuse(403, 'SignatureDoesNotMatch', 'The Content-Type header is not the signed one');
		if (c.req.header('transfer-encoding') !== undefined)
			return refuse(
				501,
				'NotImplemented',
				'A header you provided implies functionality that is not implemented',
			);
		const length = c.req.header('content-length');
		if (length === undefined || !/^\d+$/.test(length))
			return refuse(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
		const file = await world.files.save(c.req.raw.body as WebStream<Uint8Array> | null, {
			id: grant.key,
			name: grant.name,
			mimeType: grant.contentType,
		});
		c.set('bodySummary', { bytes: file.size, sha256: file.sha256 });
		return new Response(null, { status: 200, headers: { etag: `"${file.sha256.slice(0, 32)}"` } });
	});

	for (const root of [STORAGE, CDN])
		app.get(`/${root}/:key`, (c) => {
			const key = rawKey(c.req.url);
			const file = key === undefined ? undefined : world.files.get(key);
			if (!file) return refuse(403, 'AccessDenied', 'Access Denied');
			return world.files.response(file, c.req.method);
		});
	return app;
}

function rawKey(url: string): string | undefined {
	try {
		return decodeURIComponent(new URL(url).pathname.split('/')[2] ?? '');
	} catch {
		return undefined;
	}
}
