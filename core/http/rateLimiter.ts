import type { Clock } from './clock';
import type { Pace, PacedCall } from './pace';

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

	private paced: { pace: Pace; perSecond: number } | undefined;

	/** Whether the run was held since its last call: then it begins slowly. */
	private beginsAnew = false;

	constructor(
		readonly clock: Clock,
		/** Told about every wait that concerns the whole run. */
		private readonly onHold?: (ms: number) => void,
	) {}

	/**
	 * Spreads the messages over time; without it they go out as fast as the provider accepts them.
	 * @param pace of the account, shared with other runs
	 */
	limitTo(perSecond: number, pace: Pace): void {
		this.paced = { pace, perSecond };
	}

	/**
	 * Waits for a call's turn. A hold may come in between, so who has waited looks again.
	 * @param messages how many messages the call carries; one that sends nothing carries none
	 * @param signal ends the wait
	 * @throws Cancelled; the error that `close` was called with
	 */
	async enter(messages: number, signal?: AbortSignal): Promise<Ticket> {
		const { clock, paced } = this;
		const call = { messages, perSecond: paced?.perSecond ?? 0 };
		try {
			let wait = 0;
			do {
				await clock.wait(wait, signal);
				if (this.closedBy) throw this.closedBy;
				wait = this.delay(call);
			} while (wait > 0);
			const at = clock.now();
			if (messages > 0) paced?.pace.spend(call, at);
			return { at };
		} finally {
			paced?.pace.leave(call);
		}
	}

	/** Milliseconds until a call may leave. */
	private delay(call: PacedCall): number {
		const now = this.clock.now();
		const pace = call.messages > 0 ? this.paced?.pace : undefined;
		if (this.heldUntil > now) {
			// Other runs of the account do not wait for this one.
			pace?.leave(call);
			return this.heldUntil - now;
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
		this.beginsAnew = true;
		this.held.times++;
		this.held.ms += more;
		this.onHold?.(ms);
	}

	/** No call goes out any more: every later one ends with this error. */
	close(error: Error): void {
		this.closedBy ??= error;
	}
}
