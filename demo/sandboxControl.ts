import axios from 'axios';
import type { AxiosInstance } from 'axios';

/** Only what the demo and the tests look at. */
export interface RecordedRequest {
	seq: number;
	provider: string;
	method: string;
	path: string;
	query: Record<string, string>;
	headers: Record<string, string>;
	body: unknown;
	status: number;
}
export interface ConversationEntry {
	id: string;
	direction: 'in' | 'out';
	type: string;
	text: string;
	status: string;
}
export interface InboundMessage {
	from: string;
	name?: string;
	message: { type: string; [field: string]: unknown };
}
export interface Delivery {
	url: string;
	/** `null` when nobody answered. */
	status: number | null;
	attempts: number;
	/** What went wrong, where that is not an answer. */
	error?: string;
	/** A further attempt is to come. */
	pending?: true;
}
/** Why the provider delivers nothing more to a webhook. */
interface SwitchedOff {
	/** Failed attempts in a row. */
	failures: number;
	/** What became of the last one. */
	last: string;
}
export interface InboundResult {
	id: string;
	deliveries: Delivery[];
	switchedOff?: Array<SwitchedOff & { url: string }>;
}
export interface RegisteredWebhook {
	url: string;
	isEnabled: boolean;
	headers: Record<string, string>;
	/** The workflow's name, where the demo told it. */
	workflow?: string;
	switchedOff?: SwitchedOff;
}

/** The sandbox's control API, for one provider. */
export class SandboxControl {
	private readonly http: AxiosInstance;
	private readonly provider: string;

	/**
	 * @param url the sandbox
	 * @param provider the provider's name in paths: `heltar`, `hello-all`
	 */
	constructor(url: string, provider: string) {
		// No timeout: some calls last until receivers have answered, and may wait for their turn with many others.
		this.http = axios.create({ baseURL: `${url}/_sandbox` });
		this.provider = provider;
	}

	async requests(since = 0): Promise<RecordedRequest[]> {
		const { data } = await this.http.get<RecordedRequest[]>('/requests', {
			params: { provider: this.provider, since },
		});
		return data;
	}

	/**
	 * A customer writes. Resolves when every delivery ended, or waits for a later attempt.
	 *
	 * @throws when the provider has switched a webhook off: then this and all that follows is not delivered to it
	 */
	async inbound(message: InboundMessage): Promise<InboundResult> {
		const { data } = await this.http.post<InboundResult>(`/${this.provider}/inbound`, message);
		refuseSwitchedOff(data.switchedOff ?? []);
		return data;
	}

	/** A team member writes to a customer in the provider's inbox. */
	async writeInInbox(to: string, text: string, by: string): Promise<void> {
		await this.http.post(`/${this.provider}/inbox`, { to, text, by });
	}

	/** @throws when the provider has switched a webhook off */
	async checkDelivering(): Promise<void> {
		const webhooks = await this.registrations();
		refuseSwitchedOff(
			webhooks.flatMap(({ url, switchedOff }) => (switchedOff ? [{ url, ...switchedOff }] : [])),
		);
	}

	async conversation(number: string): Promise<ConversationEntry[]> {
		const { data } = await this.http.get<ConversationEntry[]>(
			`/${this.provider}/conversations/${encodeURIComponent(number)}`,
		);
		return data;
	}

	/** Everyone there is a conversation with, and how many messages it holds. */
	async conversations(): Promise<Array<{ number: string; messages: number }>> {
		const { data } = await this.http.get<Array<{ number: string; messages: number }>>(
			`/${this.provider}/conversations`,
		);
		return data;
	}

	/** The URLs registered at the provider. */
	async webhooks(): Promise<string[]> {
		return (await this.registrations()).map(({ url }) => url);
	}

	/** The same with everything the provider keeps of them. */
	async registrations(): Promise<RegisteredWebhook[]> {
		const { data } = await this.http.get<RegisteredWebhook[]>(`/${this.provider}/webhooks`);
		return data.map(({ url, isEnabled, headers, workflow, switchedOff }) => ({
			url,
			isEnabled,
			headers,
			workflow,
			switchedOff,
		}));
	}

	/** Tells the phone page what to call the webhooks. @param names by the part of the URL that n8n makes for each */
	async nameWorkflows(names: Record<string, string>): Promise<void> {
		await this.http.put('/workflow-names', names);
	}

	/** What a person does on the panel's page for webhooks, which first asks whether somebody is there. */
	async saveWebhook(url: string): Promise<void> {
		await this.http.post(`/${this.provider}/webhooks`, { url });
	}

	async removeWebhook(url: string): Promise<void> {
		await this.http.delete(`/${this.provider}/webhooks`, { data: { url } });
	}

	/** Delivers a body to the registered webhooks, with the headers they asked for; again `copies` times. */
	async deliver(body: unknown, { copies = 1 } = {}): Promise<Delivery[]> {
		await this.delivery({ duplicates: copies - 1 });
		try {
			const { data } = await this.http.post<{ deliveries: Delivery[] }>(`/${this.provider}/webhooks/raw`, {
				body,
			});
			return data.deliveries;
		} finally {
			await this.delivery({ duplicates: 0 });
		}
	}

	/** What was delivered about a message: bodies as they went out, the oldest first. */
	async delivered(id: string): Promise<Array<Delivery & { body: string; event: string }>> {
		const { data } = await this.http.get<Array<Delivery & { body: string; event: string }>>('/deliveries', {
			params: { provider: this.provider, id },
		});
		return data;
	}

	/** Moves a sent message on, and delivers the status. */
	async status(id: string, status: string): Promise<void> {
		await this.http.post(`/${this.provider}/statuses`, { id, status });
	}

	/** A further key of the provider's account. */
	async key(): Promise<string> {
		const { data } = await this.http.post<{ apiKey: string }>('/keys', { provider: this.provider });
		return data.apiKey;
	}

	/**
	 * How webhooks are delivered: further copies of each, a factor on the waits between attempts, and one on the time receivers
	 * have.
	 */
	async delivery(settings: {
		duplicates?: number;
		retryScale?: number;
		timeoutScale?: number;
	}): Promise<void> {
		await this.http.post('/delivery', settings);
	}

	/** Lets matching calls of this provider go wrong. */
	async fault(fault: {
		method?: string;
		path?: string;
		times?: number;
		after?: number;
		fault: { kind: string; [field: string]: unknown };
	}): Promise<void> {
		await this.http.post('/faults', { provider: this.provider, ...fault });
	}

	/** Calls go well again. */
	async endFaults(): Promise<void> {
		await this.http.delete('/faults');
	}

	async reset(): Promise<void> {
		await this.http.post('/reset');
	}
}

function refuseSwitchedOff(webhooks: NonNullable<InboundResult['switchedOff']>): void {
	if (webhooks.length === 0) return;
	const each = webhooks.map(
		({ url, failures, last }) => `${url} after ${failures} failed attempts in a row, the last: ${last}`,
	);
	throw new Error(
		`The provider has switched off a webhook, and delivers nothing more to it:\n${each.join('\n')}`,
	);
}
