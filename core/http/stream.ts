import type { BinaryHelperFunctions } from 'n8n-workflow';

import { inSeconds } from './clock';

/** Node's readable stream, by the only name n8n lets a node know it. */
export type ByteStream = Awaited<ReturnType<BinaryHelperFunctions['getBinaryStream']>>;

/** Most of a refusal that is read: enough for any error text, and no way to fill the memory. */
const LONGEST_REFUSAL = 64 * 1024;

/** The body of a refusal that came as a stream: parsed JSON, otherwise its text, as much of it as comes. */
export async function readRefusal(body: unknown): Promise<unknown> {
	const text = isChunks(body) ? await readText(body) : body;
	if (typeof text !== 'string') return text;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

const isChunks = (body: unknown): body is AsyncIterable<Uint8Array> =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const chunk of body) {
			chunks.push(chunk);
			size += chunk.length;
			if (size >= LONGEST_REFUSAL) break;
		}
	} catch {
		// Broken off: what there is has to do. The status is known.
	}
	return Buffer.concat(chunks).toString('utf8');
}

/** Does something once a reader of a stream comes: listening for its data before would set it going. */
export function whenRead(stream: ByteStream, begin: () => void): void {
	let hasBegun = false;
	const readerComes = (event: string | symbol) => {
		if (hasBegun || (event !== 'data' && event !== 'readable')) return;
		// What begins may listen itself, while others are still being told of the reader.
		hasBegun = true;
		stream.off('newListener', readerComes);
		begin();
	};
	stream.on('newListener', readerComes);
}

/**
 * Breaks a stream off when nothing of it comes for so many milliseconds while somebody reads it.
 * @param end ends the call it belongs to: n8n's stream waits for the next byte even when it is destroyed
 */
export function breakOffWhenStalled(stream: ByteStream, ms: number, end: () => void): void {
	let chunks = 0;
	const watch = () => {
		const before = chunks;
		AbortSignal.timeout(ms).addEventListener(
			'abort',
			() => {
				if (stream.destroyed || stream.readableEnded) return;
				if (chunks > before) return watch();
				stream.destroy(new Error(`no data arrived for ${inSeconds(ms / 1000)}`));
				end();
			},
			{ once: true },
		);
	};
	whenRead(stream, () => {
		stream.on('data', () => chunks++);
		watch();
	});
}
