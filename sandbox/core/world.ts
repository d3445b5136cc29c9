import type { Deliveries, DeliveryReport, Outgoing } from './deliveries.ts';
import type { Events } from './events.ts';
import { Files } from './files.ts';
import { Throttle } from './limits.ts';
import { People, type Person } from './people.ts';
import type { CoreSettings, Provider } from './provider.ts';
import { Messages } from './messages.ts';
import { Collection, type Store } from './store.ts';
import type { Timers } from './timers.ts';

const WINDOW_MS = 24 * 60 * 60 * 1000;
const SUPPRESSION_MS = 10 * 60 * 1000;

export interface Shared {
	store: Store;
	events: Events;
	timers: Timers;
	deliveries: Deliveries;
	filesFolder?: string;
	/** The address the sandbox is reached at. */
	origin(): string;
}

/** Everything one provider's part of the sandbox works with. */
export class World<S extends CoreSettings = CoreSettings> {
	readonly provider: Provider<S>;
	readonly store: Store;
	readonly events: Events;
	readonly timers: Timers;
	readonly deliveries: Deliveries;
	readonly messages: Messages;
	readonly people: People;
	readonly files: Files;
	readonly throttle = new Throttle();
	readonly origin: () => string;
	readonly #settingsStore: Collection<S>;
	readonly #delivered = new Map<string, number>();
	#settings: S;

	constructor(provider: Provider<S>, shared: Shared) {
		this.provider = provider;
		this.store = shared.store;
		this.events = shared.events;
		this.timers = shared.timers;
		this.deliveries = shared.deliveries;
		this.origin = shared.origin;
		this.messages = new Messages(shared.store, provider.name);
		this.people = new People(shared.store, provider.name);
		this.files = new Files(shared.store, provider.name, shared.filesFolder);
		this.#settingsStore = new Collection(shared.store, provider.name, 'settings');
		this.#settings = this.#settingsStore.get('current') ?? structuredClone(provider.settings.defaults);
	}

	get settings(): S {
		return this.#settings;
	}

	/** Takes over the named settings; `limits` is merged limit by limit. */
	change(change: Partial<S>): S {
		const limits = { ...this.#settings.limits, ...change.limits };
		this.#settings = this.#settingsStore.put('current', { ...this.#settings, ...change, limits });
		return this.#settings;
	}

	collection<T>(name: string): Collection<T> {
		return new Collection(this.store, this.provider.name, name);
	}

	/** Whether free-form messages may go to this person now. */
	windowOpen(person: Person): boolean {
		return this.windowEnd(person) > Date.now();
	}

	/** Unix milliseconds at which free-form messages end or ended; 0 when there never was a conversation. */
	windowEnd(person: Person): number {
		const real = person.lastInboundAt === null ? 0 : person.lastInboundAt + WINDOW_MS;
		if (this.#settings.window === 'real') return real;
		if (this.#settings.window === 'open') return Math.max(real, Date.now() + WINDOW_MS);
		return Math.min(real, Date.now() - 1);
	}

	/** Delivers to webhooks as the provider does. */
	async deliver(outgoing: Outgoing[]): Promise<DeliveryReport[]> {
		return await this.deliveries.send(
			this.provider.name,
			this.provider.webhooks.rules(this as World<S>),
			outgoing,
		);
	}

	/** True the first time within ten minutes that this event is to be told to this receiver. */
	firstTelling(event: string): boolean {
		const now = Date.now();
		for (const [key, at] of this.#delivered) {
			if (now - at < SUPPRESSION_MS) break;
			this.#delivered.delete(key);
		}
		if (this.#delivered.has(event)) return false;
		this.#delivered.set(event, now);
		return true;
	}

	emit(type: 'message' | 'status' | 'customer' | 'typing' | 'webhook' | 'change', data: unknown): void {
		this.events.emit({ type, provider: this.provider.name, data });
	}

	/** Back to the first day; the store was emptied by the caller. */
	restart(): void {
		this.#settings = structuredClone(this.provider.settings.defaults);
		this.#delivered.clear();
		this.throttle.clear();
		this.files.close();
		this.store.transaction(() => this.provider.seed(this as World<S>));
	}

	close(): void {
		this.files.close();
	}
}
