import type { IExecuteFunctions } from 'n8n-workflow';

import type { Endpoint } from '../http/endpoint';
import { NoUsableResponse } from '../http/errors';
import type { RequestSpec } from '../http/request';
import type { ByteStream } from '../http/stream';
import { uploadTime } from '../http/upload';
import type { OutgoingFile } from './file';
import { progressOf } from './progress';
import type { Watched } from './watch';
import { watch } from './watch';

/**
 * Sends a file that is read while it is sent, and tells how far it has come. A file that turns out longer or shorter than
 * announced breaks the connection: then the error tells of the file, not of the connection.
 *
 * @param send sends what `open` gives; it may open the file again to repeat a request
 * @throws NoUsableResponse for such a file; nothing has happened then
 */
export async function sendFile<T>(
	context: IExecuteFunctions,
	file: OutgoingFile,
	name: string,
	send: (open: () => Promise<ByteStream | Buffer>) => Promise<T>,
): Promise<T> {
	const { size } = file;
	let seen: Watched | undefined;
	const open = async () => {
		const body = await file.open();
		if (!Buffer.isBuffer(body)) seen = watch(body, { size }, progressOf(context, `Uploading ${name}`, size));
		return body;
	};
	return await send(open).catch((error: unknown) => {
		throw seen?.problem ? new NoUsableResponse(seen.problem, { mayHaveHappened: false }) : error;
	});
}

/** Uploads a file as the part `file` of a form. Nobody notices an upload, so it may be made again. @returns the answer */
export async function uploadInForm(
	{ call, context }: { call(request: RequestSpec): Promise<unknown>; context: IExecuteFunctions },
	endpoint: Endpoint,
	file: OutgoingFile,
	{ name, mimeType, fields = {} }: { name: string; mimeType: string; fields?: Record<string, string> },
): Promise<unknown> {
	const { size } = file;
	return await sendFile(
		context,
		file,
		name,
		async (open) =>
			await call({
				endpoint,
				effect: 'read',
				form: { fields, file: { field: 'file', name, mimeType, size, open } },
				timeoutMs: uploadTime(size),
			}),
	);
}
