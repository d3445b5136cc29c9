import type { IDataObject } from 'n8n-workflow';

import { catchDeliveries } from '../deliveryCatcher';
import { openSandbox } from '../sandboxClient';
import { trigger } from '../triggerHarness';

const KEY = 'hk_live_sandbox';
const FOREIGN = ['https://crm.example.com/a', 'https://crm.example.com/b', 'https://bi.example.org/c'];

let sandbox: Awaited<ReturnType<typeof openSandbox>>;
beforeAll(async () => {
	sandbox = await openSandbox();
});
afterAll(async () => await sandbox.close());
beforeEach(async () => await sandbox.reset());

const heltarTrigger = (parameters = {}, apiKey = KEY, place: Parameters<typeof trigger>[3] = {}) =>
	trigger(
		'heltarTrigger',
		{ events: ['message'], ...parameters },
		{
			heltarApi: { apiKey, baseUrl: sandbox.baseUrl },
		},
		place,
	);

const message = (id: string, text = 'Hi', from = '447700900123') => ({
	object: 'whatsapp_business_account',
	entry: [
		{
			id: '1',
			changes: [
				{
					field: 'messages',
					value: {
						messaging_product: 'whatsapp',
						metadata: { display_phone_number: '447700900999', phone_number_id: '2' },
						contacts: [{ wa_id: from, profile: { name: 'Dana' } }],
						messages: [{ from, id, timestamp: '1770000000', type: 'text', text: { body: text } }],
					},
				},
			],
		},
	],
});

/** The secret header the trigger registered, as the provider sends it along. */
async function registeredHeaders(of: ReturnType<typeof heltarTrigger>) {
	await of.create();
	const [request] = (await sandbox.requests()).filter(({ path }) => path === '/v1/business/webhook-url');
	return request.body.urls[0].headers as Record<string, string>;
}

