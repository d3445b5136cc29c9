import { request } from 'node:http';
import { createSandbox } from '../../sandbox/server';
import { until } from '../waiting';
import { Bench, Receiver, text, type Answer, useBench } from './harness';

const bench = useBench(Bench);

describe('control API', () => {
	test('tells that it is there', async () => {
		expect((await bench.control('GET', '/health')).body).toEqual({ ok: true });
	});

	test('serves as a function, without a socket', async () => {
		const sandbox = createSandbox();
		const response = await sandbox.handle(
			new Request('http://127.0.0.1/heltar/v1/clients?limit=1', {
				headers: { authorization: 'Bearer hk_live_sandbox' },
			}),
		);
		expect(response.status).toBe(200);
		sandbox.close();
	});

	test('answers this machine only: neither a foreign host name nor a page from elsewhere may steer it', async () => {
		const ask = async (headers: Record<string, string>) =>
			await new Promise<number | undefined>((resolve, reject) =>
				request(`${bench.running.url}/_sandbox/reset`, { method: 'POST', headers }, (response) => {
					response.resume();
					resolve(response.statusCode);
				})
					.on('error', reject)
					.end(),
			);
		expect(await ask({})).toBe(200);
		expect(await ask({ host: 'rebound.example.com' })).toBe(403);
		expect(await ask({ origin: 'https://example.com' })).toBe(403);
		expect(await ask({ origin: bench.running.url })).toBe(200);
	});

	test.each<[string, string, unknown, RegExp]>([
		['POST', '/nobody/inbound', {}, /No provider is called nobody/],
		['POST', '/faults', { fault: { kind: 'earthquake' } }, /kind/],
		['POST', '/faults', { fault: { kind: 'delay', ms: 5 }, tmies: 1 }, /tmies/],
		['PATCH', '/settings', { heltar: { generation: 2024 } }, /generation/],
		['PATCH', '/settings', { heltar: { limits: { messagesPerSecond: -1 } } }, /messagesPerSecond/],
		['POST', '/heltar/statuses', { id: 'wamid.nobody', status: 'read' }, /No message/],
		['PATCH', '/heltar/templates/nobody', { status: 'PAUSED' }, /No template/],
	])('%s %s with %j is refused with a reason', async (method, path, body, reason) => {
		const answer = await bench.control(method, path, body);
		expect([400, 404]).toContain(answer.status);
		expect(answer.body.error).toMatch(reason);
	});

	test('lists webhooks with the names of their workflows, which a reset keeps', async () => {
		const registered = async () => (await bench.control('GET', '/heltar/webhooks')).body;
		const register = async () =>
			await bench.heltar('POST', '/v1/business/webhook-url', {
				urls: [
					{ url: 'http://127.0.0.1:5678/webhook/0a1b/webhook', isEnabled: true },
					{ url: 'http://127.0.0.1:5678/webhook/0a1bc/webhook', isEnabled: true },
				],
			});
		await register();
		expect(await registered()).toMatchObject([{ isEnabled: true }, { isEnabled: true }]);
		expect((await registered())[0]).not.toHaveProperty('workflow');
		await bench.control('PUT', '/workflow-names', { '0a1b': 'Answers' });
		await bench.control('POST', '/reset');
		await register();
		const [named, other] = await registered();
		expect(named.workflow).toBe('Answers');
		expect(other).not.toHaveProperty('workflow');
	});

	test('reset forgets messages, webhooks, keys, settings and faults, and brings the seeds back', async () => {
		await bench.send(text('919811111111'));
		await bench.heltar('DELETE', '/v1/clients', { clientWaNumbers: ['919800000101'] });
		await bench.settings({ generation: 2023, limits: { connections: 3 } });
		await bench.control('POST', '/faults', { fault: { kind: 'status', status: 500 } });
		await bench.control('POST', '/delivery', { duplicates: 2 });
		const { apiKey } = (await bench.control('POST', '/keys', { provider: 'heltar' })).body;

		await bench.control('POST', '/reset');

		expect(await bench.conversation('919811111111')).toEqual([]);
		expect((await bench.control('GET', '/requests')).body).toEqual([]);
		expect((await bench.control('GET', '/settings')).body.heltar).toMatchObject({
			generation: 2026,
			limits: { connections: null },
		});
		expect((await bench.control('GET', '/delivery')).body.duplicates).toBe(0);
		expect((await bench.heltar('GET', '/v1/clients', undefined, apiKey)).status).toBe(401);
		expect((await bench.heltar('GET', '/v1/clients/919800000101')).status).toBe(200);
	});

	test('changing one limit leaves the others', async () => {
		await bench.settings({ limits: { connections: 3 } });
		await bench.settings({ limits: { perPairSeconds: 6 } });
		expect((await bench.control('GET', '/settings')).body.heltar.limits).toEqual({
			connections: 3,
			perPairSeconds: 6,
			messagesPerSecond: null,
		});
	});
});

