import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { sendWithRetries } from '../../core/http/exchange';
import { endpoints } from '../../nodes/Heltar/endpoints';
import { heltar } from '../../nodes/Heltar/http';
import { credentialsFor, testedProviders } from '../providers';
import { contextOf, runNode } from './harness';

/*
 * Servers that answer, but never to the end. n8n's own time-out counts silence only, so a byte now and then keeps a call
 * alive for ever.
 */

const servers = new Set<Server>();
const sockets = new Set<Socket>();
afterEach(async () => {
	for (const socket of sockets) socket.destroy();
	for (const server of servers) await new Promise((resolve) => server.close(resolve));
	sockets.clear();
	servers.clear();
});

/** A server that does with each connection what the test says, once a request has begun. */
async function startServer(answer: (socket: Socket) => Promise<void> | void) {
	let calls = 0;
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('error', () => undefined);
		socket.once('data', () => {
			calls++;
			void answer(socket);
		});
	});
	servers.add(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls: () => calls };
}

/** Sends one piece after the other. */
const drip = (pieces: Iterable<string>, pauseMs: number) => async (socket: Socket) => {
	for (const piece of pieces) {
		if (socket.destroyed) return;
		socket.write(piece);
		await sleep(pauseMs);
	}
};

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n';
function* endless(piece: string): Iterable<string> {
	for (;;) yield piece;
}
const SLOW: Array<[name: string, answer: (socket: Socket) => Promise<void> | void]> = [
	[
		'drips its body',
		async (socket) => {
			socket.write(HEAD);
			await drip(endless(' '), 100)(socket);
		},
	],
	[
		'drips its headers',
		async (socket) => {
			socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
			await drip(endless('x'), 100)(socket);
		},
	],
	[
		'switches protocols',
		(socket) =>
			void socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n'),
	],
	['says nothing', () => undefined],
];

describe.each(SLOW)('a server that %s', (_, answer) => {
	test.each(testedProviders)(
		'$type: the time-out ends the call, and the message is unknown',
		async (tested) => {
			const { to, text } = tested.table.sendText;
			const server = await startServer(answer);
			const started = Date.now();
			const { json } = await runNode({
				type: tested.type,
				parameters: {
					resource: 'message',
					operation: 'sendText',
					[to]: '447700900123',
					[text]: 'Hi',
					options: { timeout: 1 },
				},
				credentials: credentialsFor(tested, server.baseUrl, 'some-long-key'),
				node: { onError: 'continueRegularOutput' },
			});
			expect(json).toMatchObject([{ outcome: 'unknown', error: expect.stringMatching(/within 1 second\b/) }]);
			expect(server.calls()).toBeLessThanOrEqual(1);
			expect(Date.now() - started).toBeLessThan(10_000);
		},
	);
});

describe('a stream', () => {
	const open = async (baseUrl: string, timeoutMs: number) =>
		await sendWithRetries(
			contextOf({
				type: 'heltar',
				parameters: {},
				credentials: { heltarApi: { apiKey: 'some-long-key', baseUrl } },
				items: [{ json: {} }],
			}),
			heltar,
			{ endpoint: endpoints.fetchMedia, effect: 'never', stream: true, timeoutMs },
		);
	const read = async (body: unknown) => {
		let text = '';
		for await (const chunk of body as AsyncIterable<Buffer>) text += chunk.toString();
		return text;
	};

	test('has the time-out until its first byte', async () => {
		const [, [, dripHeaders]] = SLOW;
		const { baseUrl } = await startServer(dripHeaders);
		await expect(open(baseUrl, 300)).rejects.toThrow(/did not answer within 0.3 seconds/);
	});

	test('may take longer than that as a whole', async () => {
		const { baseUrl } = await startServer(async (socket) => {
			socket.write('HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 8\r\n\r\n');
			await drip('12345678', 150)(socket);
		});
		expect(await read((await open(baseUrl, 700)).body)).toBe('12345678');
	});

	test('breaks off when nothing comes for that long', async () => {
		const { baseUrl } = await startServer((socket) => {
			socket.write('HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 8\r\n\r\n1234');
		});
		const { body } = await open(baseUrl, 2000);
		await expect(read(body)).rejects.toThrow(/no data arrived for 2 seconds/);
	});

	test('a refusal that drips is read as far as it comes', async () => {
		const { baseUrl } = await startServer(async (socket) => {
			socket.write(
				'HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\nNo file',
			);
			await drip(endless(' '), 50)(socket);
		});
		await expect(open(baseUrl, 500)).rejects.toMatchObject({
			message: 'No file',
			details: { httpStatus: 404 },
		});
	});
});
