import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { cancelSignal, clockUntil } from '../http/clock';
import { Cancelled, outcomeOf } from '../http/errors';
import type { ProviderHttp } from '../http/providerHttp';
import { RateLimiter } from '../http/rateLimiter';
import type { WorkingAlternatives } from '../http/alternativeRequests';
import { Skip } from './skip';
import { mustNotSendAgain, retryOnFailMemoryOf } from './retryOnFailMemory';
import type { Pacing } from './pacing';
import { Recipients } from './recipients';
import { PartsOfItem, type Part } from './parts';
import { Progress } from './progress';
import type { Resource } from './resources';
import type { ItemResult } from './result';
import { fingerprint, SavedRun } from './savedRun';

/** What the run needs of a provider. */
export interface RunProvider {
	http: ProviderHttp;
	resources: readonly Resource[];
}

/** An item, or one of its parts. */
interface Place {
	index: number;
	part?: Part;
}

/** What one run of a node over its items knows and shares. */
export class RunState {
	/** One result per item. Starts with the final results of an earlier try. `undefined`: not done yet, reported as `untouched`. */
	readonly results: Array<ItemResult | undefined>;

	readonly retryOnFailMemory;

	/** Whom the items are for. */
	readonly recipients: Recipients;

	/** Every call of the run passes it. */
	readonly limiter: RateLimiter;

	/** Which of several ways to make the same call the provider knows. */
	readonly workingAlternatives: WorkingAlternatives = new Map();

	/** How fast the user wants the run to go; known once all items are read. */
	pacing: Pacing = {};

	/** What n8n's "Retry" of a failed execution is to know, and knows. */
	private readonly saved: SavedRun;

	/** `fingerprintOfParameters` by item, of the items that change something. */
	private readonly contents = new Map<number, string>();

	/** By item, of those that go out as several messages. */
	private readonly parts = new Map<number, PartsOfItem>();

	/** By what was read. */
	private readonly reads = new Map<string, Promise<unknown>>();

	private readonly progress: Progress;

	private readonly signal: AbortSignal | undefined;

	private hasFailed = false;

	constructor(
		readonly context: IExecuteFunctions,
		readonly provider: RunProvider,
	) {
		const { length } = context.getInputData();
		this.retryOnFailMemory = retryOnFailMemoryOf(context);
		this.results = Array.from({ length }, (_, index) => this.retryOnFailMemory.results.get(index));
		this.recipients = new Recipients(context, provider.resources);
		this.saved = new SavedRun(context);
		for (const entry of this.saved.unknownEntries) this.retryOnFailMemory.unknownEntries.add(entry);
		this.progress = new Progress(context, length);
		this.signal = cancelSignal(context);
		this.limiter = new RateLimiter(
			clockUntil(this.signal),
			(ms, limit) => {
				this.progress.pause(provider.http.name, ms, limit);
			},
			this,
		);
	}

	/** Whether failed items come out as output instead of stopping the run. */
	get continuesOnFail(): boolean {
		return this.context.continueOnFail();
	}

	get isCancelled(): boolean {
		return this.signal?.aborted ?? false;
	}

	/** Whether no new call may start: the run was cancelled, or an item failed in this run and On Error is Stop Workflow. */
	get isStopped(): boolean {
		return this.isCancelled || (this.hasFailed && !this.continuesOnFail);
	}

	/**
	 * Takes an item's result from the execution that is retried, so that it is not sent again. A result from an earlier try
	 * does not stop this run, whatever it is. Called twice for an item, because evaluating its parameters takes time:
	 * - without `content`: takes the old result if the item and the node's parameters are unchanged;
	 * - with `content`: takes it if the item is unchanged and the evaluated parameters ask for the same.
	 * @param content `fingerprintOfParameters` of the item
	 * @returns whether there was a result to take
	 */
	reuseSavedResult(index: number, content?: string): boolean {
		const earlier = this.saved.find(index, content);
		if (!earlier) return false;
		this.retryOnFailMemory.hasEffect = true;
		this.record(index, earlier);
		return true;
	}

	/** @param content `fingerprintOfParameters` of an item that changes something; saved with its result */
	rememberContent(index: number, content: string): void {
		this.contents.set(index, content);
	}

	/**
	 * Sets the result of an item, or of one of its parts. Sent and unknown items and accepted parts are also kept for Retry On
	 * Fail and for Retry.
	 */
	setResult({ index, part }: Place, result: ItemResult): void {
		const parts = this.parts.get(index);
		const whole = part && parts ? parts.add(part, result, this.limiter.clock.now()) : result;
		const content = this.contents.get(index);
		if (part && parts && result.ok && !whole) {
			this.retryOnFailMemory.parts.set(index, parts.accepted);
			if (content !== undefined) this.saved.keepParts(index, content, parts.accepted);
		}
		if (!whole) return;
		this.record(index, whole);
		if (content !== undefined) this.saved.keep(index, content, whole);
	}

