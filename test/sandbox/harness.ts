import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox, type RunningSandbox } from '../../sandbox/listen';

export interface Answer {
	status: number;
	headers: Headers;
	// Tests look into answers of every shape; what is absent shows as a failed expectation.
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	body: any;
}

export const KEY = 'hk_live_sandbox';

/** A running sandbox with the two ways to talk to it. */
export class Bench {
	readonly running: RunningSandbox;

	constructor(running: RunningSandbox) {
		this.running = running;
	}

	static async start(options: Parameters<typeof startSandbox>[0] = {}): Promise<Bench> {
		return new Bench(await startSandbox(options));
	}

	/** Calls Heltar's API, with the key unless told otherwise. */
	async heltar(method: string, path: string, body?: unknown, key: string | null = KEY): Promise<Answer> {
		const headers: Record<string, string> = {};
		if (key !== null) headers.authorization = `Bearer ${key}`;
		if (body !== undefined) headers['content-type'] = 'application/json';
		return await read(
			await fetch(`${this.running.url}/heltar${path}`, {
				method,
				headers,
				...(body !== undefined && { body: JSON.stringify(body) }),
			}),
		);
	}

	async control(method: string, path: string, body?: unknown): Promise<Answer> {
		return await read(
			await fetch(`${this.running.url}/_sandbox${path}`, {
				method,
				...(body !== undefined && { body: JSON.stringify(body) }),
			}),
		);
	}

	/** Sends messages to Heltar's bulk endpoint. */
	async send(...messages: object[]): Promise<Answer> {
		return await this.heltar('POST', '/v1/messages/send', { messages });
	}

	async settings(heltar: object): Promise<void> {
		const { status, body } = await this.control('PATCH', '/settings', { heltar });
		if (status !== 200) throw new Error(JSON.stringify(body));
	}

	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	async conversation(number: string): Promise<any[]> {
		return (await this.control('GET', `/heltar/conversations/${encodeURIComponent(number)}`)).body;
	}

	async close(): Promise<void> {
		await this.running.close();
	}
}

/**
 * A sandbox of a test file's own, as new before each test.
 *
 * @param kind whose side it is seen from
 */
export function useBench<T extends Pick<Bench, 'control' | 'close'>>(kind: {
	prototype: T;
	start(): Promise<T>;
}): T {
	// What it holds is there once the sandbox runs, before the first test.
	const bench = Object.create(kind.prototype) as T;
	beforeAll(async () => void Object.assign(bench, await kind.start()));
	beforeEach(async () => void (await bench.control('POST', '/reset')));
	afterAll(async () => await bench.close());
	return bench;
}

async function read(response: Response): Promise<Answer> {
	const text = await response.text();
	let body: unknown = text;
	try {
		body = JSON.parse(text);
	} catch {
		// Kept as text.
	}
	return { status: response.status, headers: response.headers, body };
}

export const text = (clientWaNumber: string, message = 'Hello') => ({
	clientWaNumber,
	messageType: 'text',
	message,
});

export interface Delivery {
	headers: IncomingHttpHeaders;
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	body: any;
	raw: string;
	url: string;
	method: string;
}

/** Someone who receives webhooks. `answer` decides how. */
export class Receiver {
	readonly deliveries: Delivery[] = [];
	answer: (delivery: Delivery, count: number) => { status: number; body?: string } | 'hang up';
	readonly #server: Server;

	constructor() {
		this.answer = () => ({ status: 200 });
		this.#server = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const raw = Buffer.concat(chunks).toString();
				const { headers, url = '', method = '' } = request;
				const delivery = { headers, url, method, raw, body: parsed(raw) };
				if (method === 'POST') this.deliveries.push(delivery);
				const answer = this.answer(delivery, this.deliveries.length);
				if (answer === 'hang up') request.socket.destroy();
				else response.writeHead(answer.status).end(answer.body ?? 'ok');
			});
		});
	}

	async listen(): Promise<string> {
		await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
	}

	/** Everything of one kind that arrived: the entries of `messages`, `statuses` or `contacts`, in order. */
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	entries(kind: 'messages' | 'statuses' | 'contacts'): any[] {
		return this.deliveries.flatMap(({ body }) => body?.entry?.[0]?.changes?.[0]?.value?.[kind] ?? []);
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}

function parsed(raw: string): unknown {
	try {
		return JSON.parse(raw);
	} catch {
		return raw;
	}
}
