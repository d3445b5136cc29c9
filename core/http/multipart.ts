import { randomBytes } from 'crypto';

import type { ByteStream } from './stream';

/** A file on its way out. */
export interface FileBody {
	mimeType: string;
	/** Bytes. */
	size: number;
	open(): Promise<ByteStream | Buffer>;
}

/** A form with a file (RFC 7578). */
export interface Form {
	fields: Readonly<Record<string, string>>;
	file: FileBody & {
		/** Name of its part of the form. */
		field: string;
		name: string;
	};
}

/** What goes out in place of JSON, with the headers that belong to it. */
export interface Content {
	body: ByteStream | Buffer;
	headers: Record<string, string>;
}

/** A file by itself. */
export const fileContent = async ({ mimeType, size, open }: FileBody): Promise<Content> => ({
	body: await open(),
	headers: { 'Content-Type': mimeType, 'Content-Length': String(size) },
});

/**
 * A form as it goes out, with its length beforehand: servers tend to refuse a file that comes without one. The file is read
 * while it is sent, unless n8n keeps binary data in memory anyway.
 */
export async function multipart({ fields, file }: Form): Promise<Content> {
	const boundary = `form-${randomBytes(16).toString('hex')}`;
	const part = (disposition: string, content: string) =>
		`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${content}`;
	const values = Object.entries(fields).map(([name, value]) =>
		part(`name="${quoted(name)}"`, `\r\n${value}\r\n`),
	);
	const opening = part(
		`name="${quoted(file.field)}"; filename="${quoted(file.name)}"`,
		`Content-Type: ${file.mimeType}\r\n\r\n`,
	);
	const head = Buffer.from(values.join('') + opening);
	const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
	const content = await file.open();
	return {
		body: Buffer.isBuffer(content) ? Buffer.concat([head, content, tail]) : framed(head, content, tail),
		headers: {
			'Content-Type': `multipart/form-data; boundary=${boundary}`,
			'Content-Length': String(head.length + file.size + tail.length),
		},
	};
}

/** What would end the name early is written as browsers write it. */
const quoted = (name: string) => name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const framed = (head: Buffer, content: ByteStream, tail: Buffer): ByteStream =>
	content.compose(async function* (chunks: AsyncIterable<Uint8Array>) {
		yield head;
		yield* chunks;
		yield tail;
	}) as ByteStream;
