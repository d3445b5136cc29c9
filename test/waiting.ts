import { setTimeout as sleep } from 'node:timers/promises';

type Look<T> = () => T | Promise<T>;

/** Looks until what it sees holds, or the time is up. @returns what it saw last */
async function watch<T>(look: Look<T>, holds: (seen: T) => boolean, withinMs: number, everyMs: number) {
	for (const end = Date.now() + withinMs; ; await sleep(everyMs)) {
		const seen = await look();
		if (holds(seen) || Date.now() > end) return seen;
	}
}

/** Waits until a condition holds for what `look` sees; fails with what that was last. */
export async function until<T>(look: Look<T>, holds: (seen: T) => boolean, withinMs = 3000): Promise<T> {
	const seen = await watch(look, holds, withinMs, 15);
	if (holds(seen)) return seen;
	throw new Error(`still not after ${withinMs} ms: ${JSON.stringify(seen)}`);
}

/** Waits until `look` finds something; fails with what that should have been. */
export async function eventually<T>(
	look: Look<T | undefined | false>,
	what: string,
	withinMs = 15_000,
): Promise<T> {
	const found = await watch(look, Boolean, withinMs, 50);
	if (found) return found;
	throw new Error(`Waited ${withinMs / 1000} s for ${what}`);
}
