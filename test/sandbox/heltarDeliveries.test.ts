import { SECRET, useHook } from './heltarHook';

const hook = useHook();
const { bench, upsert, register, inbound, registered } = hook;

describe('delivery', () => {
	test('is repeated up to five times on 5xx and broken connections', async () => {
		await register();
		await bench.control('POST', '/delivery', { retryScale: 0.000001 });
		hook.receiver.answer = (_delivery, count) => (count % 2 ? { status: 503 } : 'hang up');
		const { deliveries } = await inbound();
		expect(deliveries).toMatchObject([{ url: hook.url, attempts: 6 }]);
		expect(hook.receiver.deliveries).toHaveLength(6);
	});

	test('stops repeating once it succeeds', async () => {
		await register();
		await bench.control('POST', '/delivery', { retryScale: 0.000001 });
		hook.receiver.answer = (_delivery, count) => ({ status: count < 3 ? 500 : 200 });
		expect((await inbound()).deliveries).toEqual([{ url: hook.url, status: 200, attempts: 3 }]);
	});

	test('is not repeated after a 4xx', async () => {
		await register();
		await bench.control('POST', '/delivery', { retryScale: 0.000001 });
		hook.receiver.answer = () => ({ status: 404 });
		expect((await inbound()).deliveries).toEqual([{ url: hook.url, status: 404, attempts: 1 }]);
	});

	test('with the provider’s own waits the call does not hang on retries to come', async () => {
		await register();
		hook.receiver.answer = () => ({ status: 500 });
		expect((await inbound()).deliveries).toEqual([
			{ url: hook.url, status: 500, attempts: 1, pending: true },
		]);
	});

	test('switches a URL off after 100 failures in a row; a success in between starts the count anew', async () => {
		await register();
		const attempts = async (count: number) => {
			await bench.control('POST', '/delivery', { duplicates: count - 1 });
			return await inbound();
		};
		hook.receiver.answer = () => ({ status: 400 });
		await attempts(99);
		expect((await registered())[0]).toMatchObject({ isEnabled: true, failures: 99 });
		hook.receiver.answer = () => ({ status: 200 });
		await attempts(1);
		expect((await registered())[0].failures).toBe(0);
		hook.receiver.answer = () => ({ status: 400 });
		await attempts(100);
		expect((await registered())[0].isEnabled).toBe(false);
		expect((await attempts(1)).deliveries).toEqual([]);
		hook.receiver.answer = () => ({ status: 200 });
		await register();
		expect((await inbound()).deliveries).toHaveLength(1);
	});

	test('can be doubled, delayed and shuffled', async () => {
		await register();
		await bench.control('POST', '/delivery', { duplicates: 2, delayMs: 50 });
		const before = Date.now();
		expect((await inbound()).deliveries).toHaveLength(3);
		expect(Date.now() - before).toBeGreaterThanOrEqual(45);
		expect(new Set(hook.receiver.entries('messages').map(({ id }) => id)).size).toBe(1);

		await bench.control('POST', '/delivery', { duplicates: 0, delayMs: 0, shuffle: true });
		hook.receiver.deliveries.length = 0;
		const sent = Array.from({ length: 12 }, (_, index) => String(index));
		await Promise.all(sent.map(async (body) => await inbound({ type: 'text', text: { body } })));
		const arrived = hook.receiver.entries('messages').map((message) => message.text.body);
		expect([...arrived].sort()).toEqual([...sent].sort());
		expect(arrived).not.toEqual(sent);
	});

	test('carries any raw body, to every enabled URL', async () => {
		await register({ headers: SECRET });
		const raw = async (body: unknown, more: object = {}) =>
			await bench.control('POST', '/heltar/webhooks/raw', { body, ...more });
		await raw('payload=%7B%7D', {
			contentType: 'application/x-www-form-urlencoded',
			headers: { 'X-Hook-Secret': 'forged' },
		});
		await raw({ event: 'message.received' });
		expect(hook.receiver.deliveries.map(({ raw: one }) => one)).toEqual([
			'payload=%7B%7D',
			'{"event":"message.received"}',
		]);
		expect(hook.receiver.deliveries[0]?.headers).toMatchObject({
			'content-type': 'application/x-www-form-urlencoded',
			'x-hook-secret': 'forged',
		});
	});

	test('never leaves this machine', async () => {
		await upsert({ url: 'https://hooks.example.com/a', isEnabled: true });
		const { deliveries } = await inbound();
		expect(deliveries).toMatchObject([
			{ status: null, attempts: 0, error: expect.stringContaining('this machine') },
		]);
	});

	test('is logged for the phone page', async () => {
		await register();
		const { id } = await inbound();
		const log = (await bench.control('GET', '/deliveries?provider=heltar')).body;
		expect(log).toMatchObject([
			{ provider: 'heltar', event: 'message', id, url: hook.url, status: 200, attempts: 1 },
		]);
	});
});
