/** What was read, or is being read. */
interface Reading<T> {
	/** When it began, in milliseconds. */
	at: number;
	value: Promise<T>;
}

/**
 * Reads each thing once in a while, however often it is asked for: what is asked for meanwhile gets the same. A reading that
 * failed counts only for those who waited for it.
 */
export class RecentReads<T> {
	/** The oldest first. */
	private readonly readings = new Map<string, Reading<T>>();

	/**
	 * @param goodForMs how long a reading counts, from its beginning
	 * @param most how many things are kept; more take the place of the oldest
	 */
	constructor(
		private readonly goodForMs: number,
		private readonly most: number,
	) {}

	get size(): number {
		return this.readings.size;
	}

	/** What the thing of this key was read as. @param read reads it */
	async get(key: string, read: () => Promise<T>): Promise<T> {
		const now = Date.now();
		this.forgetOld(now);
		const known = this.readings.get(key);
		if (known) return await known.value;
		const reading: Reading<T> = { at: now, value: read() };
		this.readings.set(key, reading);
		if (this.readings.size > this.most) this.forgetOldest();
		try {
			return await reading.value;
		} catch (error) {
			if (this.readings.get(key) === reading) this.readings.delete(key);
			throw error;
		}
	}

	/** Whoever asks for one of these things next has it read anew. */
	forget(isMeant: (key: string) => boolean): void {
		for (const key of this.readings.keys()) if (isMeant(key)) this.readings.delete(key);
	}

	private forgetOld(now: number): void {
		for (const [key, { at }] of this.readings) {
			if (now - at < this.goodForMs) return;
			this.readings.delete(key);
		}
	}

	private forgetOldest(): void {
		for (const key of this.readings.keys()) {
			this.readings.delete(key);
			return;
		}
	}
}
