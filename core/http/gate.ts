import type { Pace } from './pace';
import type { Clock } from './wait';

/** A call's passage through the gate. */
export interface Passage {
	at: number;
}

/**
 * What all calls of a run go through. It spreads them over time, and when the provider tells one of them to slow down,
 * all of them wait.
 */
export class Gate {
	/** Milliseconds the run was held in all, and how often. */
	readonly held = { times: 0, ms: 0 };

	private heldUntil = -Infinity;

	private refusedAt = -Infinity;

	private inARow = 0;

	private closedBy: Error | undefined;

	constructor(
		readonly clock: Clock,
		private readonly pace?: Pace,
		/** Told about every wait that concerns the whole run. */
		private readonly onHold?: (ms: number) => void,
	) {}

	/**
	 * Waits for a call's turn.
	 * @param messages how many messages the call carries; one that sends nothing carries none
	 * @throws Cancelled; what closed the gate
	 */
	async enter(messages: number): Promise<Passage> {
		const { clock } = this;
		await clock.wait(messages > 0 && this.pace ? this.pace.take(messages, clock.now()) : 0);
		for (let left = this.left(); left > 0; left = this.left()) await clock.wait(left);
		if (this.closedBy) throw this.closedBy;
		return { at: clock.now() };
	}

	private left(): number {
		return this.heldUntil - this.clock.now();
	}

	/** The provider takes calls in. */
	accepted(): void {
		this.inARow = 0;
	}

	/**
	 * The provider takes nothing in at the moment. Calls that were under way together are refused together, which
	 * counts once.
	 * @returns how often in a row that happened
	 */
	refused({ at }: Passage): number {
		if (at >= this.refusedAt) {
			this.inARow++;
			this.refusedAt = this.clock.now();
		}
		return this.inARow;
	}

	/** Nobody passes for so long. */
	hold(ms: number): void {
		const now = this.clock.now();
		const more = now + ms - Math.max(this.heldUntil, now);
		if (more <= 0) return;
		this.heldUntil = now + ms;
		this.held.times++;
		this.held.ms += more;
		this.onHold?.(ms);
	}

	/** Nobody passes any more: what the provider said stands for the rest of the run. */
	close(error: Error): void {
		this.closedBy ??= error;
	}
}
