import type { Clock } from './clock';
import type { Pace, PacedCall } from './pace';

/**
 * Every call of a run waits here for its turn. The limiter spreads the messages over time. When the provider tells one call
 * to slow down, all calls wait.
 */
export class RateLimiter {
	/** How often the whole run was paused, and for how many milliseconds in all. */
	readonly paused = { times: 0, ms: 0 };

	private pausedUntil = -Infinity;

	private refusedAt = -Infinity;

	private refusalsInARow = 0;

	private laterCallsFailWith: Error | undefined;

	private paced: { pace: Pace; perSecond: number } | undefined;

	/** Whether the run was paused since its last call. Then it starts slowly. */
	private beginsAnew = false;

	constructor(
		readonly clock: Clock,
		/** Called for every pause of the whole run. */
		private readonly onPause?: (ms: number) => void,
	) {}

	/**
	 * Spreads the messages over time; without it they go out as fast as the provider accepts them.
	 * @param pace of the account, shared with other runs
	 */
	limitTo(perSecond: number, pace: Pace): void {
		this.paced = { pace, perSecond };
	}

	/**
	 * Waits until a call may be made. The run may be paused meanwhile, so after each wait this is checked again.
	 * @param messages how many messages the call carries; one that sends nothing carries none
	 * @param signal ends the wait
	 * @returns the time at which the call was let through, in milliseconds of the run's clock
	 * @throws Cancelled; the error that `failAllLaterCalls` was called with
	 */
	async waitForTurn(messages: number, signal?: AbortSignal): Promise<number> {
		const { clock, paced } = this;
		const call = { messages, perSecond: paced?.perSecond ?? 0 };
		try {
			let wait = 0;
			do {
				await clock.wait(wait, signal);
				if (this.laterCallsFailWith) throw this.laterCallsFailWith;
				wait = this.delay(call);
			} while (wait > 0);
			const at = clock.now();
			if (messages > 0) paced?.pace.spend(call, at);
			return at;
		} finally {
			paced?.pace.leave(call);
		}
	}

	/** Milliseconds until a call may leave. */
	private delay(call: PacedCall): number {
		const now = this.clock.now();
		const pace = call.messages > 0 ? this.paced?.pace : undefined;
		if (this.pausedUntil > now) {
			// Other runs of the account do not wait for this one.
			pace?.leave(call);
			return this.pausedUntil - now;
		}
		if (!pace) return 0;
		if (this.beginsAnew) pace.restart(call, now);
		this.beginsAnew = false;
		return pace.delay(call, now);
	}

	/** The provider accepts requests. */
	accepted(): void {
		this.refusalsInARow = 0;
	}

	/**
	 * The provider is not accepting requests at the moment. Calls let through before an earlier refusal do not count as a
	 * further refusal: they were under way together.
	 * @param letThroughAt the time at which the refused call was let through, as `waitForTurn` returned it
	 * @returns the number of refusals in a row
	 */
	refused(letThroughAt: number): number {
		if (letThroughAt >= this.refusedAt) {
			this.refusalsInARow++;
			this.refusedAt = this.clock.now();
		}
		return this.refusalsInARow;
	}

	/** No call of the run is made for so many milliseconds. */
	pauseAll(ms: number): void {
		const now = this.clock.now();
		const more = now + ms - Math.max(this.pausedUntil, now);
		if (more <= 0) return;
		this.pausedUntil = now + ms;
		this.beginsAnew = true;
		this.paused.times++;
		this.paused.ms += more;
		this.onPause?.(ms);
	}

	/** No more calls of this run are made: all later ones fail with this error. */
	failAllLaterCalls(error: Error): void {
		this.laterCallsFailWith ??= error;
	}
}
