import type { BinaryHelperFunctions } from 'n8n-workflow';

/** Node's readable stream, by the only name n8n lets a node know it. */
export type ByteStream = Awaited<ReturnType<BinaryHelperFunctions['getBinaryStream']>>;

/** Most of a refusal that is read: enough for any error text, and no way to fill the memory. */
const LONGEST_REFUSAL = 64 * 1024;

/** The body of a refusal that came as a stream: parsed JSON, otherwise its text. */
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
	for await (const chunk of body) {
		chunks.push(chunk);
		size += chunk.length;
		if (size >= LONGEST_REFUSAL) break;
	}
	return Buffer.concat(chunks).toString('utf8');
}
