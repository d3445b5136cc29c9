import { until } from '../waiting';
import { text } from './harness';
import { FROM, SECRET, useHook } from './heltarHook';

const hook = useHook();
const { bench, upsert, register, inbound, registered } = hook;

describe('registration', () => {
	test('adds and updates by URL, leaves the others alone, and answers with all of them', async () => {
		await upsert({ url: 'https://crm.example.com/a', isEnabled: true }, { url: hook.url, isEnabled: true });
		const { body } = await upsert({ url: hook.url, isEnabled: false, fields: ['metaCustomFieldHook'] });
		expect(body.data).toEqual([
			{ url: 'https://crm.example.com/a', isEnabled: true, fields: ['metaWebhooks'] },
			{ url: hook.url, isEnabled: false, fields: ['metaCustomFieldHook'] },
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
		await upsert({ url: 'https://crm.example.com/a', isEnabled: true }, { url: hook.url, isEnabled: true });
		const remove = async () =>
			await bench.heltar('DELETE', `/v1/business/webhook-url?url=${encodeURIComponent(hook.url)}`);
		expect((await remove()).body.data.map(({ url }: { url: string }) => url)).toEqual([
			'https://crm.example.com/a',
		]);
		expect((await remove()).status).toBe(404);
	});

	test.each(['http://crm.example.com/a', 'ftp://127.0.0.1/', 'not a url'])('refuses %s', async (url) => {
		expect((await upsert({ url, isEnabled: true })).status).toBe(400);
	});

	test('with a verify token the URL must not refuse the handshake', async () => {
		hook.receiver.answer = ({ url }) => ({
			status: 200,
			body: new URL(url, hook.url).searchParams.get('hub.challenge') ?? '',
		});
		expect((await register({ verifyToken: 'let-me-in' })).status).toBe(200);
		hook.receiver.answer = () => ({ status: 403 });
		expect((await register({ verifyToken: 'let-me-in' })).status).toBe(400);
		hook.receiver.answer = () => 'hang up';
		expect((await register({ verifyToken: 'let-me-in' })).status).toBe(200);
	});

	test('the generation of 2023 shows URL and switch only', async () => {
		await bench.settings({ generation: 2023 });
		expect((await register({ headers: SECRET })).body.data).toEqual([{ url: hook.url, isEnabled: true }]);
	});
});

describe('an inbound message', () => {
	test('arrives as the Cloud envelope, with time stamp and registered headers, and in the history', async () => {
		await register({ headers: SECRET });
		const before = Date.now();
		const { id, deliveries } = await inbound();
		expect(deliveries).toEqual([{ url: hook.url, status: 200, attempts: 1 }]);
		const [delivery] = hook.receiver.deliveries;
		expect(delivery?.headers['x-hook-secret']).toBe(SECRET['X-Hook-Secret']);
		expect(delivery?.headers['content-type']).toBe('application/json');
		expect(Date.parse(String(delivery?.headers['x-request-timestamp']))).toBeGreaterThanOrEqual(before);
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
		const [message] = hook.receiver.entries('messages');
		expect(message).not.toHaveProperty('from');
		const userId = message.from_user_id;
		expect(hook.receiver.entries('contacts')[0]).toEqual({
			profile: { name: 'Asha', username: 'asha.v' },
			user_id: userId,
		});
		expect((await bench.send(text(userId, 'Hello'))).status).toBe(200);
		expect((await bench.conversation(FROM)).map((entry) => entry.text)).toEqual(['Hi', 'Hello']);
		const [status] = await until(
			() => hook.receiver.entries('statuses'),
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
		expect(hook.receiver.deliveries).toEqual([]);
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
		expect(hook.receiver.entries('messages')[0]).toMatchObject(message);
	});
});

describe('statuses', () => {
	test('of a sent message come one by one', async () => {
		await register();
		await bench.send(text(FROM));
		const statuses = await until(
			() => hook.receiver.entries('statuses'),
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
		expect(hook.receiver.entries('statuses').find(({ status }) => status === 'failed')).toMatchObject({
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
			() => hook.receiver.deliveries,
			(deliveries) => deliveries.length === 4,
		);
		expect(
			all.filter(({ body }) => body.customField !== undefined).map(({ body }) => body.customField),
		).toEqual([customField, customField]);
		await inbound();
		expect(hook.receiver.deliveries.at(-1)?.body).not.toHaveProperty('customField');
	});
});
