import type { Clock } from './clock';
import type { Pace } from './pace';

/** When a call was let through, for telling later whether it was refused together with others. */
export interface Ticket {
	at: number;
}

/**
 * What all calls of a run pass. It spreads them over time, and when the provider tells one of them to slow down, all of
 * them wait.
 */
export class RateLimiter {
	/** Milliseconds the run was held in all, and how often. */
	readonly held = { times: 0, ms: 0 };

	private heldUntil = -Infinity;

	private refusedAt = -Infinity;

	private refusalsInARow = 0;

	private closedBy: Error | undefined;

	/** Spreads messages over time; without one they go out as fast as the provider accepts them. */
	pace: Pace | undefined;

	constructor(
		readonly clock: Clock,
		/** Told about every wait that concerns the whole run. */
		private readonly onHold?: (ms: number) => void,
	) {}

	/**
	 * Waits for a call's turn.
	 * @param messages how many messages the call carries; one that sends nothing carries none
	 * @throws Cancelled; the error that `close` was called with
	 */
	async enter(messages: number): Promise<Ticket> {
		const { clock } = this;
		await clock.wait(messages > 0 && this.pace ? this.pace.take(messages, clock.now()) : 0);
		for (let left = this.left(); left > 0; left = this.left()) await clock.wait(left);
		if (this.closedBy) throw this.closedBy;
		return { at: clock.now() };
	}

	private left(): number {
		return this.heldUntil - this.clock.now();
	}

	/** The provider accepts requests. */
	accepted(): void {
		this.refusalsInARow = 0;
	}

	/**
	 * The provider is not accepting requests at the moment. Calls that were under way together are refused together,
	 * which counts once.
	 * @returns how often in a row that happened
	 */
	refused({ at }: Ticket): number {
		if (at >= this.refusedAt) {
			this.refusalsInARow++;
			this.refusedAt = this.clock.now();
		}
		return this.refusalsInARow;
	}

	/** No call goes out for so many milliseconds. */
	hold(ms: number): void {
		const now = this.clock.now();
		const more = now + ms - Math.max(this.heldUntil, now);
		if (more <= 0) return;
		this.heldUntil = now + ms;
		this.held.times++;
		this.held.ms += more;
		this.onHold?.(ms);
	}

	/** No call goes out any more: every later one ends with this error. */
	close(error: Error): void {
		this.closedBy ??= error;
	}
}
