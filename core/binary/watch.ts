import type { ByteStream } from '../http/stream';
import { whenRead } from '../http/stream';

export interface Watched {
	/** Bytes that have come by so far. */
	bytes: number;
	/** Why it was broken off. */
	problem?: string;
}

/**
 * Counts the bytes of a stream while another reads it, without keeping any. A stream of another length than announced
 * breaks off with an error: what is behind it would otherwise be stored cut short.
 * @param most breaks off a stream that is longer than anyone could want
 */
export function watch(
	stream: ByteStream,
	expected: { size?: number; most?: number },
	progress?: (bytes: number) => void,
): Watched {
	const watched: Watched = { bytes: 0 };
	const { size, most = Infinity } = expected;
	const breakOff = (problem: string) => {
		watched.problem = problem;
		stream.destroy(new Error(problem));
	};
	const count = (chunk: Uint8Array) => {
		watched.bytes += chunk.length;
		if (size !== undefined && watched.bytes > size) breakOff('The file is longer than announced');
		else if (watched.bytes > most) breakOff('The file is too large');
		else progress?.(watched.bytes);
	};
	whenRead(stream, () => stream.on('data', count));
	stream.once('end', () => {
		if (size !== undefined && watched.bytes < size) breakOff('The file is shorter than announced');
	});
	return watched;
}
