import { until } from '../waiting';
import { Bench, Receiver, text } from './harness';

const FROM = '919811111111';
const SECRET = { 'X-Hook-Secret': 'f3a9c1e07d' };
let bench: Bench;
let receiver: Receiver;
let hook: string;
beforeAll(async () => {
	bench = await Bench.start();
});
beforeEach(async () => {
	await bench.control('POST', '/reset');
	receiver = new Receiver();
	hook = await receiver.listen();
});
afterEach(async () => await receiver.close());
afterAll(async () => await bench.close());

const upsert = async (...urls: object[]) => await bench.heltar('POST', '/v1/business/webhook-url', { urls });
const register = async (more: object = {}) => await upsert({ url: hook, isEnabled: true, ...more });
const inbound = async (message: object = { type: 'text', text: { body: 'Hi' } }, more: object = {}) =>
	(await bench.control('POST', '/heltar/inbound', { from: FROM, name: 'Asha', message, ...more })).body;
const registered = async () => (await bench.control('GET', '/heltar/webhooks')).body;

describe('registration', () => {
	test('adds and updates by URL, leaves the others alone, and answers with all of them', async () => {
		await upsert({ url: 'https://crm.example.com/a', isEnabled: true }, { url: hook, isEnabled: true });
		const { body } = await upsert({ url: hook, isEnabled: false, fields: ['metaCustomFieldHook'] });
		expect(body.data).toEqual([
			{ url: 'https://crm.example.com/a', isEnabled: true, fields: ['metaWebhooks'] },
			{ url: hook, isEnabled: false, fields: ['metaCustomFieldHook'] },
		]);
		expect((await bench.heltar('GET', '/v1/business')).body.data.webhooks).toEqual(body.data);
	});

	test('masks header values, keeps a stored one sent back masked, and drops headers left out', async () => {
		const first = await register({ headers: { ...SECRET, 'X-Short': 'abc' } });
		expect(first.body.data[0].headers).toEqual({ 'X-Hook-Secret': '*****1e07d', 'X-Short': '***' });
		await register({ headers: { 'X-Hook-Secret': '*****1e07d' } });
		expect((await registered())[0].headers).toEqual(SECRET);
		await register();
		expect((await registered())[0].headers).toEqual({});
	});

	test('removes exactly one; 404 when it is not there', async () => {
		await upsert({ url: 'https://crm.example.com/a', isEnabled: true }, { url: hook, isEnabled: true });
		const remove = async () =>
			await bench.heltar('DELETE', `/v1/business/webhook-url?url=${encodeURIComponent(hook)}`);
		expect((await remove()).body.data.map(({ url }: { url: string }) => url)).toEqual([
			'https://crm.example.com/a',
		]);
		expect((await remove()).status).toBe(404);
	});

	test.each(['http://crm.example.com/a', 'ftp://127.0.0.1/', 'not a url'])('refuses %s', async (url) => {
		expect((await upsert({ url, isEnabled: true })).status).toBe(400);
	});

	test('with a verify token the URL must not refuse the handshake', async () => {
		receiver.answer = ({ url }) => ({
			status: 200,
			body: new URL(url, hook).searchParams.get('hub.challenge') ?? '',
		});
		expect((await register({ verifyToken: 'let-me-in' })).status).toBe(200);
		receiver.answer = () => ({ status: 403 });
		expect((await register({ verifyToken: 'let-me-in' })).status).toBe(400);
		receiver.answer = () => 'hang up';
		expect((await register({ verifyToken: 'let-me-in' })).status).toBe(200);
	});

	test('the generation of 2023 shows URL and switch only', async () => {
		await bench.settings({ generation: 2023 });
		expect((await register({ headers: SECRET })).body.data).toEqual([{ url: hook, isEnabled: true }]);
	});
});

