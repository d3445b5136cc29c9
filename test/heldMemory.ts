import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export const MB = 1024 * 1024;
/** A file that is large beside what may be held of it. The kernel keeps some of it, too: a few MB for a connection. */
export const SIZE = 32 * MB;
/** What streaming a file may hold at a time, in MB: about 2 on a quiet machine, more where the reader lags. */
export const MOST_HELD = 16;
/** So much is still to come when the memory is looked at: who keeps a file has nearly all of it by then. */
export const REST = MB;
/** Time to take in what the kernel has, and for what was collected to be given back, which V8 does beside the work. */
const SETTLE_MS = 50;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The MB that buffers have in use: what stays although garbage is collected a few times, or until it is little enough. */
async function inUse(looks: number, enough = -Infinity): Promise<number> {
	let least = Infinity;
	for (let look = 0; look < looks && least >= enough; look++) {
		await sleep(SETTLE_MS);
		collect();
		least = Math.min(least, process.memoryUsage().arrayBuffers / MB);
	}
	return least;
}

export const held = async () => await inUse(2);

/** The MB that are held now and were not before. */
export const heldSince = async (before: number) => (await inUse(10, before + MOST_HELD)) - before;
