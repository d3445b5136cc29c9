import { setTimeout as sleep } from 'node:timers/promises';

type Look<T> = () => T | Promise<T>;

/** A long wait looks less often, as each look costs whoever answers it: this part of the time waited so far. */
const PAUSE = 0.1;
const LONGEST_PAUSE_MS = 500;

/** Looks until what it sees holds, or the time is up. @returns what it saw last */
async function watch<T>(look: Look<T>, holds: (seen: T) => boolean, withinMs: number, everyMs: number) {
	// By the clock that no test sets (jumpingClock.ts).
	for (const start = process.uptime(); ;) {
		const seen = await look();
		const waitedMs = (process.uptime() - start) * 1000;
		if (holds(seen) || waitedMs > withinMs) return seen;
		await sleep(Math.min(Math.max(everyMs, waitedMs * PAUSE), LONGEST_PAUSE_MS));
	}
}

/** Waits until a condition holds for what `look` sees; fails with what that was last. */
export async function until<T>(look: Look<T>, holds: (seen: T) => boolean, withinMs = 60_000): Promise<T> {
	const seen = await watch(look, holds, withinMs, 15);
	if (holds(seen)) return seen;
	throw new Error(`still not after ${withinMs} ms: ${JSON.stringify(seen)}`);
}

/** Waits until `look` finds something; fails with what that should have been. */
export async function eventually<T>(
	look: Look<T | undefined | false>,
	what: string,
	withinMs = 120_000,
): Promise<T> {
	const found = await watch(look, Boolean, withinMs, 50);
	if (found) return found;
	throw new Error(`Waited ${withinMs / 1000} s for ${what}`);
}