describe('an inbound message', () => {
	test('arrives as the Cloud envelope, with time stamp and registered headers, and in the history', async () => {
		await register({ headers: SECRET });
		const { id, deliveries } = await inbound();
		expect(deliveries).toEqual([{ url: hook, status: 200, attempts: 1 }]);
		const [delivery] = receiver.deliveries;
		expect(delivery?.headers['x-hook-secret']).toBe(SECRET['X-Hook-Secret']);
		expect(delivery?.headers['content-type']).toBe('application/json');
		expect(Date.parse(String(delivery?.headers['x-request-timestamp']))).toBeGreaterThan(Date.now() - 5000);
		expect(delivery?.body).toEqual({
			object: 'whatsapp_business_account',
			entry: [
				{
					id: expect.any(String),
					changes: [
						{
							field: 'messages',
							value: {
								messaging_product: 'whatsapp',
								metadata: { display_phone_number: '918000000001', phone_number_id: expect.any(String) },
								contacts: [
									{ profile: { name: 'Asha' }, wa_id: FROM, user_id: expect.stringMatching(/^IN\.\d+$/) },
								],
								messages: [
									{
										from: FROM,
										id,
										timestamp: expect.stringMatching(/^\d{10}$/),
										type: 'text',
										text: { body: 'Hi' },
									},
								],
							},
						},
					],
				},
			],
		});
		const history = (await bench.heltar('GET', `/v1/messages/${FROM}`)).body.data.messages;
		expect(history).toMatchObject([{ wamid: id, status: 'received', type: 'text', body: 'Hi' }]);
		const contact = (await bench.heltar('GET', `/v1/clients/${FROM}`)).body.data;
		expect(contact).toMatchObject({
			username: 'Asha',
			unreadMessages: 1,
			isOpen: true,
			latestMessage: { text: 'Hi' },
		});
	});

	test('from someone who hides their number carries the user id alone, which can be answered', async () => {
		await register();
		await bench.control('PATCH', `/heltar/customers/${FROM}`, { hidesNumber: true, username: 'asha.v' });
		await inbound();
		const [message] = receiver.entries('messages');
		expect(message).not.toHaveProperty('from');
		const userId = message.from_user_id;
		expect(receiver.entries('contacts')[0]).toEqual({
			profile: { name: 'Asha', username: 'asha.v' },
			user_id: userId,
		});
		expect((await bench.send(text(userId, 'Hello'))).status).toBe(200);
		expect((await bench.conversation(FROM)).map((entry) => entry.text)).toEqual(['Hi', 'Hello']);
		const [status] = await until(
			() => receiver.entries('statuses'),
			(statuses) => statuses.length > 0,
		);
		expect(status).toMatchObject({ recipient_user_id: userId });
		expect(status).not.toHaveProperty('recipient_id');
	});

	test('goes to nobody who is switched off or asked for custom data only', async () => {
		await register({ isEnabled: false });
		await inbound();
		await register({ fields: ['metaCustomFieldHook'] });
		expect((await inbound()).deliveries).toEqual([]);
		expect(receiver.deliveries).toEqual([]);
	});

	test('with a keyword opts the contact out and in again', async () => {
		await inbound({ type: 'text', text: 'STOP' });
		expect((await bench.send(text(FROM))).body.errorRaw.fail[0].errorData).toBe('Client has not opted in');
		await inbound({ type: 'text', text: 'Start' });
		expect((await bench.send(text(FROM))).status).toBe(200);
	});

	test.each<[object, string]>([
		[{ type: 'button', button: { text: 'Yes', payload: 'y' } }, 'Yes'],
		[
			{
				type: 'interactive',
				interactive: { type: 'list_reply', list_reply: { id: 'r1', title: 'Invoices' } },
			},
			'Invoices',
		],
		[{ type: 'location', location: { latitude: 0, longitude: 1.5 } }, '[location] (0, 1.5)'],
		[{ type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } }, '[reaction 👍]'],
	])('%j reads as %s and is passed on untouched', async (message, rendering) => {
		await register();
		await inbound(message);
		expect((await bench.conversation(FROM))[0].text).toBe(rendering);
		expect(receiver.entries('messages')[0]).toMatchObject(message);
	});
});

