/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startSandbox, type RunningSandbox } from '../../sandbox/listen';
import { PROVIDERS } from '../../demo/providers';
import { liveProvider } from '../e2e/liveProviders';
import { until } from '../waiting';
import { launchChromium } from './chromium';
import { picture, tone } from './phoneFiles';
import { PhonePage, type Provider, type Told } from './phonePage';
import { FILES } from './phoneSamples';

const ROOT = join(__dirname, '..', '..');
const AXE = join(ROOT, 'sandbox', 'phone', 'node_modules', 'axe-core', 'axe.min.js');
export type { Provider };

const KEYS = new Map(
	PROVIDERS.map(({ name, sandboxPath, apiKey }) => [sandboxPath, liveProvider(name).keyHeader(apiKey)]),
);

/** Stands where n8n would: takes webhooks, and holds the files messages link to. */
class Neighbour {
	readonly bodies: Told[] = [];
	readonly files = new Map<string, { type: string; content: Buffer }>();
	status = 200;
	readonly #server: Server;

	constructor() {
		this.#server = createServer((request, response) => {
			const file = this.files.get(request.url ?? '');
			if (request.method === 'GET' && file)
				response.writeHead(200, { 'content-type': file.type }).end(file.content);
			else
				void readAll(request).then((text) => {
					if (request.method === 'POST') this.bodies.push(JSON.parse(text));
					response.writeHead(this.status).end('ok');
				});
		});
	}

	async listen(): Promise<void> {
		await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
	}

	get url(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	/** Messages of customers told so far, oldest first. */
	messages(): Told[] {
		return this.bodies.flatMap(
			(body) => body.messages ?? body.entry?.[0]?.changes?.[0]?.value?.messages ?? [],
		);
	}

	statuses(id: string): string[] {
		return this.bodies
			.flatMap((body) => body.statuses ?? body.entry?.[0]?.changes?.[0]?.value?.statuses ?? [])
			.filter((status) => status.id === id)
			.map(({ status }) => status);
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}

async function readAll(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
}

/** Runs in the page: half a second of a moving bar, as base64. */
async function recordFilm(): Promise<string> {
	const canvas = Object.assign(document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas'), {
		width: 320,
		height: 190,
	}) as HTMLCanvasElement;
	const context = canvas.getContext('2d') as CanvasRenderingContext2D;
	const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
	const pieces: Blob[] = [];
	recorder.ondataavailable = ({ data }) => pieces.push(data);
	const ended = new Promise((resolve) => (recorder.onstop = resolve));
	recorder.start();
	for (let step = 0; step < 12; step += 1) {
		context.fillStyle = '#23415a';
		context.fillRect(0, 0, 320, 190);
		context.fillStyle = '#f2b84b';
		context.fillRect(step * 25, 60, 60, 70);
		await new Promise((resolve) => setTimeout(resolve, 45));
	}
	recorder.stop();
	await ended;
	const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
	return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The phone page in a real browser, a real sandbox, and a neighbour for its webhooks. */
export class PhoneEnvironment extends PhonePage {
	private constructor(
		readonly sandbox: RunningSandbox,
		readonly neighbour: Neighbour,
		browser: Browser,
	) {
		super(browser, sandbox.url, [neighbour.url]);
	}

	static async open({ webhooks = true } = {}): Promise<PhoneEnvironment> {
		const sandbox = await startSandbox({ phoneFolder: join(ROOT, 'sandbox', 'phone', 'dist') });
		const neighbour = new Neighbour();
		await neighbour.listen();
		const environment = new PhoneEnvironment(sandbox, neighbour, await launchChromium());
		if (webhooks) await environment.register();
		await environment.newPage();
		return environment;
	}

	async close(): Promise<void> {
		await this.browser.close();
		await this.neighbour.close();
		await this.sandbox.close();
	}

	/** Has the neighbour told of everything, at both providers. */
	async register(): Promise<void> {
		const url = `${this.neighbour.url}/hook`;
		await this.api('heltar', 'POST', '/v1/business/webhook-url', { urls: [{ url, isEnabled: true }] });
		await this.api('hello-all', 'POST', '/v1/configs/webhook', { url });
	}

	/** Puts a picture, a tone and a film beside the page; the film is made by the browser itself. */
	async serveFiles(): Promise<void> {
		await this.page.goto(`${this.sandbox.url}/phone/icon.svg`);
		const film = await this.page.evaluate(recordFilm);
		const { files } = this.neighbour;
		files.set('/sunset.png', { type: 'image/png', content: picture() });
		files.set('/tone.wav', { type: 'audio/wav', content: tone() });
		files.set('/film.webm', { type: 'video/webm', content: Buffer.from(film, 'base64') });
	}

	async api(provider: Provider, method: string, path: string, body?: unknown): Promise<Told> {
		const response = await fetch(`${this.sandbox.url}/${provider}${path}`, {
			method,
			headers: { ...KEYS.get(provider), 'content-type': 'application/json' },
			...(body !== undefined && { body: JSON.stringify(body).replaceAll(FILES, this.neighbour.url) }),
		});
		return await response.json().catch(() => null);
	}

	/** Sends through Heltar; the messages' ids. */
	async heltar(...messages: object[]): Promise<string[]> {
		const answer = await this.api('heltar', 'POST', '/v1/messages/send', { messages });
		const { success, fail } = answer.data;
		if (Object.keys(fail).length > 0) throw new Error(JSON.stringify(fail));
		return Object.values(success as Record<string, Told>).map(({ message }) => message.wamid);
	}

	/** Sends through Hello All; the messages' ids. */
	async helloAll(...messages: object[]): Promise<string[]> {
		const ids: string[] = [];
		for (const message of messages) {
			const answer = await this.api('hello-all', 'POST', '/v1/messages', message);
			if (!answer.messages) throw new Error(JSON.stringify(answer));
			ids.push(answer.messages[0].id);
		}
		return ids;
	}

	/** The next message of a customer that the neighbour is told of. */
	async told(doing: () => Promise<unknown>): Promise<Told> {
		const before = this.neighbour.messages().length;
		await doing();
		return (
			await until(
				() => this.neighbour.messages(),
				(all) => all.length > before,
			)
		).at(-1);
	}

	/**
	 * What axe-core calls serious or critical on the page as it stands.
	 *
	 * @param within a selector, to look at a part of it
	 */
	async violations(within = 'html'): Promise<string[]> {
		if (!(await this.page.evaluate(() => 'axe' in window)))
			await this.page.evaluate(readFileSync(AXE, 'utf8'));
		const found = await this.page.evaluate(async (part) => {
			const { axe } = window as unknown as {
				axe: { run(part: string, options: object): Promise<{ violations: Told[] }> };
			};
			return (await axe.run(part, { resultTypes: ['violations'] })).violations;
		}, within);
		return found
			.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			.flatMap(({ id, nodes }) =>
				nodes.map(({ html, failureSummary }: Told) => `${id}: ${html} ${failureSummary}`),
			);
	}
}
