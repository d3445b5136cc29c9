export interface SeenLimits {
	/** How long a key is remembered, in milliseconds. */
	maxAge: number;
	/** How many keys are remembered. */
	maxKeys: number;
}

/** Services repeat a delivery for up to a day. */
export const SEEN_LIMITS: SeenLimits = { maxAge: 24 * 60 * 60 * 1000, maxKeys: 20_000 };

/**
 * Remembers dedupe keys, so that a redelivery starts nothing twice: for `maxAge` or the last `maxKeys`, whichever
 * ends first.
 *
 * Claim a key before acting on an event, so that two deliveries at the same time do not both act; release it
 * when the delivery was not accepted after all, so that the service's next attempt is not lost.
 */
export class SeenKeys {
	/** Key → when it was claimed. A Map keeps the order of insertion: the oldest come first. */
	private readonly claimed = new Map<string, number>();

	private readonly limits: SeenLimits;

	constructor(limits: Partial<SeenLimits> = {}) {
		this.limits = { ...SEEN_LIMITS, ...limits };
	}

	get size(): number {
		return this.claimed.size;
	}

	/**
	 * @param now the clock, in milliseconds
	 * @returns true when the key is new and now claimed; false for a repeat, which does not prolong the claim
	 */
	claim(key: string, now: number): boolean {
		this.forget(now);
		const at = this.claimed.get(key);
		if (at !== undefined && !this.isOver(at, now)) return false;
		this.claimed.delete(key);
		this.claimed.set(key, now);
		if (this.claimed.size > this.limits.maxKeys) this.forgetOldest();
		return true;
	}

	release(key: string): void {
		this.claimed.delete(key);
	}

	/** Old keys stand at the front, so that each is looked at once. */
	private forget(now: number): void {
		for (const [key, at] of this.claimed) {
			if (!this.isOver(at, now)) return;
			this.claimed.delete(key);
		}
	}

	private forgetOldest(): void {
		for (const key of this.claimed.keys()) {
			this.claimed.delete(key);
			return;
		}
	}

	private isOver(at: number, now: number): boolean {
		return now - at >= this.limits.maxAge;
	}
}