describe('statuses', () => {
	test('of a sent message come one by one', async () => {
		await register();
		await bench.send(text(FROM));
		const statuses = await until(
			() => receiver.entries('statuses'),
			(value) => value.length === 2,
		);
		expect(statuses.map(({ status, recipient_id }) => [status, recipient_id])).toEqual([
			['sent', FROM],
			['delivered', FROM],
		]);
	});

	test('can be moved by hand; the same one twice within ten minutes is held back', async () => {
		await register();
		const sent = await bench.send(text(FROM));
		const id = sent.body.data.success[0].message.wamid;
		const errors = [{ code: 131049, title: 'Not delivered to maintain healthy ecosystem engagement' }];
		const fail = async () =>
			await bench.control('POST', '/heltar/statuses', { id, status: 'failed', errors });
		expect((await fail()).body.deliveries).toHaveLength(1);
		expect((await fail()).body.deliveries).toHaveLength(0);
		expect(receiver.entries('statuses').find(({ status }) => status === 'failed')).toMatchObject({
			id,
			errors,
		});
		expect((await bench.conversation(FROM))[0].status).toBe('failed');
	});

	test('with custom data go to both kinds of subscription, twice to a URL with both', async () => {
		await register({ fields: ['metaWebhooks', 'metaCustomFieldHook'] });
		const customField = { order: 'ORD-7' };
		await bench.send({ ...text(FROM), integrations: [{ name: 'metaCustomFieldHook', customField }] });
		const all = await until(
			() => receiver.deliveries,
			(deliveries) => deliveries.length === 4,
		);
		expect(
			all.filter(({ body }) => body.customField !== undefined).map(({ body }) => body.customField),
		).toEqual([customField, customField]);
		await inbound();
		expect(receiver.deliveries.at(-1)?.body).not.toHaveProperty('customField');
	});
});

describe('delivery', () => {
	test('is repeated up to five times on 5xx and broken connections', async () => {
		await register();
		await bench.control('POST', '/delivery', { retryScale: 0.000001 });
		receiver.answer = (_delivery, count) => (count % 2 ? { status: 503 } : 'hang up');
		const { deliveries } = await inbound();
		expect(deliveries).toMatchObject([{ url: hook, attempts: 6 }]);
		expect(receiver.deliveries).toHaveLength(6);
	});

	test('stops repeating once it succeeds', async () => {
		await register();
		await bench.control('POST', '/delivery', { retryScale: 0.000001 });
		receiver.answer = (_delivery, count) => ({ status: count < 3 ? 500 : 200 });
		expect((await inbound()).deliveries).toEqual([{ url: hook, status: 200, attempts: 3 }]);
	});

	test('is not repeated after a 4xx', async () => {
		await register();
		await bench.control('POST', '/delivery', { retryScale: 0.000001 });
		receiver.answer = () => ({ status: 404 });
		expect((await inbound()).deliveries).toEqual([{ url: hook, status: 404, attempts: 1 }]);
	});

	test('with the provider’s own waits the call does not hang on retries to come', async () => {
		await register();
		receiver.answer = () => ({ status: 500 });
		expect((await inbound()).deliveries).toEqual([{ url: hook, status: 500, attempts: 1, pending: true }]);
	});

	test('switches a URL off after 100 failures in a row; a success in between starts the count anew', async () => {
		await register();
		receiver.answer = () => ({ status: 400 });
		for (let index = 0; index < 99; index += 1) await inbound();
		expect((await registered())[0]).toMatchObject({ isEnabled: true, failures: 99 });
		receiver.answer = () => ({ status: 200 });
		await inbound();
		expect((await registered())[0].failures).toBe(0);
		receiver.answer = () => ({ status: 400 });
		for (let index = 0; index < 100; index += 1) await inbound();
		expect((await registered())[0].isEnabled).toBe(false);
		expect((await inbound()).deliveries).toEqual([]);
		receiver.answer = () => ({ status: 200 });
		await register();
		expect((await inbound()).deliveries).toHaveLength(1);
	});

	test('can be doubled, delayed and shuffled', async () => {
		await register();
		await bench.control('POST', '/delivery', { duplicates: 2, delayMs: 50 });
		const before = Date.now();
		expect((await inbound()).deliveries).toHaveLength(3);
		expect(Date.now() - before).toBeGreaterThanOrEqual(45);
		expect(new Set(receiver.entries('messages').map(({ id }) => id)).size).toBe(1);

		await bench.control('POST', '/delivery', { duplicates: 0, delayMs: 0, shuffle: true });
		receiver.deliveries.length = 0;
		const sent = Array.from({ length: 12 }, (_, index) => String(index));
		await Promise.all(sent.map(async (body) => await inbound({ type: 'text', text: { body } })));
		const arrived = receiver.entries('messages').map((message) => message.text.body);
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
		expect(receiver.deliveries.map(({ raw: one }) => one)).toEqual([
			'payload=%7B%7D',
			'{"event":"message.received"}',
		]);
		expect(receiver.deliveries[0]?.headers).toMatchObject({
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
			{ provider: 'heltar', event: 'message', id, url: hook, status: 200, attempts: 1 },
		]);
	});
});
