import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios from 'axios';
import type { Events } from './events.ts';
import { isLoopback } from './loopback.ts';
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
}

export const DELIVERY_DEFAULTS: DeliverySettings = {
	duplicates: 0,
	shuffle: false,
	delayMs: 0,
	retryScale: 1,
};

/** How a provider delivers. */
export interface DeliveryRules {
	timeoutMs: number;
	/** Waits before each further attempt, in milliseconds; called once a delivery. */
	retryDelays(): number[];
	/** Whether an answer that is no 2xx is worth another attempt; 5xx alone when left out. */
	retriesOn?(status: number): boolean;
	/** Headers of the provider's own, made anew for each attempt. */
	headers?(): Record<string, string>;
	/** Failed attempts in a row after which the provider stops delivering to a URL. */
	disableAfter?: number;
	disable?(url: string): void;
	/** Whether the URL is still registered and enabled. */
	isActive(url: string): boolean;
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
const PATIENCE_MS = 1000;
const SHUFFLE_WINDOW_MS = 200;
/** Parallel deliveries to one receiver: a burst must not open a socket an event. */
const SOCKETS_PER_RECEIVER = 25;
const KEPT = 2000;

/** Sends webhooks, with the retries and the misbehaviour of the settings. */
export class Deliveries {
	settings: DeliverySettings = { ...DELIVERY_DEFAULTS };
	readonly #timers: Timers;
	readonly #events: Events;
	readonly #failures = new Map<string, number>();
	readonly #log: LoggedDelivery[] = [];
	/** Calls that wait for a delivery's end: let go when there will be none. */
	readonly #waiting = new Set<() => void>();
	readonly #closing = new AbortController();
	// A connection each: a kept one may be closed under the next delivery, which would then wait for its retry.
	readonly #agents = {
		httpAgent: new HttpAgent({ keepAlive: false, maxSockets: SOCKETS_PER_RECEIVER }),
		httpsAgent: new HttpsAgent({ keepAlive: false, maxSockets: SOCKETS_PER_RECEIVER }),
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

	list(provider?: string, since = 0): LoggedDelivery[] {
		return this.#log.filter((one) => one.seq > since && (!provider || one.provider === provider));
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
		for (const settle of this.#waiting) settle();
		this.settings = { ...DELIVERY_DEFAULTS };
		this.#failures.clear();
		this.#log.length = 0;
	}

	close(): void {
		this.#closing.abort();
		this.#agents.httpAgent.destroy();
		this.#agents.httpsAgent.destroy();
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
			const attempt = async () => {
				const again = await this.#attempt(rules, outgoing, entry);
				const wait = delays[entry.attempts - 1];
				const active = () => outgoing.about.event === 'raw' || rules.isActive(entry.url);
				if (!again || wait === undefined || !active()) delete entry.pending;
				else {
					entry.pending = true;
					this.#timers.later(wait, async () => {
						if (active()) return await attempt();
						delete entry.pending;
						settle();
					});
				}
				this.#tell(entry);
				if (!entry.pending || (wait ?? 0) > PATIENCE_MS) settle();
			};
			if (firstWait > 0) this.#timers.later(firstWait, attempt);
			else void attempt();
		});
	}

	/** One POST; true when the provider would try again. */
	async #attempt(rules: DeliveryRules, outgoing: Outgoing, entry: LoggedDelivery): Promise<boolean> {
		entry.attempts += 1;
		try {
			const response = await axios.post<string>(entry.url, Buffer.from(outgoing.body), {
				...this.#agents,
				headers: {
					'Content-Type': outgoing.contentType ?? 'application/json',
					...rules.headers?.(),
					...outgoing.headers,
				},
				timeout: rules.timeoutMs,
				signal: this.#closing.signal,
				maxRedirects: 0,
				proxy: false,
				responseType: 'text',
				validateStatus: () => true,
			});
			entry.status = response.status;
			delete entry.error;
			const fine = response.status >= 200 && response.status < 300;
			this.#judge(rules, entry, fine);
			return !fine && (rules.retriesOn?.(response.status) ?? response.status >= 500);
		} catch (error) {
			if (this.#closing.signal.aborted) return false;
			entry.status = null;
			entry.error = axios.isAxiosError(error) ? (error.code ?? error.message) : String(error);
			this.#judge(rules, entry, false);
			return true;
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
		if (rules.disableAfter && failures >= rules.disableAfter && rules.isActive(entry.url)) {
			rules.disable?.(entry.url);
			this.#events.emit({
				type: 'webhook',
				provider: entry.provider,
				data: { url: entry.url, isEnabled: false, failures },
			});
		}
	}

	#tell(entry: LoggedDelivery): void {
		this.#events.emit({ type: 'delivery', provider: entry.provider, data: { ...entry } });
	}
}

function report(entry: LoggedDelivery): DeliveryReport {
	const { url, status, attempts, error, pending } = entry;
	return { url, status, attempts, ...(error && { error }), ...(pending && { pending }) };
}
