import { request } from 'node:http';
import { startSandbox, type RunningSandbox } from '../../sandbox/listen';
import { Bench, type Answer } from './harness';

export const KEY = { 'API-KEY': 'sandbox-key' };
export const ASHA = '910000000123';
export const KABIR = '910000000124';

/** A running sandbox, seen from Hello All's side. */
export class HelloAllBench {
	readonly running: RunningSandbox;

	constructor(running: RunningSandbox) {
		this.running = running;
	}

	static async start(): Promise<HelloAllBench> {
		return new HelloAllBench(await startSandbox());
	}

	async control(method: string, path: string, body?: unknown): Promise<Answer> {
		return await new Bench(this.running).control(method, path, body);
	}

	async close(): Promise<void> {
		await this.running.close();
	}

	/**
	 * Calls Hello All's API, with the key unless other headers are given. Bodies go along with GET too, which
	 * fetch would not do.
	 */
	async call(method: string, path: string, body?: unknown, headers: object = KEY): Promise<Answer> {
		const { status, headers: answered, bytes } = await this.bytes(method, path, body, headers);
		const text = bytes.toString();
		const json = answered.get('content-type')?.includes('json') && text !== '';
		return { status, headers: answered, body: json ? JSON.parse(text) : text };
	}

	async bytes(method: string, path: string, body?: unknown, headers: object = KEY) {
		const content = body === undefined ? undefined : JSON.stringify(body);
		const type = content === undefined ? {} : { 'content-type': 'application/json' };
		const length = content === undefined ? {} : { 'content-length': Buffer.byteLength(content) };
		return await new Promise<{ status: number; headers: Headers; bytes: Buffer }>((resolve, reject) => {
			const options = { method, headers: { ...headers, ...type, ...length } };
			const call = request(`${this.running.url}/hello-all${path}`, options, (response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('end', () =>
					resolve({
						status: response.statusCode ?? 0,
						headers: new Headers(response.headers as Record<string, string>),
						bytes: Buffer.concat(chunks),
					}),
				);
			});
			call.on('error', reject);
			call.end(content);
		});
	}

	async send(message: object): Promise<Answer> {
		return await this.call('POST', '/v1/messages', message);
	}

	async settings(helloAll: object): Promise<void> {
		const { status, body } = await this.control('PATCH', '/settings', { 'hello-all': helloAll });
		if (status !== 200) throw new Error(JSON.stringify(body));
	}

	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	async conversation(number: string): Promise<any[]> {
		return (await this.control('GET', `/hello-all/conversations/${number}`)).body;
	}

	/** A customer writes. */
	async inbound(message: object, from = ASHA): Promise<{ id: string; deliveries: object[] }> {
		return (await this.control('POST', '/hello-all/inbound', { from, message })).body;
	}

	/** What the on-premises form says is wrong. */
	async problem(message: object): Promise<[status: number, code: number, details: string]> {
		const { status, body } = await this.send(message);
		return [status, body.errors?.[0].code, body.errors?.[0].details];
	}

	async webhooks() {
		return (await this.control('GET', '/hello-all/webhooks')).body;
	}

	async fault(fault: object, more: object = {}): Promise<void> {
		await this.control('POST', '/faults', { provider: 'hello-all', fault, ...more });
	}
}

export const text = (body = 'Hello', more: object = {}) => ({
	to: ASHA,
	recipient_type: 'individual',
	type: 'text',
	text: { body },
	...more,
});

export const template = (name: string, components?: object[], more: object = {}) => ({
	to: ASHA,
	type: 'template',
	template: {
		name,
		language: { policy: 'deterministic', code: 'en' },
		...(components && { components }),
		...more,
	},
});

export const words = (...values: string[]) => values.map((value) => ({ type: 'text', text: value }));
