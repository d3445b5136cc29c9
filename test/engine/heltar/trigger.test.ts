import type { IDataObject } from 'n8n-workflow';

import { HeltarTrigger } from '../../../nodes/Heltar/HeltarTrigger.node';
import { catchDeliveries } from '../deliveryCatcher';
import { KEY } from './fixture';
import { useTrigger } from './triggerFixture';

const { sandbox, heltarTrigger, registeredHeaders } = useTrigger();

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

	test('a body in UTF-16 is read, whether or not it says so', async () => {
		const own = heltarTrigger({ options: { verify: false } });
		const body = Buffer.from(JSON.stringify(message('wamid.30', 'Grüße')), 'utf16le');
		const headers = { 'content-type': 'application/json; charset=utf-16le' };
		expect((await own.deliver({ headers, body })).items).toMatchObject([{ id: 'wamid.30', text: 'Grüße' }]);
	});

	test('what n8n answers for the node is the node’s own word', async () => {
		const [{ responseData }] = new HeltarTrigger().description.webhooks!;
		// n8n answers with "firstEntryJson", the name of its default, where a description says nothing.
		expect(responseData).toBe('');
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