	/**
	 * An item that goes out as several messages.
	 * @param contents `fingerprintOfParameters` of each
	 * @returns how many of them an earlier try got accepted
	 */
	beginParts(index: number, contents: readonly string[]): number {
		const earlier = this.retryOnFailMemory.parts.get(index) ?? this.saved.parts(index, contents);
		const parts = new PartsOfItem(contents, earlier);
		this.parts.set(index, parts);
		// Nothing is left where the text is a shorter one than in the earlier try.
		if (parts.accepted.length === contents.length) this.record(index, parts.together());
		return parts.accepted.length;
	}

	/** Waits until it is a part's turn. @returns whether it may go out, which it may not once a part before it failed */
	async waitForPart({ index, part }: Place): Promise<boolean> {
		const parts = this.parts.get(index);
		if (!part || !parts) return true;
		if (!parts.isNext(part)) return false;
		const wait = parts.waitMs(part, this.limiter.clock.now());
		if (wait > 0) await this.limiter.clock.wait(wait).catch(() => undefined);
		return !this.isStopped;
	}

	/** Those of a call that may go out, after the longest of their pauses. */
	async partsToSend<T extends Place>(items: readonly T[]): Promise<T[]> {
		const may = await Promise.all(items.map(async (item) => await this.waitForPart(item)));
		return items.filter((_, at) => may[at]);
	}

	private record(index: number, result: ItemResult): void {
		this.results[index] = result;
		if (mustNotSendAgain(result)) this.retryOnFailMemory.results.set(index, result);
		this.progress.step();
	}

	fail(place: Place, error: unknown): void {
		// Nothing was sent for the item, so it stays untouched.
		if (error instanceof Cancelled) return;
		if (error instanceof Skip) return this.setResult(place, error.result);
		this.hasFailed = true;
		const outcome = outcomeOf(error) === 'unknown' ? 'unknown' : 'failed';
		this.setResult(place, { ok: false, outcome, error });
	}

	/** Says of items whose parts the run did not get done with that they are not untouched. Their parts are kept as they are. */
	closeParts(): void {
		for (const [index, parts] of this.parts) {
			if (this.results[index]) continue;
			this.results[index] = parts.leftOver();
		}
	}

	/** Remembers an entry whose outcome is unknown, by its `comparableText`. */
	addUnknown(content: string): void {
		this.retryOnFailMemory.unknownEntries.add(fingerprint(content));
		this.saved.keepUnknown(fingerprint(content));
	}

	/** Whether the outcome of an equal entry is unknown, in this run or an earlier try. */
	isUnknown(content: string): boolean {
		return this.retryOnFailMemory.unknownEntries.has(fingerprint(content));
	}

	/** Does something once for this account, also when the node or its execution is retried. See `Tools.once`. */
	async once<T extends IDataObject>(what: string, work: () => Promise<T>): Promise<T> {
		const account = this.context.getNode().credentials?.[this.provider.http.credentialType];
		const key = fingerprint([account?.id, what]);
		const { made } = this.retryOnFailMemory;
		const known = (made.get(key) as Promise<T> | undefined) ?? this.make(key, work);
		made.set(key, known);
		known.catch(() => made.delete(key));
		return await known;
	}

	/** Reads something once in this run. See `Tools.shared`. */
	async shared<T>(what: string, read: () => Promise<T>): Promise<T> {
		const known = (this.reads.get(what) as Promise<T> | undefined) ?? read();
		this.reads.set(what, known);
		known.catch(() => this.reads.delete(what));
		return await known;
	}

	private async make<T extends IDataObject>(key: string, work: () => Promise<T>): Promise<T> {
		const earlier = this.saved.made(key) as T | undefined;
		if (earlier) return earlier;
		const made = await work();
		this.saved.keepMade(key, made);
		return made;
	}

	/** The run succeeded, so n8n will not retry its execution from this node. */
	forgetSavedResults(): void {
		this.saved.forget();
	}

	/** What identifies the messages accepted so far at the provider. */
	acceptedIds(): ReadonlySet<string> {
		const ofParts = [...this.parts.values()].flatMap(({ accepted }) => accepted.map(({ result }) => result));
		return new Set(
			[...this.results, ...ofParts].flatMap((one) => (one?.ok && one.id !== undefined ? [one.id] : [])),
		);
	}
}
