import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { ApiError } from './answers.ts';

const MOST_BYTES = 5 * 1024 * 1024;
const LEAST_SIDE = 192;

/** The picture of a form: a square JPEG. Gives what events tell of it. */
export async function checkPicture(c: Context): Promise<{ mime_type: string; sha256: string }> {
	const { file } = await c.req.parseBody();
	if (!(file instanceof File)) throw new ApiError(400, 'file: is required');
	const bytes = Buffer.from(await file.arrayBuffer());
	if (file.type !== 'image/jpeg') throw new ApiError(400, 'file: must be a JPEG');
	if (bytes.length > MOST_BYTES) throw new ApiError(400, 'file: must be at most 5 MB');
	const size = sizeOf(bytes);
	if (!size) throw new ApiError(400, 'file: must be a JPEG');
	if (size.width !== size.height || size.width < LEAST_SIDE)
		throw new ApiError(400, `file: must be square and at least ${LEAST_SIDE} pixels wide`);
	return { mime_type: 'image/jpeg', sha256: createHash('sha256').update(bytes).digest('base64') };
}

/** From the first frame header; segments before it are passed over by their length. */
function sizeOf(bytes: Buffer): { width: number; height: number } | undefined {
	if (bytes.readUInt16BE(0) !== 0xffd8) return undefined;
	for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
		const marker = bytes.readUInt16BE(at);
		if (marker >= 0xffc0 && marker <= 0xffc3)
			return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
	}
	return undefined;
}
