import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { AxiosError } from 'axios';
import type { Events } from './events.ts';
import { isLoopback } from './loopback.ts';
import { Places } from './places.ts';
import type { Timers } from './timers.ts';

/** How the control API wants webhooks delivered. */
export interface DeliverySettings {
	/** Further copies of each delivery. */
	duplicates: number;
	/** Deliver out of order. */
	shuffle: boolean;
	/** Wait before the first attempt. */
	delayMs: number;
	/** Factor on the provider's waits between attempts. */
	retryScale: number;
	/** Factor on the time a receiver has to answer: a machine may be slower than any provider would put up with. */
	timeoutScale: number;
}

export const DELIVERY_DEFAULTS: DeliverySettings = {
	duplicates: 0,
	shuffle: false,
	delayMs: 0,
	retryScale: 1,
	timeoutScale: 1,
};

/** How a provider delivers. */
export interface DeliveryRules {
	/** How long a receiver has to answer, from the moment the request goes out to it. */
	timeoutMs: number;
	/** Waits before each further attempt, in milliseconds; called once a delivery. */
	retryDelays(): number[];
	/** Whether an answer that is no 2xx is worth another attempt; 5xx alone when left out. */
	retriesOn?(status: number): boolean;
	/** Headers of the provider's own, made anew for each attempt. */
	headers?(): Record<string, string>;
	/** Failed attempts in a row after which the provider stops delivering to a URL. */
	disableAfter?: number;
	disable?(url: string, why: SwitchedOff): void;
	/** Takes back what `disable` did. */
	enable?(url: string): void;
	/** Whether the URL is still registered and enabled. */
	isActive(url: string): boolean;
}

/** Why the provider delivers nothing more to a URL. */
export interface SwitchedOff {
	/** ISO 8601. */
	at: string;
	/** Failed attempts in a row. */
	failures: number;
	/** What became of the last of them, in words. */
	last: string;
}

export interface Outgoing {
	url: string;
	/** Static headers the receiver registered. */
	headers: Record<string, string>;
	/** Already serialised. */
	body: string;
	contentType?: string;
	/** What it tells of, for the log. */
	about: { event: string; id?: string };
}

export interface DeliveryReport {
	url: string;
	/** HTTP status of the last attempt; `null` when nobody answered. */
	status: number | null;
	attempts: number;
	error?: string;
	/** A further attempt is to come. */
	pending?: true;
}

export interface LoggedDelivery extends DeliveryReport {
	seq: number;
	provider: string;
	event: string;
	id?: string;
	body: string;
	at: string;
}

/** An answer to the control API waits for a further attempt only if it comes this soon. */
const WAIT_LIMIT_MS = 1000;
const SHUFFLE_WINDOW_MS = 200;
/** Parallel deliveries to one receiver: a burst must not open a socket an event. */
const AT_ONCE_PER_RECEIVER = 25;
const KEPT = 2000;
const UNWANTED = 'not delivered: the webhook was removed or switched off meanwhile';

