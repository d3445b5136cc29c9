import { accountKey } from './accountKey';
import type { CallLimit } from './callLimit';
import type { Caller } from './request';

/** A call may reach the provider so much later than it left here, and the provider counts from then. */
const SLACK_MS = 5_000;
/** A call that the provider refuses so many times, although each time it was waited for, has failed. */
const MOST_TRIES = 12;
const LEAST_WAIT_MS = 1_000;

/**
 * The calls of one kind that an account has made, so that it makes no more than the provider allows. Pure: it says when,
 * somebody else waits. In no time as long as that of the limit more calls leave than the limit allows.
 */
export class CallBudget {
	/** When the latest calls left, as many as the limit allows, the oldest first. In milliseconds. */
	private readonly leftAt: number[] = [];

	private heldUntil = -Infinity;

	constructor(readonly limit: CallLimit) {}

	/** Whole milliseconds until one more call may leave; 0 when it may. */
	delay(now: number): number {
		const { most, withinMs } = this.limit;
		const [oldest = 0] = this.leftAt;
		const freeAt = this.leftAt.length < most ? -Infinity : oldest + withinMs + SLACK_MS;
		return Math.max(0, Math.ceil(Math.max(freeAt, this.heldUntil) - now));
	}

	/** A call leaves. */
	spend(now: number): void {
		this.leftAt.push(now);
		if (this.leftAt.length > this.limit.most) this.leftAt.shift();
	}

	/**
	 * The provider has refused a call for its rate: others use the account, too. No call leaves until it accepts them again.
	 * @param askedMs what the provider asks to wait; without it a part of the limit's time is waited
	 * @param tries how often this call was made
	 * @returns whether the call may be made again then; false when the refusal stands
	 */
	refused(askedMs: number | undefined, tries: number, now: number): boolean {
		const { withinMs } = this.limit;
		const wait = Math.max(LEAST_WAIT_MS, askedMs ?? withinMs / 10);
		if (tries >= MOST_TRIES || wait > withinMs + SLACK_MS) return false;
		this.heldUntil = Math.max(this.heldUntil, now + wait);
		return true;
	}
}

/** One for each credential and kind of call, for as long as the process lives: all runs of the account share it. */
export const callBudgets = new Map<string, CallBudget>();

/** The budget of the account that a node works with. */
export function callBudgetOf(caller: Caller, credentialType: string, limit: CallLimit): CallBudget {
	const key = `${accountKey(caller, credentialType)} ${limit.what}`;
	const budget = callBudgets.get(key) ?? new CallBudget(limit);
	callBudgets.set(key, budget);
	return budget;
}
