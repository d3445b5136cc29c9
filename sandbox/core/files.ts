import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Collection, type Store } from './store.ts';

export interface StoredFile {
	id: string;
	name: string;
	mimeType: string;
	size: number;
	/** Hexadecimal. */
	sha256: string;
	at: number;
	/** Made up on the way out instead of kept on disk: files of any size for tests, at no cost. */
	generated?: true;
}

const CHUNK = 64 * 1024;

/** Contents of uploads and of customers' media, on disk; nothing is ever held in memory whole. */
export class Files {
	readonly #collection: Collection<StoredFile>;
	readonly #folder: string | undefined;
	#scratch: string | undefined;

	/** Without a folder the files live in a temporary one that `close` removes. */
	constructor(store: Store, provider: string, folder?: string) {
		this.#collection = new Collection(store, provider, 'files');
		this.#folder = folder && join(folder, provider);
	}

	get(id: string): StoredFile | undefined {
		return this.#collection.get(id);
	}

	async save(
		content: WebStream<Uint8Array> | Uint8Array | null,
		about: { id?: string; name: string; mimeType: string },
	): Promise<StoredFile> {
		const id = about.id ?? randomBytes(12).toString('hex');
		const hash = createHash('sha256');
		let size = 0;
		const measure = new Transform({
			transform(chunk: Buffer, _encoding, done) {
				hash.update(chunk);
				size += chunk.length;
				done(null, chunk);
			},
		});
		const source =
			content instanceof Uint8Array
				? Readable.from([content])
				: content
					? Readable.fromWeb(content)
					: Readable.from([]);
		await pipeline(source, measure, createWriteStream(this.#path(id)));
		return this.#remember({ ...about, id, size, sha256: hash.digest('hex'), at: Date.now() });
	}

	/** A file of so many bytes that exists only while it is read. */
	invent(size: number, about: { name: string; mimeType: string }): StoredFile {
		const hash = createHash('sha256');
		for (const chunk of pattern(size)) hash.update(chunk);
		const id = randomBytes(12).toString('hex');
		return this.#remember({
			...about,
			id,
			size,
			sha256: hash.digest('hex'),
			at: Date.now(),
			generated: true,
		});
	}

	read(file: StoredFile): WebStream<Uint8Array> {
		const source = file.generated ? Readable.from(pattern(file.size)) : createReadStream(this.#path(file.id));
		return Readable.toWeb(source) as WebStream<Uint8Array>;
	}

	/** False when there is no such file. */
	delete(id: string): boolean {
		const file = this.#collection.get(id);
		if (file && !file.generated) rmSync(this.#path(id), { force: true });
		return this.#collection.delete(id);
	}

	/** The file as an answer to GET, or to HEAD, for which nothing is opened. */
	response(file: StoredFile, method: string): Response {
		return new Response(method === 'HEAD' ? null : (this.read(file) as never), {
			headers: { 'content-type': file.mimeType, 'content-length': String(file.size) },
		});
	}

	close(): void {
		if (this.#scratch) rmSync(this.#scratch, { recursive: true, force: true });
		this.#scratch = undefined;
	}

	#remember(file: StoredFile): StoredFile {
		return this.#collection.put(file.id, file);
	}

	#path(id: string): string {
		if (!this.#folder) this.#scratch ??= mkdtempSync(join(tmpdir(), 'whatsapp-sandbox-'));
		else mkdirSync(this.#folder, { recursive: true });
		// Ids hold what users named their files: the name on disk is a hash.
		return join(this.#folder ?? (this.#scratch as string), createHash('sha256').update(id).digest('hex'));
	}
}

function* pattern(size: number): Generator<Buffer> {
	const chunk = Buffer.alloc(CHUNK, 'WhatsApp sandbox ');
	for (let left = size; left > 0; left -= CHUNK) yield left >= CHUNK ? chunk : chunk.subarray(0, left);
}
