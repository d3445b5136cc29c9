import { SandboxControl } from '../../demo/sandboxControl';
import { until } from '../waiting';
import { Bench, Receiver } from './harness';
import { HelloAllBench } from './helloAllBench';

/** Heltar's limit. */
const FAILURES = 100;

let bench: Bench;
let receiver: Receiver;
let hook: string;
beforeEach(async () => {
	bench = await Bench.start();
	receiver = new Receiver();
	hook = await receiver.listen();
	await register();
});
afterEach(async () => {
	await bench.close();
	await receiver.close();
});

const register = async (isEnabled = true) =>
	await bench.heltar('POST', '/v1/business/webhook-url', { urls: [{ url: hook, isEnabled }] });
const inbound = async () =>
	(
		await bench.control('POST', '/heltar/inbound', {
			from: '919811111111',
			message: { type: 'text', text: { body: 'Hi' } },
		})
	).body;
const registered = async () => (await bench.control('GET', '/heltar/webhooks')).body[0];
const enable = async (url = hook) => await bench.control('POST', '/heltar/webhooks/enable', { url });

async function fail(times = FAILURES): Promise<void> {
	receiver.answer = () => ({ status: 404 });
	for (let index = 0; index < times; index += 1) await inbound();
}

const why = {
	at: expect.stringMatching(/^\d{4}-.*Z$/),
	failures: FAILURES,
	last: 'answer 404',
};

test('a webhook that was switched off is told with the reason to everyone who listens', async () => {
	const stop = new AbortController();
	const { body } = await fetch(`${bench.running.url}/_sandbox/events`, { signal: stop.signal });
	let seen = '';
	const reading = (async () => {
		for await (const chunk of body as unknown as AsyncIterable<Uint8Array>)
			seen += new TextDecoder().decode(chunk);
	})().catch(() => undefined);
	await until(
		() => seen,
		(value) => value.includes('event: ready'),
	);
	await fail();
	const told = await until(
		() => /event: webhook\ndata: (.*switchedOff.*)\n/.exec(seen)?.[1],
		(value) => value !== undefined,
	);
	expect(JSON.parse(String(told))).toEqual({
		provider: 'heltar',
		data: { url: hook, isEnabled: false, switchedOff: why },
	});
	stop.abort();
	await reading;
});

test('the list of webhooks says since when and why; Heltar’s own API only that it is off', async () => {
	await fail();
	expect(await registered()).toMatchObject({ isEnabled: false, failures: FAILURES, switchedOff: why });
	expect((await bench.heltar('GET', '/v1/business')).body.data.webhooks).toEqual([
		{ url: hook, isEnabled: false, fields: ['metaWebhooks'] },
	]);
});

test('whoever lets a customer write learns why nothing is delivered', async () => {
	await fail(FAILURES - 1);
	expect(await registered()).not.toHaveProperty('switchedOff');
	const expected = { switchedOff: [{ url: hook, ...why }] };
	expect(await inbound()).toMatchObject({ deliveries: [{ status: 404 }], ...expected });
	expect(await inbound()).toMatchObject({ deliveries: [], ...expected });
});

test('the end-to-end tests and the demo fail with these words, not with an empty list', async () => {
	await fail();
	const control = new SandboxControl(bench.running.url, 'heltar');
	const message = { from: '919811111111', message: { type: 'text', text: { body: 'Hi' } } };
	const words = `switched off a webhook, and delivers nothing more to it:\n${hook} after 100 failed attempts in a row, the last: answer 404`;
	await expect(control.inbound(message)).rejects.toThrow(words);
	await expect(control.checkDelivering()).rejects.toThrow(words);
	await enable();
	await control.checkDelivering();
	expect(await control.inbound(message)).toMatchObject({ deliveries: [{ status: 404 }] });
});

test('a webhook that its user registered as off was not switched off', async () => {
	await register(false);
	expect(await inbound()).not.toHaveProperty('switchedOff');
	expect(await registered()).not.toHaveProperty('switchedOff');
	await enable();
	expect(await registered()).toMatchObject({ isEnabled: false });
});

test('it is switched on again, with a clean record', async () => {
	await fail();
	expect((await enable()).body).toEqual([
		{ url: hook, isEnabled: true, fields: ['metaWebhooks'], headers: {}, failures: 0 },
	]);
	await fail(FAILURES - 1);
	expect(await registered()).toMatchObject({ isEnabled: true, failures: FAILURES - 1 });
	receiver.answer = () => ({ status: 200 });
	expect(await inbound()).toEqual({
		id: expect.any(String),
		deliveries: [{ url: hook, status: 200, attempts: 1 }],
	});
});

test('registering it anew switches it on as well', async () => {
	await fail();
	await register();
	expect(await registered()).toEqual({
		url: hook,
		isEnabled: true,
		fields: ['metaWebhooks'],
		headers: {},
		failures: 0,
	});
});

test('only what is registered can be switched on', async () => {
	const { status, body } = await enable('https://crm.example.com/a');
	expect([status, body.error]).toEqual([
		404,
		'No webhook is registered with the URL https://crm.example.com/a',
	]);
});

test('a further attempt that comes too late is not made, and says so', async () => {
	await bench.control('POST', '/delivery', { retryScale: 1 / 60_000 });
	receiver.answer = () => ({ status: 503 });
	// Each makes six attempts at most.
	const all = await Promise.all(Array.from({ length: FAILURES / 4 }, inbound));
	const reports = all.map(({ deliveries }) => deliveries[0]);
	expect(await registered()).toMatchObject({ isEnabled: false });
	const unmade = reports.filter(({ attempts }) => attempts < 6);
	expect(unmade.length).toBeGreaterThan(0);
	for (const report of unmade)
		expect(report).toMatchObject({
			status: 503,
			error: 'not delivered: the webhook was removed or switched off meanwhile',
		});
});

test('Hello All switches nothing off', async () => {
	const other = await HelloAllBench.start();
	try {
		await other.call('POST', '/v1/configs/webhook', { url: hook });
		receiver.answer = () => ({ status: 404 });
		for (let index = 0; index <= FAILURES; index += 1)
			await other.inbound({ type: 'text', text: { body: 'Hi' } });
		expect(await other.webhooks()).toMatchObject([{ url: hook, isEnabled: true }]);
		expect((await other.control('POST', '/hello-all/webhooks/enable', { url: hook })).status).toBe(200);
	} finally {
		await other.close();
	}
});
