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
export interface InboundResult {
	id: string;
	deliveries: Array<{ url: string; status: number; attempts: number }>;
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
		this.http = axios.create({ baseURL: `${url}/_sandbox`, timeout: 30_000 });
		this.provider = provider;
	}

	async requests(since = 0): Promise<RecordedRequest[]> {
		const { data } = await this.http.get<RecordedRequest[]>('/requests', {
			params: { provider: this.provider, since },
		});
		return data;
	}

	/** A customer writes. */
	async inbound(message: InboundMessage): Promise<InboundResult> {
		const { data } = await this.http.post<InboundResult>(`/${this.provider}/inbound`, message);
		return data;
	}

	async conversation(number: string): Promise<ConversationEntry[]> {
		const { data } = await this.http.get<ConversationEntry[]>(
			`/${this.provider}/conversations/${encodeURIComponent(number)}`,
		);
		return data;
	}

	/** The URLs registered at the provider. */
	async webhooks(): Promise<string[]> {
		const { data } = await this.http.get<Array<string | { url: string }>>(`/${this.provider}/webhooks`);
		return data.map((entry) => (typeof entry === 'string' ? entry : entry.url));
	}

	async reset(): Promise<void> {
		await this.http.post('/reset');
	}
}
