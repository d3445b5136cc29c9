import type { IExecuteFunctions } from 'n8n-workflow';

import { cancelSignal, clockUntil } from '../http/clock';
import { Cancelled, outcomeOf } from '../http/errors';
import type { ProviderHttp } from '../http/providerHttp';
import { RateLimiter } from '../http/rateLimiter';
import type { RouteMemory } from '../http/routes';
import { isFinal, ledgerOf } from './ledger';
import type { Pacing } from './pacing';
import { Progress } from './progress';
import type { Resource } from './resources';
import type { ItemResult } from './result';

/** What the run needs of a provider. */
export interface RunProvider {
	http: ProviderHttp;
	resources: readonly Resource[];
}

/** What one run of a node over its items knows and shares. */
export class RunState {
	/** One place for each item; undefined while nothing became of it. */
	readonly results: Array<ItemResult | undefined>;

	readonly ledger;

	/** Every call of the run passes it. */
	readonly limiter: RateLimiter;

	/** Which of several requests for the same thing the provider serves. */
	readonly routeMemory: RouteMemory = new Map();

	/** How fast the user wants the run to go; known once all items are read. */
	pacing: Pacing = {};

	private readonly progress: Progress;

	private readonly signal: AbortSignal | undefined;

	private hasFailed = false;

	constructor(
		readonly context: IExecuteFunctions,
		readonly provider: RunProvider,
	) {
		const { length } = context.getInputData();
		this.ledger = ledgerOf(context);
		this.results = Array.from({ length }, (_, index) => this.ledger.results.get(index));
		this.progress = new Progress(context, length);
		this.signal = cancelSignal(context);
		this.limiter = new RateLimiter(clockUntil(this.signal), (ms) => {
			this.progress.hold(provider.http.name, ms);
		});
	}

	/** Whether failed items are told as output instead of ending the run. */
	get continuesOnFail(): boolean {
		return this.context.continueOnFail();
	}

	get isCancelled(): boolean {
		return this.signal?.aborted ?? false;
	}

	/** Whether nothing new may start: the run was cancelled, or an item failed that ends it. */
	get isStopped(): boolean {
		return this.isCancelled || (this.hasFailed && !this.continuesOnFail);
	}

	/** Keeps what became of an item, also for a retry of the node where it is final. */
	settle(index: number, result: ItemResult): void {
		this.results[index] = result;
		if (isFinal(result)) this.ledger.results.set(index, result);
		this.progress.step();
	}

	fail(index: number, error: unknown): void {
		// What the cancellation kept from happening stays untouched.
		if (error instanceof Cancelled) return;
		this.hasFailed = true;
		const outcome = outcomeOf(error) === 'unknown' ? 'unknown' : 'failed';
		this.settle(index, { ok: false, outcome, error });
	}

	/** What identifies the messages accepted so far at the provider. */
	acceptedIds(): ReadonlySet<string> {
		return new Set(
			this.results.flatMap((result) => (result?.ok && result.id !== undefined ? [result.id] : [])),
		);
	}
}
