import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const EVERY_MS = 20;
const PAGE = 4096;
const MB = 1024 * 1024;

interface Look {
	at: number;
	bytes: number;
}

/** Looks at the memory of a process while something runs. Resident memory, as Linux tells it. */
export class MemoryWatch {
	readonly #looks: Look[] = [];
	readonly #timer: NodeJS.Timeout;

	constructor(pid: number) {
		const file = `/proc/${pid}/statm`;
		this.#timer = setInterval(() => {
			void readFile(file, 'utf8').then((text) => {
				this.#looks.push({ at: Date.now(), bytes: Number(text.split(' ')[1]) * PAGE });
			});
		}, EVERY_MS);
	}

	static get isPossible(): boolean {
		return existsSync('/proc/self/statm');
	}

	stop(): void {
		clearInterval(this.#timer);
	}

	/**
	 * By how many MB memory grew at most within a span of time, from what it was when the watch began: what nodes before
	 * left behind counts, since it hides what comes after.
	 */
	growth(from: number, ms: number): number {
		const [before] = this.#looks;
		const during = this.#looks.filter(({ at }) => at >= from && at <= from + ms);
		return Math.max(0, ...during.map(({ bytes }) => bytes - before.bytes)) / MB;
	}
}
