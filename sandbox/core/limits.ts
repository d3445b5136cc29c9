/** Limits as a user of the sandbox sets them; `null` means none. */
export interface Limits {
	/** Messages one business number may send per second, with a burst of one second's worth. */
	messagesPerSecond: number | null;
	/** Calls one provider serves at the same time. */
	connections: number | null;
	/** Seconds between two messages to the same customer. */
	perPairSeconds: number | null;
}

export const NO_LIMITS: Limits = { messagesPerSecond: null, connections: null, perPairSeconds: null };

/** Keeps count for one provider. Times are milliseconds of a monotonic clock. */
export class Throttle {
	#tokens = 0;
	#rate: number | null = null;
	#at = 0;
	readonly #lastTo = new Map<string, number>();

	/** Seconds (whole, at least 1) to wait when not one more message may go now; `null` when one may. */
	blockedFor(limits: Limits, now = performance.now()): number | null {
		if (limits.messagesPerSecond === null) return null;
		this.#refill(limits.messagesPerSecond, now);
		if (this.#tokens >= 1) return null;
		return Math.max(1, Math.ceil((1 - this.#tokens) / limits.messagesPerSecond));
	}

	/** Takes the right to send one message; false when the rate is used up. */
	take(limits: Limits, now = performance.now()): boolean {
		if (limits.messagesPerSecond === null) return true;
		this.#refill(limits.messagesPerSecond, now);
		if (this.#tokens < 1) return false;
		this.#tokens -= 1;
		return true;
	}

	/** Whether this customer may be written to already; remembers the message if so. */
	takePair(limits: Limits, number: string, now = performance.now()): boolean {
		if (limits.perPairSeconds === null) return true;
		const last = this.#lastTo.get(number);
		if (last !== undefined && now - last < limits.perPairSeconds * 1000) return false;
		this.#lastTo.set(number, now);
		return true;
	}

	clear(): void {
		this.#rate = null;
		this.#lastTo.clear();
	}

	#refill(rate: number, now: number): void {
		// A changed limit starts with a full bucket.
		if (this.#rate !== rate) [this.#rate, this.#tokens, this.#at] = [rate, rate, now];
		this.#tokens = Math.min(Math.max(rate, 1), this.#tokens + ((now - this.#at) / 1000) * rate);
		this.#at = now;
	}
}
