import { sleep } from 'n8n-workflow';

import { inSeconds } from './clock';
import { NoUsableResponse } from './errors';

/** The time a piece of work has, shared by all its steps. */
export interface Deadline {
	signal: AbortSignal;
	/** Milliseconds left, never below zero. */
	left(): number;
	/** Waits, if the wait ends before the deadline; otherwise says so at once. */
	wait(ms: number): Promise<boolean>;
}

/**
 * Gives work a time within which it ends, whatever it waits for.
 * @param what reads on before "did not finish within 6 seconds"
 * @throws NoUsableResponse when the time is up
 */
export async function within<T>(
	ms: number,
	what: string,
	work: (deadline: Deadline) => Promise<T>,
): Promise<T> {
	const signal = AbortSignal.timeout(ms);
	const end = Date.now() + ms;
	const left = () => Math.max(0, end - Date.now());
	const late = new Promise<never>((_, reject) => {
		const timeUp = () =>
			reject(
				new NoUsableResponse(`${what} did not finish within ${inSeconds(Math.ceil(ms / 1000))}`, {
					mayHaveHappened: false,
					code: 'ETIMEDOUT',
				}),
			);
		signal.addEventListener('abort', timeUp, { once: true });
	});
	const wait = async (pause: number) => {
		if (pause >= left()) return false;
		await sleep(pause);
		return true;
	};
	return await Promise.race([work({ signal, left, wait }), late]);
}
