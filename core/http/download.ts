import type { ByteStream } from './stream';

/** A file on its way in, with what its sender said about it. */
export interface Download {
	body: ByteStream;
	mimeType?: string;
	/** Bytes; undefined when the sender did not say. */
	size?: number;
	fileName?: string;
}

/** An answer of bytes. */
export function toDownload({ headers, body }: { headers: Record<string, unknown>; body: unknown }): Download {
	const size = Number(headers['content-length'] ?? NaN);
	const type = headers['content-type'];
	return {
		body: body as ByteStream,
		...(typeof type === 'string' && type !== '' ? { mimeType: type } : {}),
		...(Number.isSafeInteger(size) && size >= 0 ? { size } : {}),
		...fileNameIn(headers['content-disposition']),
	};
}

/** The file name of a `Content-Disposition` header; the extended form wins (RFC 6266 §4.3). */
function fileNameIn(header: unknown): { fileName?: string } {
	if (typeof header !== 'string') return {};
	const extended = /filename\*\s*=\s*[\w-]*'[^']*'([^;]+)/i.exec(header)?.[1];
	const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(header);
	try {
		if (extended !== undefined) return { fileName: decodeURIComponent(extended.trim()) };
	} catch {
		// Badly encoded: the plain form is there for that.
	}
	const fileName = plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2]?.trim();
	return fileName ? { fileName } : {};
}

/**
 * Whether a server speaks in the place of the file it was asked for: with JSON or a page that has no file name, where no
 * file of that type is expected.
 * @param expected type of the file, as far as it is known
 */
export function isNoFile({ mimeType = '', fileName }: Download, expected = ''): boolean {
	const [served = ''] = mimeType.toLowerCase().split(';');
	const speaks = ['application/json', 'text/html'].includes(served.trim());
	return speaks && fileName === undefined && !expected.toLowerCase().startsWith(served.trim());
}
