import type { IExecuteFunctions } from 'n8n-workflow';

import { NoUsableResponse } from '../http/errors';
import type { ByteStream } from '../http/stream';
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
