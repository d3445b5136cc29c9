/** The time one attempt of a call has. */
export interface TimeLimit {
	/** Ends the call: when the time is up, and with any of the signals it was made from. */
	signal: AbortSignal;
	/** Whether the time was up before `lift`. */
	isOver(): boolean;
	/** What comes now has no limit any more. */
	lift(): void;
	/** Ends the call at once. */
	end(): void;
}

/**
 * Limits a call to so many milliseconds as a whole, however often a byte comes meanwhile: n8n's own time-out counts silence
 * only, and never ends where the server switches protocols.
 * @param signals that end the call, too
 */
export function timeLimit(ms: number, ...signals: Array<AbortSignal | undefined>): TimeLimit {
	const ending = new AbortController();
	const time = AbortSignal.timeout(ms);
	let isOver = false;
	const timeUp = () => {
		isOver = true;
		ending.abort();
	};
	time.addEventListener('abort', timeUp, { once: true });
	return {
		signal: AbortSignal.any([ending.signal, ...signals.filter((signal) => signal !== undefined)]),
		isOver: () => isOver,
		lift: () => time.removeEventListener('abort', timeUp),
		end: () => ending.abort(),
	};
}

/**
 * The caller with another signal in the place of its execution's: n8n ends its calls with that one and with no other.
 * @param signal has to end with the execution, too
 */
export const withSignal = <T extends object>(caller: T, signal: AbortSignal): T =>
	'getExecutionCancelSignal' in caller
		? (Object.create(caller, { getExecutionCancelSignal: { value: () => signal } }) as T)
		: caller;
