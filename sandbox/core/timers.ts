/** Work for later that can be called off all at once, and that keeps no process alive. */
export class Timers {
	readonly #pending = new Set<NodeJS.Timeout>();

	/** Node's timers hold at most 2^31-1 ms; longer waits are cut into pieces. */
	later(ms: number, work: () => unknown): void {
		const wait = Math.min(Math.max(ms, 0), 2 ** 31 - 1);
		const timer = setTimeout(() => {
			this.#pending.delete(timer);
			if (ms > wait) this.later(ms - wait, work);
			else
				Promise.resolve()
					.then(work)
					.catch((error: unknown) => console.error('sandbox: background work failed', error));
		}, wait);
		timer.unref();
		this.#pending.add(timer);
	}

	clear(): void {
		for (const timer of this.#pending) clearTimeout(timer);
		this.#pending.clear();
	}
}
