import type { IDataObject } from 'n8n-workflow';

import type { OutgoingFile } from '../../core/binary/file';
import { sendFile } from '../../core/binary/sendFile';
import { NoUsableResponse } from '../../core/http/errors';
import { putFile } from '../../core/http/upload';
import type { RequestSpec } from '../../core/http/request';
import type { Tools } from '../../core/run/operation';
import { endpoints } from './endpoints';
import { heltar } from './http';

interface UploadUrl {
	/** Where the bytes are put, once, within an hour. */
	signedRequest: string;
	/** Where the file can be fetched afterwards, for good. */
	url: string;
}

interface FileFacts {
	name: string;
	mimeType: string;
}

/** Heltar API, "Generate presigned URL". Asking changes nothing, so it may be repeated. */
export const uploadUrlRequest = (file: FileFacts, isPublic: boolean): RequestSpec => ({
	endpoint: endpoints.getUploadUrl,
	query: { file_name: file.name, file_type: file.mimeType, public: isPublic ? 'true' : undefined },
	effect: 'read',
});

/** The answer in both namings in use. @throws NoUsableResponse */
export function readUploadUrl(data: unknown): UploadUrl {
	const { signedRequest, presignedUrl, url, fileUrl } = (data ?? {}) as IDataObject;
	const upload = signedRequest ?? presignedUrl;
	const address = url ?? fileUrl;
	if (typeof upload === 'string' && URL.canParse(upload) && typeof address === 'string' && address !== '') {
		return { signedRequest: upload, url: address };
	}
	throw new NoUsableResponse('Heltar gave no upload URL in its answer', { mayHaveHappened: false });
}

/**
 * Uploads a file: asks for a presigned address, then puts the bytes there as a stream. The storage is not Heltar and
 * must not see the key (Heltar API, "Upload media").
 * @returns exactly the fields a media message names the file by
 */
export async function upload(
	{ call, context }: Tools,
	file: OutgoingFile,
	{ name, mimeType }: FileFacts,
	isPublic = false,
): Promise<{ url: string; name: string; mimeType: string; size: number }> {
	const { size } = file;
	const target = readUploadUrl(await call(uploadUrlRequest({ name, mimeType }, isPublic)));
	await sendFile(context, file, name, async (open) => {
		const body = await open();
		await putFile(context, heltar, target.signedRequest, { body, size, mimeType });
	});
	return { url: target.url, name, mimeType, size };
}
