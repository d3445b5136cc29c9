import { accountKey } from './accountKey';
import type { Caller } from './request';

/** The largest call, in seconds' worth of messages: what leaves together arrives together. */
const LARGEST_CALL_S = 0.2;
/** Delays up to this are made up for, so that a busy machine does not make a run slower than asked. */
const CATCH_UP_MS = 100;
/** A second measured elsewhere is not quite ours: where the tolerance leaves no room for one message more. */
const SECOND_MS = 1050;

/** How many messages one call may carry; a larger one would be too fast by itself. */
export const mostPerCall = (perSecond: number) => Math.max(1, Math.floor(perSecond * LARGEST_CALL_S));

/** A call that carries messages. */
export interface PacedCall {
	messages: number;
	/** How many messages may go out per second, as the user set it. */
	perSecond: number;
}

/**
 * Spreads the messages of one account evenly over time. Pure: it says when, somebody else waits. Whatever the calls and
 * the waits, no window of one second holds more than a quarter above the pace (at less than 4 a second: more than the next
 * whole number), as long as no call is larger than `mostPerCall`.
 *
 * Calls with different paces may share it: each pays for its messages at its own. They go in the order they came.
 */
export class Pace {
	/** When everything that went out is paid for, in milliseconds. */
	private paidAt = -Infinity;

	/** Calls that wait for their turn. */
	private readonly queue: PacedCall[] = [];

	/**
	 * Whole milliseconds after which a call should ask again; 0 when it may leave. A call that has to wait keeps its place
	 * among the others until `leave`.
	 */
	delay(call: PacedCall, now: number): number {
		if (!this.queue.includes(call)) this.queue.push(call);
		const before = this.queue.slice(0, this.queue.indexOf(call));
		const paidAt = before.reduce((sum, other) => sum + costOf(other), Math.max(this.paidAt, 0));
		const wait = Math.max(0, Math.ceil(paidAt - creditOf(call) - now));
		return before.length > 0 ? Math.max(1, wait) : wait;
	}

	/** A call leaves. */
	spend(call: PacedCall, now: number): void {
		this.paidAt = Math.max(this.paidAt, now) + costOf(call);
		this.leave(call);
	}

	/** A call no longer waits. */
	leave(call: PacedCall): void {
		const at = this.queue.indexOf(call);
		if (at !== -1) this.queue.splice(at, 1);
	}

	/** Before this call, nothing is made up for of the time until now. */
	restart(call: PacedCall, now: number): void {
		this.paidAt = Math.max(this.paidAt, now + creditOf({ ...call, messages: 1 }));
	}
}

/** Milliseconds of the account's time that a call takes. */
function costOf({ messages, perSecond }: PacedCall): number {
	const mostInASecond = Math.max(Math.floor(perSecond * 1.25), Math.ceil(perSecond));
	return messages * Math.max(1000 / perSecond, SECOND_MS / mostInASecond);
}

/** How much sooner than the messages before it are paid for, in milliseconds, a call may leave. */
const creditOf = (call: PacedCall) => Math.max(0, CATCH_UP_MS - costOf(call));

/** One for each credential, for as long as the process lives: runs, batches of a loop and executions share it. */
const paces = new Map<string, Pace>();

/** The pace of the account that a node works with. */
export function paceOf(caller: Caller, credentialType: string): Pace {
	const key = accountKey(caller, credentialType);
	const pace = paces.get(key) ?? new Pace();
	paces.set(key, pace);
	return pace;
}
