import { sleep } from 'n8n-workflow';

import { Cancelled } from './errors';

/** Time, as everything that waits sees it; a test brings its own. */
export interface Clock {
	/** Milliseconds. */
	now(): number;
	/** @throws Cancelled when the execution ends meanwhile, or did so before */
	wait(ms: number): Promise<void>;
}

/** The real time, until the signal of an execution ends every wait. */
export const clockUntil = (signal?: AbortSignal): Clock => ({
	now: () => Date.now(),
	wait: async (ms) => await waitUnless(signal, ms),
});

async function waitUnless(signal: AbortSignal | undefined, ms: number): Promise<void> {
	if (signal?.aborted) throw new Cancelled();
	if (ms <= 0) return;
	if (!signal) return await sleep(ms);
	await new Promise<void>((resolve, reject) => {
		const end = () => reject(new Cancelled());
		signal.addEventListener('abort', end, { once: true });
		void sleep(ms).then(() => {
			signal.removeEventListener('abort', end);
			resolve();
		});
	});
}

/** The signal that ends with the execution; only what runs over items has one. */
export const cancelSignal = (caller: object): AbortSignal | undefined =>
	'getExecutionCancelSignal' in caller
		? (caller as { getExecutionCancelSignal(): AbortSignal | undefined }).getExecutionCancelSignal()
		: undefined;

export const isCancelled = (caller: object): boolean => cancelSignal(caller)?.aborted ?? false;
