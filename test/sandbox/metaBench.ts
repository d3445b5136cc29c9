import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../waiting';
import type { Answer } from './harness';
import { ASHA, HelloAllBench } from './helloAllBench';

export const TOKEN = { authorization: 'Bearer sandbox-token' };
export const PHONE = '100000000000001';
export const WABA = '200000000000002';
export const META = '/api/meta/v19.0';

export const text = (body = 'Hello', more: object = {}) => ({
	messaging_product: 'whatsapp',
	recipient_type: 'individual',
	to: ASHA,
	type: 'text',
	text: { body },
	...more,
});

/** A running sandbox, seen by a user of Hello All's API style meta. */
export class MetaBench {
	readonly panel: HelloAllBench;

	constructor(panel: HelloAllBench) {
		this.panel = panel;
	}

	static async start(): Promise<MetaBench> {
		return new MetaBench(await HelloAllBench.start());
	}

	/** Calls below `/api/meta/v19.0`, with the token. */
	async call(method: string, path: string, body?: unknown, headers: object = TOKEN): Promise<Answer> {
		return await this.panel.call(method, META + path, body, headers);
	}

	async send(message: object): Promise<Answer> {
		return await this.call('POST', `/${PHONE}/messages`, message);
	}

	/** What Meta's error says of a send. */
	async problem(message: object): Promise<[status: number, code: number, details: string]> {
		const { status, body } = await this.send(message);
		return [status, body.error?.code, body.error?.error_data?.details];
	}

	async upload(form: FormData, headers: object = TOKEN): Promise<Answer> {
		const response = await fetch(`${this.panel.running.url}/hello-all${META}/${PHONE}/media`, {
			method: 'POST',
			headers: headers as Record<string, string>,
			body: form,
		});
		return { status: response.status, headers: response.headers, body: await response.json() };
	}

	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	async sends(): Promise<any[]> {
		return (await this.panel.control('GET', '/hello-all/sends')).body;
	}

	async save(url: string, events?: string[]): Promise<Answer> {
		return await this.panel.control('POST', '/hello-all/webhooks', { url, ...(events && { events }) });
	}
}

interface Question {
	method: string;
	url: URL;
	body: string;
}

/** A trigger as Hello All's panel meets it: echoes challenges, keeps what is delivered. */
export class PanelReceiver {
	readonly questions: Question[] = [];
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	readonly deliveries: any[] = [];
	/** How a challenge is answered, where a test wants it otherwise. */
	answer: (challenge: string) => { status?: number; type?: string; body?: string; location?: string };
	readonly #server: Server;

	constructor() {
		this.answer = () => ({});
		this.#server = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const body = Buffer.concat(chunks).toString();
				const url = new URL(request.url ?? '/', 'http://127.0.0.1');
				const challenge = url.searchParams.get('challange') ?? /"challange":"(\w+)"/.exec(body)?.[1];
				if (challenge === undefined) {
					this.deliveries.push(body.startsWith('{') ? JSON.parse(body) : body);
					response.writeHead(200).end();
					return;
				}
				this.questions.push({ method: request.method ?? '', url, body });
				const {
					status = 200,
					type = 'text/plain',
					body: said = challenge,
					location,
				} = this.answer(challenge);
				response.writeHead(status, { 'content-type': type, ...(location && { location }) }).end(said);
			});
		});
	}

	async listen(): Promise<string> {
		await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
	}

	/** What arrived, in a word each: a queue report, or the entry of an envelope. */
	kinds(): string[] {
		return this.deliveries.map((body) => {
			if (body.message) return `report ${body.message.message_status}`;
			const { value, field } = body.entry[0].changes[0];
			if (value.statuses) return value.statuses[0].status;
			if (value.messages) return value.messages[0].to ? 'copy' : 'message';
			return field;
		});
	}

	async arrived(count: number): Promise<string[]> {
		return await until(
			async () => this.kinds(),
			(kinds) => kinds.length >= count,
		);
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}
