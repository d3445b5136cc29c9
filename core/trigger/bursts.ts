/** A message that waits for more of the same person. */
export interface Waiting<M> {
	/** Equal for every delivery of the same message. */
	key: string;
	/** When it was written, in milliseconds. Of two written at the same moment the one that came first is the first. */
	sentAt: number;
	message: M;
}

/** What one delivery brings of one person. */
export interface Part<M> {
	/** Who wrote, to which trigger. */
	person: string;
	messages: ReadonlyArray<Waiting<M>>;
}

/** What starts one execution: the messages of each person in order, so many together at most. */
export type Groups<M> = ReadonlyMap<string, M[][]>;

export const LIMITS = {
	/** How long the first message waits at most, in milliseconds: providers give up on a delivery after 10 seconds. */
	longestMs: 7_000,
	/** How many messages go together. */
	messages: 50,
	/** How many bursts are open at the same time: each keeps one delivery inside n8n, which costs it up to 10 MB. */
	open: 50,
} as const;

/** Messages that start one execution, and the deliveries that brought them. */
export class Burst<M, D> {
	closesAt: number;
	/** Deliveries that are answered as the latest one is. */
	readonly earlier: D[] = [];
	readonly keys = new Set<string>();
	private readonly parts = new Map<string, Array<Waiting<M>>>();

	/** @param latest the delivery that starts the execution */
	constructor(
		public openedAt: number,
		public latest: D,
	) {
		this.closesAt = openedAt;
	}

	get people(): string[] {
		return [...this.parts.keys()];
	}

	/** The messages of each person, by when they were written. */
	groups(): Groups<M> {
		return new Map([...this.parts].map(([person, part]) => [person, inGroups(part)] as const));
	}

	/** How many of these messages are not in it yet. */
	lacking(messages: ReadonlyArray<Waiting<M>>): number {
		return new Set(messages.map(({ key }) => key).filter((key) => !this.keys.has(key))).size;
	}

	add({ person, messages }: Part<M>): void {
		const part = this.parts.get(person) ?? [];
		for (const one of messages) {
			if (this.keys.has(one.key)) continue;
			this.keys.add(one.key);
			part.push(one);
		}
		this.parts.set(person, part);
	}

	/** Takes in all of another one. */
	absorb(other: Burst<M, D>): void {
		for (const [person, messages] of other.parts) this.add({ person, messages });
		this.earlier.push(...other.earlier, other.latest);
		this.openedAt = Math.min(this.openedAt, other.openedAt);
	}
}

function inGroups<M>(part: ReadonlyArray<Waiting<M>>): M[][] {
	const ordered = [...part].sort((a, b) => a.sentAt - b.sentAt).map(({ message }) => message);
	const count = Math.ceil(ordered.length / LIMITS.messages);
	return Array.from({ length: count }, (_, at) =>
		ordered.slice(at * LIMITS.messages, (at + 1) * LIMITS.messages),
	);
}

export interface Joined<M, D> {
	burst: Burst<M, D>;
	/** Deliveries that were to start an execution, and now are answered as a later one is. */
	replaced: D[];
	/** Bursts that closed, in the order in which they did. */
	closed: Array<Burst<M, D>>;
}

/**
 * Which messages go together. Knows no clock and waits for nothing: see `Collector`.
 *
 * A burst is open while it waits for more of its one person. Then it is starting, until its execution exists or n8n has
 * refused it; a message that is delivered again until then still belongs to it.
 */
export class Bursts<M, D> {
	/** By person; the oldest first. */
	private readonly openByPerson = new Map<string, Burst<M, D>>();
	private readonly byKey = new Map<string, Burst<M, D>>();
	private readonly startingOnes = new Set<Burst<M, D>>();

	get open(): ReadonlyArray<Burst<M, D>> {
		return [...this.openByPerson.values()];
	}

	get starting(): ReadonlyArray<Burst<M, D>> {
		return [...this.startingOnes];
	}

	/**
	 * Puts what a delivery brings to what waits already. Its time counts from when it came, which may be before that of
	 * others that joined first.
	 *
	 * A delivery has one answer, and starts one execution at most. One that brings messages of several people, or that is
	 * not to wait, therefore ends the waiting of these people: all that was waiting of them goes with it, at once.
	 */
	join(
		delivery: D,
		parts: ReadonlyArray<Part<M>>,
		{ now, quietMs, atOnce = false }: { now: number; quietMs: number; atOnce?: boolean },
	): Joined<M, D> {
		const [only] = parts.length === 1 && !atOnce ? parts : [];
		const closed: Array<Burst<M, D>> = [];
		const replaced: D[] = [];
		const known = only && this.openByPerson.get(only.person);
		const isFull =
			known !== undefined && known.keys.size + known.lacking(only?.messages ?? []) > LIMITS.messages;
		if (isFull) closed.push(this.close(known));
		const joins = known !== undefined && !isFull;
		const burst = joins ? known : new Burst<M, D>(now, delivery);
		if (joins) {
			replaced.push(known.latest);
			known.earlier.push(known.latest);
			known.latest = delivery;
			known.openedAt = Math.min(known.openedAt, now);
		} else {
			for (const { person } of parts) {
				const other = this.openByPerson.get(person);
				if (other === undefined) continue;
				replaced.push(other.latest);
				burst.absorb(other);
				this.openByPerson.delete(person);
			}
		}
		for (const part of parts) burst.add(part);
		for (const key of burst.keys) this.byKey.set(key, burst);
		burst.closesAt = Math.min(Math.max(burst.closesAt, now + quietMs), burst.openedAt + LIMITS.longestMs);
		if (only) this.openByPerson.set(only.person, burst);
		if (!only || burst.keys.size >= LIMITS.messages) closed.push(this.close(burst));
		for (const oldest of this.openByPerson.values()) {
			if (this.openByPerson.size <= LIMITS.open) break;
			closed.push(this.close(oldest));
		}
		return { burst, replaced, closed };
	}

	/** Whether a message is waiting, or on its way into an execution; undefined when it is neither. */
	stateOf(key: string): 'open' | 'starting' | undefined {
		const burst = this.byKey.get(key);
		if (burst === undefined) return undefined;
		return this.startingOnes.has(burst) ? 'starting' : 'open';
	}

	/** The bursts that hold these messages. */
	holding(keys: readonly string[]): Array<Burst<M, D>> {
		const bursts = keys.map((key) => this.byKey.get(key)).filter((burst) => burst !== undefined);
		return [...new Set(bursts)];
	}

	/** Closes those whose time is over, or all. */
	closeUntil(now: number): Array<Burst<M, D>> {
		return this.open.filter(({ closesAt }) => closesAt <= now).map((burst) => this.close(burst));
	}

	/** Forgets one whose execution exists or was refused. */
	settle(burst: Burst<M, D>): void {
		this.startingOnes.delete(burst);
		for (const key of burst.keys) if (this.byKey.get(key) === burst) this.byKey.delete(key);
	}

	private close(burst: Burst<M, D>): Burst<M, D> {
		for (const person of burst.people) {
			if (this.openByPerson.get(person) === burst) this.openByPerson.delete(person);
		}
		this.startingOnes.add(burst);
		return burst;
	}
}
