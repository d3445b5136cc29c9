/** One part of a `multipart/form-data` body. Its content has to be read before the next part is asked for. */
export interface Part {
	name: string;
	/** Missing for plain fields. */
	filename?: string;
	contentType?: string;
	content: AsyncIterable<Buffer>;
}

/** Thrown for a body that is not what its content type says. */
export class BadMultipart extends Error {}

const HEADERS_AT_MOST = 16 * 1024;
const BLANK = Buffer.from('\r\n\r\n');

/** The boundary named by a content type; undefined when it is not `multipart/form-data`. */
export function boundaryOf(contentType: string | undefined): string | undefined {
	const [, quoted, plain] =
		/^multipart\/form-data;.*?\bboundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(contentType ?? '') ?? [];
	return quoted ?? plain;
}

/** The parts of a body, one after another and as they come: no file is ever held in memory whole. */
export async function* partsOf(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
	const reader = new Reader(body);
	// The first boundary stands at the beginning, where no line break comes before it.
	await skip(reader.until(Buffer.from(`--${boundary}`)));
	const delimiter = Buffer.from(`\r\n--${boundary}`);
	while ((await reader.take(2)).toString() === '\r\n') {
		const part = { ...readHeaders(await reader.head()), content: reader.until(delimiter) };
		yield part;
		await skip(part.content);
	}
}

async function skip(content: AsyncIterable<Buffer>): Promise<void> {
	// eslint-disable-next-line @typescript-eslint/no-unused-vars
	for await (const _ of content);
}

function readHeaders(text: string): Omit<Part, 'content'> {
	const headers = new Map(
		text.split('\r\n').map((line) => {
			const colon = line.indexOf(':');
			return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
		}),
	);
	const disposition = headers.get('content-disposition') ?? '';
	const [, name] = /\bname="([^"]*)"/i.exec(disposition) ?? [];
	if (!/^form-data\b/i.test(disposition) || name === undefined)
		throw new BadMultipart('a part has no Content-Disposition: form-data with a name');
	const [, filename] = /\bfilename="([^"]*)"/i.exec(disposition) ?? [];
	const contentType = headers.get('content-type');
	return { name, ...(filename !== undefined && { filename }), ...(contentType && { contentType }) };
}

class Reader {
	readonly #source: AsyncIterator<Uint8Array>;
	#held: Buffer = Buffer.alloc(0);

	constructor(body: AsyncIterable<Uint8Array>) {
		this.#source = body[Symbol.asyncIterator]();
	}

	/** Everything before the delimiter, which is taken off too. */
	async *until(delimiter: Buffer): AsyncGenerator<Buffer> {
		for (;;) {
			const at = this.#held.indexOf(delimiter);
			if (at >= 0) {
				const content = this.#held.subarray(0, at);
				this.#held = this.#held.subarray(at + delimiter.length);
				if (content.length > 0) yield content;
				return;
			}
			// What may be the beginning of the delimiter stays.
			const sure = this.#held.length - delimiter.length + 1;
			if (sure > 0) {
				const content = this.#held.subarray(0, sure);
				this.#held = this.#held.subarray(sure);
				yield content;
			}
			await this.#more();
		}
	}

	async take(count: number): Promise<Buffer> {
		while (this.#held.length < count) await this.#more();
		const taken = this.#held.subarray(0, count);
		this.#held = this.#held.subarray(count);
		return taken;
	}

	/** The header lines of a part. */
	async head(): Promise<string> {
		let at = this.#held.indexOf(BLANK);
		for (; at < 0; at = this.#held.indexOf(BLANK)) {
			if (this.#held.length > HEADERS_AT_MOST) throw new BadMultipart('the headers of a part are too long');
			await this.#more();
		}
		return (await this.take(at + BLANK.length)).subarray(0, at).toString();
	}

	async #more(): Promise<void> {
		const { value, done } = await this.#source.next();
		if (done) throw new BadMultipart('the body ends before its last boundary');
		const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
		this.#held = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
	}
}