describe('customers and conversations', () => {
	test('are listed latest first, with names', async () => {
		for (const [from, name] of [
			['919811111111', 'Asha'],
			['919811111112', 'Ravi'],
		]) {
			await bench.control('POST', '/heltar/inbound', { from, name, message: { type: 'text', text: 'Hi' } });
			await new Promise((resolve) => setTimeout(resolve, 3));
		}
		expect((await bench.control('GET', '/heltar/conversations')).body).toEqual([
			{ number: '919811111112', name: 'Ravi', lastAt: expect.any(String), messages: 1 },
			{ number: '919811111111', name: 'Asha', lastAt: expect.any(String), messages: 1 },
		]);
	});

	test('a conversation is found by number, decorated number and user id', async () => {
		await bench.control('POST', '/heltar/inbound', {
			from: '919811111111',
			message: { type: 'text', text: 'Hi' },
		});
		const { userId } = (await bench.control('GET', '/heltar/customers/919811111111')).body;
		for (const address of ['919811111111', '+91 98111 11111', userId])
			expect(await bench.conversation(address)).toMatchObject([
				{ direction: 'in', text: 'Hi', status: 'received' },
			]);
	});

	test('a reset lets go of whoever waits for a delivery', async () => {
		const receiver = new Receiver();
		const url = await receiver.listen();
		await bench.heltar('POST', '/v1/business/webhook-url', { urls: [{ url, isEnabled: true }] });
		await bench.control('POST', '/delivery', { delayMs: 60_000 });
		const waiting = bench.control('POST', '/heltar/inbound', {
			from: '919811111111',
			message: { type: 'text', text: 'Hi' },
		});
		await until(
			async () => await bench.conversation('919811111111'),
			(entries) => entries.length === 1,
		);
		await bench.control('POST', '/reset');
		expect((await waiting).body.deliveries).toMatchObject([{ attempts: 0 }]);
		await receiver.close();
	});
});

describe('request log', () => {
	const log = async (query = ''): Promise<Answer['body']> =>
		(await bench.control('GET', `/requests${query}`)).body;

	test('keeps what was sent, with the key masked', async () => {
		await bench.heltar('POST', '/v1/messages/send?priority=true', { messages: [text('919811111111')] });
		const [entry] = await log('?provider=heltar');
		expect(entry).toMatchObject({
			provider: 'heltar',
			method: 'POST',
			path: '/v1/messages/send',
			query: { priority: 'true' },
			body: { messages: [text('919811111111')] },
			status: 200,
		});
		expect(entry.headers.authorization).toBe('Bearer ***');
		expect(JSON.stringify(entry)).not.toContain('hk_live');
	});

	test('shows only what came after a sequence number', async () => {
		await bench.heltar('GET', '/v1/templates');
		const [{ seq }] = await log();
		await bench.heltar('GET', '/v1/business');
		expect((await log(`?since=${seq}`)).map(({ path }: { path: string }) => path)).toEqual(['/v1/business']);
	});

	test('keeps large JSON whole, cuts other long text, and sums up binary bodies', async () => {
		const post = async (type: string, body: string | Uint8Array) =>
			await fetch(`${bench.running.url}/heltar/v1/nowhere`, {
				method: 'POST',
				headers: { 'content-type': type },
				body: body as string,
			});
		await post('application/json', JSON.stringify({ long: 'x'.repeat(100_000) }));
		await post('text/plain', 'y'.repeat(100_000));
		await post('application/octet-stream', new Uint8Array(1000));
		const [json, long, binary] = await log();
		expect(json.body.long).toHaveLength(100_000);
		expect(long.body).toMatchObject({ cut: true, bytes: 100_000 });
		expect(long.body.text).toHaveLength(65_536);
		expect(binary.body).toEqual({
			bytes: 1000,
			sha256: '541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53',
		});
	});
});

describe('events', () => {
	test('tell of calls, messages, statuses and customers as they happen', async () => {
		const stop = new AbortController();
		const response = await fetch(`${bench.running.url}/_sandbox/events`, { signal: stop.signal });
		let seen = '';
		const reading = (async () => {
			for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
				seen += new TextDecoder().decode(chunk);
		})().catch(() => undefined);
		await until(
			() => seen,
			(value) => value.includes('event: ready'),
		);
		await bench.send(text('919811111111'));
		await bench.control('POST', '/heltar/inbound', {
			from: '919811111112',
			message: { type: 'text', text: 'Hi' },
		});
		await bench.control('PATCH', '/heltar/customers/919811111111', { blocked: true });
		await until(
			() => seen,
			(value) =>
				value.includes('"status":"delivered"') &&
				['request', 'message', 'status', 'customer'].every((type) => value.includes(`event: ${type}\n`)),
		);
		expect(seen).toContain('"provider":"heltar"');
		stop.abort();
		await reading;
	});
});
