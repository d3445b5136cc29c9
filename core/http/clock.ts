import { sleep } from 'n8n-workflow';

import { Cancelled } from './errors';

/** Time, as everything that waits sees it; a test brings its own. */
export interface Clock {
	/** Milliseconds. */
	now(): number;
	/**
	 * @param signal ends this wait, too
	 * @throws Cancelled when the execution ends meanwhile, or did so before, and with the signal
	 */
	wait(ms: number, signal?: AbortSignal): Promise<void>;
}

/** n8n's `sleep` cannot be ended. A long wait is made of short ones, so that its timer is gone soon after its end. */
const LONGEST_SLEEP_MS = 1000;

/** The real time, until the signal of an execution ends every wait. */
export const clockUntil = (execution?: AbortSignal): Clock => ({
	now: () => Date.now(),
	async wait(ms, signal) {
		let end = () => {};
		const ended = new Promise<void>((resolve) => (end = resolve));
		const signals = [execution, signal].filter((one) => one !== undefined);
		for (const one of signals) one.addEventListener('abort', end, { once: true });
		try {
			for (let left = ms; ; left -= LONGEST_SLEEP_MS) {
				if (execution?.aborted) throw new Cancelled();
				if (signal?.aborted) throw new Cancelled('The time for the call was up');
				if (left <= 0) return;
				await Promise.race([sleep(Math.min(left, LONGEST_SLEEP_MS)), ended]);
			}
		} finally {
			for (const one of signals) one.removeEventListener('abort', end);
		}
	},
});

/** The signal that ends with the execution; only what runs over items has one. */
export const cancelSignal = (caller: object): AbortSignal | undefined =>
	'getExecutionCancelSignal' in caller
		? (caller as { getExecutionCancelSignal(): AbortSignal | undefined }).getExecutionCancelSignal()
		: undefined;

export const isCancelled = (caller: object): boolean => cancelSignal(caller)?.aborted ?? false;

/** A length of time in words. */
export const inSeconds = (count: number): string => `${count} ${count === 1 ? 'second' : 'seconds'}`;
