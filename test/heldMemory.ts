import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export const MB = 1024 * 1024;
/** What streaming 95 MB may hold at a time, in MB: about 10 on a quiet machine, more where the reader lags; the whole is 95. */
export const MOST_HELD = 64;
/** Collecting stops everything, so the looks leave room for the work. */
const LOOK_EVERY_MS = 150;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/**
 * The most that buffers in use grow while something runs, in MB. Garbage is collected before each look, so that only
 * what is held counts: a file in memory whole cannot hide, and bytes that have passed through do not count.
 */
export async function growth<T>(work: () => Promise<T>): Promise<{ result: T; grown: number }> {
	const held = () => {
		collect();
		return process.memoryUsage().arrayBuffers;
	};
	const before = held();
	let most = before;
	let running = true;
	const looks = (async () => {
		while (running) {
			await sleep(LOOK_EVERY_MS);
			most = Math.max(most, held());
		}
	})();
	const result = await work().finally(() => (running = false));
	await looks;
	return { result, grown: (most - before) / MB };
}
