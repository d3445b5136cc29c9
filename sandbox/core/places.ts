interface Line {
	busy: number;
	waiting: Array<() => void>;
}

/** Lets a few pieces of work run at once for each key; more of them wait, in order. */
export class Places {
	readonly #each: number;
	readonly #lines = new Map<string, Line>();

	constructor(each: number) {
		this.#each = each;
	}

	/** Begins the work when there is a place for it. */
	async run<T>(key: string, work: () => Promise<T>): Promise<T> {
		const line = this.#lines.get(key) ?? { busy: 0, waiting: [] };
		this.#lines.set(key, line);
		if (line.busy < this.#each) line.busy += 1;
		else await new Promise<void>((resolve) => line.waiting.push(resolve));
		try {
			return await work();
		} finally {
			// The place is handed on, so that nobody who comes now overtakes those who wait.
			const next = line.waiting.shift();
			if (next) next();
			else line.busy -= 1;
		}
	}

	/** Forgets the work that waits: it never begins. */
	clear(): void {
		for (const line of this.#lines.values()) line.waiting.length = 0;
	}
}
