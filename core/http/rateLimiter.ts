import type { CallBudget } from './callBudget';
import type { CallLimit } from './callLimit';
import type { Clock } from './clock';
import { Cancelled } from './errors';
import type { Pace, PacedCall } from './pace';

/** A wait for a budget is cut into parts, after each of which a call asks whether it is still wanted. */
const LONGEST_BUDGET_WAIT_MS = 5_000;
/** Waits that follow each other so closely are one to whoever watches, as calls become free one by one. */
const SAME_WAIT_MS = 1_000;
/** Unless the next one is longer than this. */
const LONG_WAIT_MS = 60_000;

/** What a run waited in all, as far as it is one reason. */
interface Waited {
	times: number;
	ms: number;
}

/**
 * Every call of a run waits here for its turn. The limiter spreads the messages over time. When the provider tells one call
 * to slow down, all calls wait.
 */
export class RateLimiter {
	/** How often the whole run was paused, and for how many milliseconds in all. */
	readonly paused: Waited = { times: 0, ms: 0 };

	/** The same for each limit of the provider whose calls were used up. */
	readonly waitedFor = new Map<CallLimit, Waited & { until: number }>();

	private pausedUntil = -Infinity;

	private refusedAt = -Infinity;

	private refusalsInARow = 0;

	private laterCallsFailWith: Error | undefined;

	private paced: { pace: Pace; perSecond: number } | undefined;

	/** Whether the run was paused since its last call. Then it starts slowly. */
	private beginsAnew = false;

	constructor(
		readonly clock: Clock,
		/** Called for every pause of the whole run; with the limit where only calls that count towards it wait. */
		private readonly onPause?: (ms: number, limit?: CallLimit) => void,
		/**
		 * The run that waits where the calls of a limit are used up. Without one, as in the lists of the editor, nobody can wait
		 * that long: such a call is made, and the provider decides.
		 */
		private readonly run?: { readonly isStopped: boolean },
	) {}

	/** Whether calls wait for their budget. */
	get keepsBudgets(): boolean {
		return this.run !== undefined;
	}

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
	 * @param budget the calls of its kind, where the provider limits them
	 * @returns the time at which the call was let through, in milliseconds of the run's clock
	 * @throws Cancelled; the error that `failAllLaterCalls` was called with
	 */
	async waitForTurn(messages: number, signal?: AbortSignal, budget?: CallBudget): Promise<number> {
		const { clock, paced } = this;
		const call = { messages, perSecond: paced?.perSecond ?? 0 };
		try {
			let wait = 0;
			do {
				await clock.wait(wait, signal);
				if (this.laterCallsFailWith) throw this.laterCallsFailWith;
				wait = this.delay(call) || this.budgetDelay(budget);
			} while (wait > 0);
			const at = clock.now();
			if (messages > 0) paced?.pace.spend(call, at);
			budget?.spend(at);
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

	/** Milliseconds after which a call asks again whether its budget has room; 0 when it has. @throws Cancelled */
	private budgetDelay(budget: CallBudget | undefined): number {
		if (!budget || !this.run) return 0;
		const now = this.clock.now();
		const wait = budget.delay(now);
		if (wait === 0) return 0;
		// A call that has not left need not be made any more.
		if (this.run.isStopped) throw new Cancelled('The run has stopped');
		this.noteBudgetWait(budget.limit, now, now + wait);
		return Math.min(wait, LONGEST_BUDGET_WAIT_MS);
	}

	private noteBudgetWait(limit: CallLimit, now: number, until: number): void {
		const waited = this.waitedFor.get(limit) ?? { times: 0, ms: 0, until: -Infinity };
		this.waitedFor.set(limit, waited);
		if (until <= waited.until) return;
		const more = until - Math.max(waited.until, now);
		const isAnother = now > waited.until + SAME_WAIT_MS || more > LONG_WAIT_MS;
		waited.ms += more;
		waited.until = until;
		if (!isAnother) return;
		waited.times++;
		this.onPause?.(until - now, limit);
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