/** Sends webhooks, with the retries and the misbehaviour of the settings. */
export class Deliveries {
	settings: DeliverySettings = { ...DELIVERY_DEFAULTS };
	readonly #timers: Timers;
	readonly #events: Events;
	readonly #failures = new Map<string, number>();
	readonly #log: LoggedDelivery[] = [];
	/** Calls that wait for a delivery's end: let go when there will be none. */
	readonly #waiting = new Set<() => void>();
	// The time a receiver has begins with the request: one that waited in the agent for a socket would count that, too.
	readonly #places = new Places(AT_ONCE_PER_RECEIVER);
	#calledOff = new AbortController();
	// A connection each: a kept one may be closed under the next delivery, which would then wait for its retry.
	readonly #agents = {
		httpAgent: new HttpAgent({ keepAlive: false }),
		httpsAgent: new HttpsAgent({ keepAlive: false }),
	};
	#seq = 0;

	constructor(timers: Timers, events: Events) {
		this.#timers = timers;
		this.#events = events;
	}

	/** Resolves when every delivery ended, or waits for a retry that is not due within a second. */
	async send(provider: string, rules: DeliveryRules, outgoing: Outgoing[]): Promise<DeliveryReport[]> {
		const { duplicates } = this.settings;
		const copies = outgoing.flatMap((one) => Array.from({ length: 1 + duplicates }, () => one));
		return await Promise.all(copies.map(async (one) => await this.#deliver(provider, rules, one)));
	}

	/** The oldest first: of one provider, after a number of the log, about one message, where these are given. */
	list(provider?: string, since = 0, id?: string): LoggedDelivery[] {
		return this.#log.filter(
			(one) =>
				one.seq > since && (!provider || one.provider === provider) && (id === undefined || one.id === id),
		);
	}

	/** What told of one message, by any of its ids. */
	about(provider: string, ids: string[]): LoggedDelivery[] {
		return this.#log.filter(
			(one) => one.provider === provider && one.id !== undefined && ids.includes(one.id),
		);
	}

	/** Failed attempts in a row at a URL. */
	failures(provider: string, url: string): number {
		return this.#failures.get(`${provider} ${url}`) ?? 0;
	}

	/** A URL that is registered anew starts with a clean record. */
	forgive(provider: string, url: string): void {
		this.#failures.delete(`${provider} ${url}`);
	}

	/** Forgets everything; the caller has called the timers off. */
	clear(): void {
		this.#callOff();
		this.#calledOff = new AbortController();
		this.settings = { ...DELIVERY_DEFAULTS };
		this.#failures.clear();
		this.#log.length = 0;
	}

	close(): void {
		this.#callOff();
		this.#agents.httpAgent.destroy();
		this.#agents.httpsAgent.destroy();
	}

	#callOff(): void {
		this.#places.clear();
		this.#calledOff.abort();
		for (const settle of this.#waiting) settle();
	}

	async #deliver(provider: string, rules: DeliveryRules, outgoing: Outgoing): Promise<DeliveryReport> {
		const entry: LoggedDelivery = {
			seq: (this.#seq += 1),
			provider,
			url: outgoing.url,
			...outgoing.about,
			status: null,
			attempts: 0,
			body: outgoing.body,
			at: new Date().toISOString(),
		};
		this.#log.push(entry);
		if (this.#log.length > KEPT) this.#log.shift();
		if (!isLoopback(new URL(outgoing.url).hostname)) {
			entry.error = 'not delivered: the sandbox sends nothing beyond this machine';
			this.#tell(entry);
			return report(entry);
		}
		const delays = rules.retryDelays().map((ms) => ms * this.settings.retryScale);
		const firstWait = this.settings.delayMs + (this.settings.shuffle ? Math.random() * SHUFFLE_WINDOW_MS : 0);
		return await new Promise((resolve) => {
			const settle = () => {
				this.#waiting.delete(settle);
				resolve(report(entry));
			};
			this.#waiting.add(settle);
			const wanted = () => outgoing.about.event === 'raw' || rules.isActive(entry.url);
			const attempt = async () => {
				const { signal } = this.#calledOff;
				const outcome = await this.#places.run(new URL(entry.url).host, async () =>
					wanted() ? await this.#attempt(rules, outgoing, entry, signal) : 'unwanted',
				);
				if (signal.aborted) return;
				const wait = outcome === 'failed' ? delays[entry.attempts - 1] : undefined;
				if (outcome === 'unwanted' || (wait !== undefined && !wanted())) {
					entry.error = [entry.error, UNWANTED].filter(Boolean).join('; ');
					delete entry.pending;
				} else if (wait !== undefined) {
					entry.pending = true;
					this.#timers.later(wait, attempt);
				} else delete entry.pending;
				this.#tell(entry);
				if (!entry.pending || (wait ?? 0) > WAIT_LIMIT_MS) settle();
			};
			if (firstWait > 0) this.#timers.later(firstWait, attempt);
			else void attempt();
		});
	}

	/** One POST. */
	async #attempt(
		rules: DeliveryRules,
		outgoing: Outgoing,
		entry: LoggedDelivery,
		signal: AbortSignal,
	): Promise<'over' | 'failed'> {
		entry.attempts += 1;
		const timeout = rules.timeoutMs * this.settings.timeoutScale;
		try {
			const response = await axios.post<string>(entry.url, Buffer.from(outgoing.body), {
				...this.#agents,
				headers: {
					'Content-Type': outgoing.contentType ?? 'application/json',
					...rules.headers?.(),
					...outgoing.headers,
				},
				timeout,
				timeoutErrorMessage: `no answer within ${timeout / 1000} s`,
				signal,
				maxRedirects: 0,
				proxy: false,
				responseType: 'text',
				validateStatus: () => true,
			});
			entry.status = response.status;
			delete entry.error;
			const fine = response.status >= 200 && response.status < 300;
			this.#judge(rules, entry, fine);
			return !fine && (rules.retriesOn?.(response.status) ?? response.status >= 500) ? 'failed' : 'over';
		} catch (error) {
			if (signal.aborted) return 'over';
			entry.status = null;
			entry.error = inWords(error);
			this.#judge(rules, entry, false);
			return 'failed';
		}
	}

	#judge(rules: DeliveryRules, entry: LoggedDelivery, fine: boolean): void {
		const key = `${entry.provider} ${entry.url}`;
		if (fine) {
			this.#failures.delete(key);
			return;
		}
		const failures = (this.#failures.get(key) ?? 0) + 1;
		this.#failures.set(key, failures);
		if (!rules.disableAfter || failures < rules.disableAfter || !rules.isActive(entry.url)) return;
		const last = entry.error ?? `answer ${entry.status}`;
		const why: SwitchedOff = { at: new Date().toISOString(), failures, last };
		rules.disable?.(entry.url, why);
		this.#events.emit({
			type: 'webhook',
			provider: entry.provider,
			data: { url: entry.url, isEnabled: false, switchedOff: why },
		});
	}

	#tell(entry: LoggedDelivery): void {
		this.#events.emit({ type: 'delivery', provider: entry.provider, data: { ...entry } });
	}
}

function report(entry: LoggedDelivery): DeliveryReport {
	const { url, status, attempts, error, pending } = entry;
	return { url, status, attempts, ...(error && { error }), ...(pending && { pending }) };
}

function inWords(error: unknown): string {
	if (!axios.isAxiosError(error)) return String(error);
	return error.code === AxiosError.ECONNABORTED ? error.message : (error.code ?? error.message);
}
