import { sleep } from 'n8n-workflow';

import type { Burst, Groups, Part } from './bursts';
import { Bursts } from './bursts';

/** A delivery that has not been answered. */
export interface OpenDelivery {
	/** The status it was answered with; undefined as long as it was not. */
	status(): number | undefined;
	/** Calls back once it was answered, where that can be told at once. */
	onAnswered(callback: () => void): void;
	/** Answers it, unless it was answered. */
	answer(status: number): void;
	/** Whether n8n is about to end. */
	isStopping(): boolean;
}

/** A delivery, and whoever waits for its turn. */
interface Held<M> {
	delivery: OpenDelivery;
	decide(turn: Groups<M> | undefined): void;
}

/** How often the bursts are looked at. n8n tells nobody that it ends, and does so within a fraction of a second. */
const LOOK_EVERY_MS = 25;
/** n8n answers as soon as an execution exists. Who has waited so long for that is told to deliver again. */
const UNANSWERED_MS = 60_000;
const TRY_AGAIN = 503;

/**
 * Collects messages of the same person into one execution, without acknowledging any of them before. Deliveries stay
 * open: the latest of a burst waits for its turn and starts the execution, those before it are answered with the same
 * status. So a refusal makes the provider deliver all of them again, and a process that dies has acknowledged nothing.
 */
export class Collector<M> {
	private readonly bursts = new Bursts<M, Held<M>>();
	private readonly startedAt = new WeakMap<Burst<M, Held<M>>, number>();
	private isWatching = false;

	/** Whether a message is waiting, or on its way into an execution. */
	stateOf(key: string): 'open' | 'starting' | undefined {
		return this.bursts.stateOf(key);
	}

	/**
	 * Takes in what a delivery brings.
	 * @param cameAt when it came, in milliseconds
	 * @param quietMs how long nothing more of the person has to come
	 * @param atOnce starts the execution without waiting, with all that waits of the same people
	 * @returns when the burst began, and what the delivery is to start once that is known: undefined when a later one
	 *   does, which then also decides how this one is answered
	 */
	join(
		delivery: OpenDelivery,
		parts: ReadonlyArray<Part<M>>,
		{ cameAt, quietMs, atOnce }: { cameAt: number; quietMs: number; atOnce: boolean },
	): { openedAt: number; turn: Promise<Groups<M> | undefined> } {
		let decide!: Held<M>['decide'];
		const turn = new Promise<Groups<M> | undefined>((resolve) => (decide = resolve));
		const { burst, replaced, closed } = this.bursts.join({ delivery, decide }, parts, {
			now: cameAt,
			quietMs,
			atOnce,
		});
		for (const one of replaced) one.decide(undefined);
		this.start(closed);
		void this.watch();
		return { openedAt: burst.openedAt, turn };
	}

	/** Has a delivery that brings nothing but these messages again answered as those that brought them before. */
	repeat(delivery: OpenDelivery, keys: readonly string[]): void {
		const bursts = this.bursts.holding(keys);
		let [left, worst] = [bursts.length, 0];
		const answer = (status: number) => {
			worst = Math.max(worst, status);
			left -= 1;
			if (left === 0) delivery.answer(worst);
		};
		for (const { earlier } of bursts) {
			earlier.push({ delivery: { ...delivery, answer }, decide: () => undefined });
		}
	}

	private start(closed: ReadonlyArray<Burst<M, Held<M>>>): void {
		for (const burst of closed) {
			this.startedAt.set(burst, Date.now());
			burst.latest.delivery.onAnswered(() => this.settle(burst));
			burst.latest.decide(burst.groups());
		}
	}

	/** Looks at the bursts as long as there are any. */
	private async watch(): Promise<void> {
		if (this.isWatching) return;
		this.isWatching = true;
		while (this.bursts.open.length + this.bursts.starting.length > 0) {
			await sleep(LOOK_EVERY_MS);
			const isStopping = this.bursts.open.some(({ latest }) => latest.delivery.isStopping());
			this.start(this.bursts.closeUntil(isStopping ? Infinity : Date.now()));
			for (const burst of this.bursts.starting) this.settle(burst);
		}
		this.isWatching = false;
	}

	/** Answers all deliveries of a burst as n8n answered the latest. */
	private settle(burst: Burst<M, Held<M>>): void {
		const isLate = Date.now() - (this.startedAt.get(burst) ?? 0) > UNANSWERED_MS;
		const status = burst.latest.delivery.status() ?? (isLate ? TRY_AGAIN : undefined);
		if (status === undefined) return;
		this.bursts.settle(burst);
		for (const { delivery } of burst.earlier.splice(0)) delivery.answer(status);
	}
}
