import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Providers give up on a delivery after so long. */
export const TIMEOUT_MS = 10_000;
/** Attempts come at growing intervals, so that a busy n8n is not kept busy by them; minutes with real providers. */
const LONGEST_WAIT_MS = 20_000;

export interface Attempt {
	/** Of the message. */
	id: string;
	/** `null` when nobody answered. */
	status: number | null;
	/** When it began, by `performance.now()`, and how long it took. */
	start: number;
	ms: number;
}

/** A message of a customer. */
export interface Said {
	from: string;
	id: string;
	text: string;
	/** When it is written, in milliseconds from the beginning. */
	at: number;
}

/**
 * Delivers as a provider does over a load balancer: each message by itself, each again after a while until it is
 * acknowledged. Unlike the sandbox it keeps every attempt with its time. What fails to reach n8n waits until n8n says that it
 * is ready, as docs/triggers.md recommends: an n8n that starts answers with 200 before it knows any webhook.
 */
export class Deliverer {
	readonly attempts: Attempt[] = [];
	private readonly agent = new Agent({ keepAlive: true, maxSockets: Infinity });
	private readonly began = Date.now();
	/** While n8n is away. */
	private back?: Promise<void>;

	constructor(private readonly webhook: { url: string; headers: Record<string, string> }) {}

	/** Delivers a message at its time, or at another, until it is acknowledged. */
	async deliver(said: Said, at = said.at): Promise<void> {
		await sleep(Math.max(0, this.began + at - Date.now()));
		const body = JSON.stringify(this.bodyOf(said));
		for (let waitMs = 1_000; ; waitMs *= 2) {
			if (this.back) {
				await this.back;
				// Not all at the same moment.
				await sleep(Math.random() * LONGEST_WAIT_MS);
			}
			const start = performance.now();
			const status = await this.post(body);
			this.attempts.push({ id: said.id, status, start, ms: performance.now() - start });
			if (status === null) this.back ??= this.untilReady();
			if (status === 200) return;
			await sleep(Math.min(waitMs, LONGEST_WAIT_MS) * (1 + Math.random()));
		}
	}

	/** All of these, each at its time. */
	async deliverAll(said: Said[]): Promise<void> {
		await Promise.all(said.map(async (one) => await this.deliver(one)));
	}

	/** How many deliveries that start nothing n8n takes in in a second, a few at a time. */
	async intake(count = 40, atOnce = 8): Promise<number> {
		const start = performance.now();
		const statuses = Array.from({ length: count }, (_, at) => ({
			id: `wamid.out.${start}.${at}`,
			status: 'read',
			timestamp: '1770000001',
			recipient_id: '447700900123',
		})).values();
		const worker = async () => {
			for (const status of statuses) await this.post(JSON.stringify(this.envelope({ statuses: [status] })));
		};
		await Promise.all(Array.from({ length: atOnce }, worker));
		return (count * 1000) / (performance.now() - start);
	}

	close(): void {
		this.agent.destroy();
	}

	private bodyOf({ from, id, text, at }: Said) {
		const message = {
			from,
			id,
			timestamp: String(Math.floor((this.began + at) / 1000)),
			type: 'text',
			text: { body: text },
		};
		const contacts = [{ wa_id: from, profile: { name: 'Asha' } }];
		return this.envelope({ contacts, messages: [message] });
	}

	/** WhatsApp's own form, which both providers deliver. */
	private envelope(content: object) {
		const value = {
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '447700900999', phone_number_id: '200000000000002' },
			...content,
		};
		return {
			object: 'whatsapp_business_account',
			entry: [{ id: '100000000000001', changes: [{ field: 'messages', value }] }],
		};
	}

	private async untilReady(): Promise<void> {
		const { origin } = new URL(this.webhook.url);
		const isReady = async () => (await fetch(`${origin}/healthz/readiness`)).ok;
		while (!(await isReady().catch(() => false))) await sleep(250);
		this.back = undefined;
	}

	private async post(body: string): Promise<number | null> {
		return await new Promise((resolve) => {
			const call = request(
				this.webhook.url,
				{
					method: 'POST',
					agent: this.agent,
					headers: { 'content-type': 'application/json', ...this.webhook.headers },
					signal: AbortSignal.timeout(TIMEOUT_MS),
				},
				(response) => {
					response.resume().once('end', () => resolve(response.statusCode ?? null));
					response.once('error', () => resolve(null));
				},
			);
			call.once('error', () => resolve(null)).end(body);
		});
	}
}
