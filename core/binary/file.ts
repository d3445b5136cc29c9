import { createHash } from 'crypto';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { BadInput, NoUsableResponse } from '../http/errors';
import { openLink } from '../http/link';
import { beginningOf } from './beginning';
import type { ProviderHttp } from '../http/providerHttp';
import type { ByteStream } from '../http/stream';
import { broken, store } from './store';

/** A file to be sent on. It is read once, and as a stream unless n8n keeps binary data in memory anyway. */
export interface OutgoingFile {
	name?: string;
	mimeType?: string;
	/** Bytes. */
	size: number;
	open(): Promise<ByteStream | Buffer>;
	/**
	 * Its first bytes, at most so many; none where they cannot be had. The file can be opened afterwards all the same.
	 * @throws NoUsableResponse for a file that breaks off on its way
	 */
	beginning(most: number): Promise<Uint8Array>;
	/** Lets go of a file that is not read after all. */
	discard?(): void;
}

/** A file that n8n keeps. */
export interface KeptFile extends OutgoingFile {
	/** Equal only for files of equal content. Two copies of a stored file may differ in it. */
	identity(): string;
}

/** The file in a binary field of an item. @throws BadInput whose problem stands after the label of the field's parameter */
export async function fileOfItem(
	context: IExecuteFunctions,
	itemIndex: number,
	property: string,
): Promise<KeptFile> {
	return await toFile(context, binaryOf(context, itemIndex, property));
}

function binaryOf(context: IExecuteFunctions, itemIndex: number, property: string): IBinaryData {
	try {
		return context.helpers.assertBinaryData(itemIndex, property);
	} catch {
		throw missing(property, Object.keys(context.getInputData()[itemIndex]?.binary ?? {}));
	}
}

function missing(property: string, present: readonly string[]): BadInput {
	return new BadInput(
		present.length === 0
			? `"${property}" was not found, because the item has no files`
			: `"${property}" was not found; the item has files in these fields: ${present.join(', ')}`,
		[],
		present.length === 0
			? 'Connect a node that outputs a file. If the operation has a field Source, you can choose a link there instead.'
			: 'Enter one of these names.',
	);
}

async function toFile(context: IExecuteFunctions, binary: IBinaryData): Promise<KeptFile> {
	const { id, data, fileName, mimeType } = binary;
	if (id === undefined) {
		const size = Buffer.byteLength(data, 'base64');
		return {
			name: fileName,
			mimeType,
			size,
			identity: () => createHash('sha256').update(data).digest('base64url'),
			open: async () => Buffer.from(data, 'base64'),
			// Four characters for three bytes.
			beginning: async (most) =>
				Buffer.from(data.slice(0, Math.ceil(most / 3) * 4), 'base64').subarray(0, most),
		};
	}
	const stored = await context.helpers.getBinaryMetadata(id);
	return {
		name: fileName ?? stored.fileName,
		mimeType: mimeType ?? stored.mimeType,
		size: stored.fileSize,
		// n8n never writes to a stored file again.
		identity: () => id,
		open: async () => await context.helpers.getBinaryStream(id),
		beginning: async (most) => await beginningOfStored(context, id, most),
	};
}

/** What is wrong with a stored file shows when it is read as a whole. */
async function beginningOfStored(context: IExecuteFunctions, id: string, most: number): Promise<Uint8Array> {
	try {
		const stream = await context.helpers.getBinaryStream(id, most);
		try {
			return await beginningOf(stream, most);
		} finally {
			stream.destroy();
		}
	} catch {
		return new Uint8Array();
	}
}

/**
 * The file behind a public link, passed on while it arrives. A sender that does not tell the size makes n8n store it
 * first: whoever takes the file in wants to know its length beforehand.
 * @param http of the provider the node works for
 * @param most the largest file worth fetching, in bytes
 * @throws Refused, NoUsableResponse
 */
export async function fileAtLink(
	context: IExecuteFunctions,
	http: ProviderHttp,
	address: string,
	most: number,
): Promise<OutgoingFile> {
	const { body, size, fileName: name, mimeType } = await openLink(context, http, address);
	if (size === undefined) {
		const { binary } = await store(context, body, { name, mimeType, most });
		return { ...(await toFile(context, binary)), name, mimeType };
	}
	return {
		name,
		mimeType,
		size,
		open: async () => body,
		async beginning(most) {
			const bytes = await beginningOf(body, most).catch((error: Error) => broken(error.message));
			if (bytes instanceof NoUsableResponse) throw bytes;
			// Read to its end already, it could not be opened again.
			if (bytes.length === 0 && size > 0) throw broken('no data arrived');
			return bytes;
		},
		discard: () => body.destroy(),
	};
}