describe('registration', () => {
	test('registers exactly its own URL with a secret header, and finds itself registered', async () => {
		const own = heltarTrigger();
		expect(await own.checkExists()).toBe(false);
		await own.create();
		const request = (await sandbox.requests()).find(({ method }) => method === 'POST')!;
		expect(request).toMatchObject({ path: '/v1/business/webhook-url', query: {} });
		expect(request.body).toEqual({
			urls: [
				{
					url: own.url(),
					isEnabled: true,
					fields: ['metaWebhooks'],
					headers: { 'x-webhook-secret': expect.stringMatching(/^[0-9a-f]{64}$/) },
				},
			],
		});
		expect((await sandbox.webhooks()).map(({ url }) => url)).toEqual([own.url()]);
		expect(await own.checkExists()).toBe(true);
	});

	test('removes exactly its own URL; foreign ones stay as they were, headers included', async () => {
		const auth = { headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' } };
		const urls = FOREIGN.map((url, at) => ({
			url,
			isEnabled: at !== 1,
			fields: ['metaWebhooks'],
			headers: { 'X-Own': `value-${at}` },
		}));
		await fetch(`${sandbox.baseUrl}/v1/business/webhook-url`, {
			method: 'POST',
			...auth,
			body: JSON.stringify({ urls }),
		});
		const before = await sandbox.webhooks();
		const own = heltarTrigger();
		await own.create();
		expect(await sandbox.webhooks()).toHaveLength(4);
		await own.delete();
		expect(await sandbox.webhooks()).toEqual(before);
	});

	test('gone already is fine', async () => {
		expect(await heltarTrigger().delete()).toBe(true);
	});

	test('switched off by the provider, or registered with other fields, counts as not registered', async () => {
		const own = heltarTrigger();
		await own.create();
		expect(await heltarTrigger({ options: { customFields: true } }).checkExists()).toBe(false);
		expect(await heltarTrigger({}, await sandbox.key({ scopes: ['*'] })).checkExists()).toBe(false);
		expect(await own.checkExists()).toBe(true);
	});

	test('a key that may not manage webhooks: what to do is said', async () => {
		const own = heltarTrigger({}, await sandbox.key({ scopes: ['messages:write'] }));
		await expect(own.create()).rejects.toMatchObject({
			description: expect.stringContaining('set Registration to Manual'),
		});
	});

	test('manual registration makes no call at all', async () => {
		const own = heltarTrigger({ registration: 'manual' });
		expect([await own.checkExists(), await own.create(), await own.delete()]).toEqual([true, true, true]);
		expect(await sandbox.requests()).toEqual([]);
	});

	test.each(['http://127.0.0.1:5678', 'https://10.0.0.5', 'https://n8n.local', 'http://n8n.example.com'])(
		'Heltar could not deliver to %s: refused before anything is sent',
		async (n8n) => {
			const credentials = { heltarApi: { apiKey: KEY, baseUrl: 'https://api.heltar.com' } };
			const own = trigger('heltarTrigger', { events: ['message'] }, credentials, { n8n });
			await expect(own.create()).rejects.toMatchObject({
				message: expect.stringContaining('delivers to public https addresses only'),
			});
		},
	);

	test.each([
		[String.raw`(a)\1`, String.raw`uses \1`],
		['(?:a{999}){999}', 'is too large'],
	])('a pattern whose cost has no limit is refused at activation: %s', async (value, words) => {
		const own = heltarTrigger({ filters: { text: { values: { mode: 'regex', value } } } });
		await expect(own.create()).rejects.toMatchObject({ message: expect.stringContaining(words) });
	});

	test('a filter that can never work is refused at activation', async () => {
		const own = heltarTrigger({ filters: { text: { values: { mode: 'regex', value: '(' } } } });
		await expect(own.create()).rejects.toMatchObject({
			message: expect.stringContaining('not a valid regular expression'),
		});
	});
});

describe('deliveries', () => {
	test('a genuine one becomes one item per event', async () => {
		const own = heltarTrigger();
		const headers = await registeredHeaders(own);
		const { status, items } = await own.deliver({ headers, body: message('wamid.1', 'Where is it?') });
		expect(status).toBe(200);
		expect(items).toMatchObject([
			{
				schema: 1,
				event: 'message',
				provider: 'heltar',
				from: '447700900123',
				text: 'Where is it?',
				profileName: 'Dana',
				dedupeKey: 'message:wamid.1',
			},
		]);
	});

	test.each([
		['no secret', {}],
		['a wrong secret', { 'x-webhook-secret': 'f'.repeat(64) }],
		['an empty secret', { 'x-webhook-secret': '' }],
	])('with %s: 401, nothing starts', async (_name, headers) => {
		const own = heltarTrigger();
		await own.create();
		const { status, items } = await own.deliver({ headers, body: message('wamid.2') });
		expect(status).toBe(401);
		expect(items).toBeUndefined();
	});

	test('the secret is the same in test mode, after a restart and under another name', async () => {
		const headers = await registeredHeaders(heltarTrigger());
		const { items } = await heltarTrigger().deliver({ headers, body: message('wamid.3'), manual: true });
		expect(items).toHaveLength(1);
	});

	test('checking can be switched off', async () => {
		const own = heltarTrigger({ options: { verify: false } });
		expect((await own.deliver({ body: message('wamid.4') })).items).toHaveLength(1);
	});

	test('a redelivery starts nothing, unless the first one was not accepted', async () => {
		const own = heltarTrigger({ options: { verify: false } });
		expect((await own.deliver({ body: message('wamid.5'), answeredWith: 500 })).items).toHaveLength(1);
		expect((await own.deliver({ body: message('wamid.5') })).items).toHaveLength(1);
		const again = await own.deliver({ body: message('wamid.5') });
		expect(again).toMatchObject({ status: 200, items: undefined });
	});

	test('a redelivery of what n8n has not answered yet starts nothing, until n8n ends up answering with an error', async () => {
		const own = heltarTrigger({ options: { verify: false } });
		const body = message('wamid.10');
		const first = await own.deliver({ body, answeredWith: 'nothing yet' });
		expect((await own.deliver({ body })).items).toBeUndefined();
		first.answer(500);
		expect((await own.deliver({ body })).items).toHaveLength(1);
		expect((await own.deliver({ body })).items).toBeUndefined();
	});

	describe('in another process, or after a restart', () => {
		const process = (name: string, stored: IDataObject) =>
			heltarTrigger({ options: { verify: false } }, KEY, { nodeId: name, stored });
		const starts = async (at: ReturnType<typeof process>, id: string) =>
			(await at.deliver({ body: message(id) })).items?.length ?? 0;

		test('a redelivery starts nothing once a delivery that started nothing let n8n keep the key', async () => {
			const stored: IDataObject = {};
			const first = process('first', stored);
			expect(await starts(first, 'wamid.11')).toBe(1);
			expect(JSON.stringify(stored)).not.toContain('taken');
			await first.deliver({ body: { statuses: [{ id: 'wamid.12', status: 'read' }] } });
			const second = process('second', JSON.parse(JSON.stringify(stored)) as IDataObject);
			expect(await starts(second, 'wamid.11')).toBe(0);
			expect(await starts(second, 'wamid.13')).toBe(1);
		});

		test('what n8n answered with an error is not kept', async () => {
			const stored: IDataObject = {};
			const first = process('third', stored);
			await first.deliver({ body: message('wamid.14'), answeredWith: 500 });
			await first.deliver({ body: '{}' });
			expect(await starts(process('fourth', stored), 'wamid.14')).toBe(1);
		});

		test('the latest 200 are kept', async () => {
			const stored: IDataObject = {};
			const first = process('fifth', stored);
			for (let at = 0; at < 250; at += 1) await first.deliver({ body: message(`wamid.many.${at}`) });
			await first.deliver({ body: '{}' });
			const second = process('sixth', stored);
			expect(await starts(second, 'wamid.many.49')).toBe(1);
			expect(await starts(second, 'wamid.many.50')).toBe(0);
			expect(await starts(second, 'wamid.many.249')).toBe(0);
		});
	});

	test('what was not asked for starts nothing', async () => {
		const own = heltarTrigger({
			options: { verify: false },
			filters: { block: '+44 7700 900124', text: { values: { mode: 'startsWith', value: 'order' } } },
		});
		const deliver = async (id: string, text: string, from?: string) =>
			(await own.deliver({ body: message(id, text, from) })).items?.length ?? 0;
		expect(await deliver('wamid.6', 'Order 7')).toBe(1);
		expect(await deliver('wamid.7', 'Hello')).toBe(0);
		expect(await deliver('wamid.8', 'Order 8', '447700900124')).toBe(0);
	});

	test('a pattern that JavaScript would need years for is decided at once', async () => {
		const own = heltarTrigger({
			options: { verify: false },
			filters: { text: { values: { mode: 'regex', value: '^(a+)+$' } } },
		});
		const start = Date.now();
		expect((await own.deliver({ body: message('wamid.20', `${'a'.repeat(9_999)}!`) })).items).toBeUndefined();
		expect((await own.deliver({ body: message('wamid.21', 'aaa') })).items).toHaveLength(1);
		expect(Date.now() - start).toBeLessThan(5_000);
	});

	test('raw output is the provider’s own piece', async () => {
		const own = heltarTrigger({ options: { verify: false, raw: true } });
		const { items } = await own.deliver({ body: message('wamid.9') });
		expect(items).toMatchObject([{ id: 'wamid.9', type: 'text', text: { body: 'Hi' } }]);
	});

	test.each(['', '{}', '[]', 'null', 'just words', '{"entry":'])(
		'the body %p is answered with 200',
		async (body) => {
			const own = heltarTrigger({ options: { verify: false }, events: ['message'] });
			expect(await own.deliver({ body })).toMatchObject({ status: 200, items: undefined });
		},
	);

	test('the handshake is answered with the bare challenge', async () => {
		const answer = await heltarTrigger().deliver({
			method: 'GET',
			query: { 'hub.mode': 'subscribe', 'hub.challenge': '158201444' },
		});
		expect(answer).toMatchObject({ status: 200, text: '158201444', items: undefined });
		expect(answer.headers['Content-Type']).toBe('text/plain; charset=utf-8');
	});
});

test('what the sandbox delivers arrives as the trigger expects it, secret included', async () => {
	const own = heltarTrigger();
	const headers = await registeredHeaders(own);
	const receiver = await catchDeliveries();
	await fetch(`${sandbox.baseUrl}/v1/business/webhook-url`, {
		method: 'POST',
		headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
		body: JSON.stringify({
			urls: [{ url: receiver.url, isEnabled: true, fields: ['metaWebhooks'], headers }],
		}),
	});
	await own.delete();
	await sandbox.post('/heltar/inbound', {
		from: '447700900123',
		name: 'Dana',
		message: { type: 'text', text: { body: 'Hello there' } },
	});
	receiver.close();
	expect(receiver.taken).toHaveLength(1);
	const { items } = await own.deliver(receiver.taken[0]);
	expect(items).toMatchObject([
		{ event: 'message', from: '447700900123', profileName: 'Dana', text: 'Hello there' },
	]);
});
