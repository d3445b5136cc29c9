import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request as call } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Which of the webhook processes takes a call: each in turn, or always the same for one address. */
export type Spread = 'turn' | 'address';

export interface FrontOptions {
	port: number;
	/** Takes everything that is not for the webhook processes: the editor, its API, tests of triggers. */
	main: string;
	webhooks: string[];
	spread: Spread;
}

export interface Front {
	url: string;
	/** Asks all webhook processes now whether they are ready. */
	check(): Promise<void>;
	/** Spreads calls like this from now on. */
	spreadBy(how: Spread): void;
	stop(): Promise<void>;
}

/** What n8n's webhook processes serve. */
const FOR_WEBHOOKS = /^\/(webhook|webhook-waiting|form|form-waiting)\//;
const CHECKED_EVERY_MS = 500;
/** How long a call waits for a process that is ready: `lb_try_duration` of docs/queue-mode/Caddyfile. */
const TRIED_FOR_MS = 5000;

/**
 * The load balancer before n8n, reduced to what matters to a webhook. Deliveries go to processes that say they are ready: one
 * that is starting listens before it knows its webhooks, and its 404 would be final for a provider. While none is, a call
 * waits a few seconds. A process that refuses the connection is passed over for the next one, since it has seen nothing; one
 * that breaks off may have done its work, and the caller gets 502.
 */
export async function startFront({ port, main, webhooks, ...options }: FrontOptions): Promise<Front> {
	let { spread } = options;
	const ready = new Set<string>();
	const check = async () => {
		await Promise.all(
			webhooks.map(async (webhook) => {
				if (await isReady(webhook)) ready.add(webhook);
				else ready.delete(webhook);
			}),
		);
	};
	const checks = setInterval(() => void check(), CHECKED_EVERY_MS);
	let turn = 0;
	const inOrder = (url: string): string[] => {
		if (!FOR_WEBHOOKS.test(url)) return [main];
		const able = webhooks.filter((webhook) => ready.has(webhook));
		const first = (spread === 'turn' ? (turn += 1) : sumOf(new URL(url, main).pathname)) % able.length;
		return [...able.slice(first), ...able.slice(0, first)];
	};
	const refused = (webhook: string) => ready.delete(webhook);
	const serve = async (request: IncomingMessage, response: ServerResponse) => {
		const body = await buffer(request);
		for (const end = Date.now() + TRIED_FOR_MS; ; await sleep(CHECKED_EVERY_MS / 2)) {
			const answer = await forward(request, body, inOrder(request.url ?? '/'), refused);
			if (answer) {
				response.writeHead(answer.statusCode ?? 502, answer.headers);
				return await pipeline(answer, response);
			}
			if (answer === null || Date.now() > end) break;
		}
		response.writeHead(502).end('Bad Gateway');
	};
	const server = createServer((request, response) => {
		serve(request, response).catch(() => response.destroy());
	});
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		check,
		spreadBy(how) {
			spread = how;
		},
		async stop() {
			clearInterval(checks);
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

const isReady = async (webhook: string): Promise<boolean> =>
	await fetch(`${webhook}/healthz/readiness`).then(
		({ ok }) => ok,
		() => false,
	);

const sumOf = (text: string) => Buffer.from(text).reduce((sum, byte) => sum + byte, 0);

/** @returns null when a backend broke off, undefined when none took the call */
async function forward(
	request: IncomingMessage,
	body: Buffer,
	backends: string[],
	refused: (backend: string) => void,
): Promise<IncomingMessage | null | undefined> {
	for (const backend of backends) {
		try {
			return await send(backend, request, body);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') return null;
			refused(backend);
		}
	}
	return undefined;
}

async function send(backend: string, { method, url, headers }: IncomingMessage, body: Buffer) {
	// A connection each: a kept one may be closed just when it is used again.
	const outgoing = call(new URL(url ?? '/', backend), { method, headers, agent: false });
	outgoing.end(body);
	const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
	return answer;
}
