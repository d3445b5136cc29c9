/** How far a run may catch up after it was held up, so that a busy machine does not make it slower than asked. */
const CATCH_UP_MS = 250;

/**
 * Spreads messages evenly over time. Pure: it says when, somebody else waits. What was
 * missed by more than a quarter of a second is not made up for, so that no second carries more than a quarter too much.
 */
export class Pace {
	/** When everything let through so far is paid for. */
	private paidAt = -Infinity;

	constructor(private readonly perSecond: number) {}

	/**
	 * Takes the turn of a call with so many messages.
	 * @returns milliseconds until it may start
	 */
	take(messages: number, now: number): number {
		const start = this.paidAt === -Infinity ? now : Math.max(this.paidAt, now - CATCH_UP_MS);
		this.paidAt = start + (messages / this.perSecond) * 1000;
		return Math.max(0, start - now);
	}
}
