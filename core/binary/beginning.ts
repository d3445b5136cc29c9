import type { ByteStream } from '../http/stream';

/**
 * The first bytes of a stream, which stay in it for whoever reads it next: as many as came first, at most `most`; none of
 * a stream that has none. Rejects when the stream breaks.
 */
export async function beginningOf(stream: ByteStream, most: number): Promise<Uint8Array> {
	if (stream.destroyed || stream.readableEnded) return new Uint8Array();
	return await new Promise((resolve, reject) => {
		const settle = (how: () => void) => {
			stream.off('readable', look).off('end', nothing).off('close', nothing).off('error', broken);
			how();
		};
		const look = () => {
			const chunk = stream.read() as Uint8Array | null;
			if (chunk === null) return;
			stream.unshift(chunk);
			settle(() => resolve(chunk.subarray(0, most)));
		};
		const nothing = () => settle(() => resolve(new Uint8Array()));
		const broken = (error: Error) => settle(() => reject(error));
		stream.on('readable', look).on('end', nothing).on('close', nothing).on('error', broken);
	});
}
