import type { IExecuteFunctions } from 'n8n-workflow';

import type { CallLimit } from '../http/callLimit';
import { duration, limitInWords } from './waitInWords';

/** Shorter runs are over before anyone could read about them. */
const STEP_MS = 5_000;

/**
 * Tells how far a long run has come. n8n offers nodes no progress bar: the lines go to n8n's log and, in a manual run,
 * to the console of the browser.
 */
export class Progress {
	private done = 0;

	private toldAt: number;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly total: number,
		private readonly now = () => Date.now(),
	) {
		this.toldAt = now();
	}

	/** One more item has its result. */
	step(): void {
		this.done++;
		if (this.now() - this.toldAt < STEP_MS) return;
		this.tell(`${this.done} of ${this.total} items done`);
	}

	/** The whole run waits; or, where there is a limit, the calls that count towards it. */
	pause(name: string, ms: number, limit?: CallLimit): void {
		if (ms < STEP_MS) return;
		const why = limit
			? `${limitInWords(name, limit)}, so the rest waits ${duration(ms)}`
			: `${name} is not accepting requests at the moment, the rest waits ${ms / 1000} s`;
		this.tell(`${this.done} of ${this.total} items done; ${why}`);
	}

	private tell(line: string): void {
		this.toldAt = this.now();
		this.context.sendMessageToUI(line);
		this.context.logger.info(`${this.context.getNode().name}: ${line}`);
	}
}
