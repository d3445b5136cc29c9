import { until } from '../waiting';
import { ASHA, template } from './helloAllBench';
import { MetaBench, PanelReceiver, PHONE, text, WABA } from './metaBench';

let bench: MetaBench;
let receiver: PanelReceiver;
let hook: string;
beforeAll(async () => {
	bench = await MetaBench.start();
});
beforeEach(async () => {
	await bench.panel.control('POST', '/reset');
	receiver = new PanelReceiver();
	hook = await receiver.listen();
});
afterEach(async () => await receiver.close());
afterAll(async () => await bench.panel.close());

const settings = async (change: object) => await bench.panel.settings(change);

describe('the panel’s page', () => {
	test('asks the URL for an echo, and saves it with the events ticked', async () => {
		const { status, body } = await bench.save(`${hook}?secret=s`, ['incoming']);
		expect([status, body]).toEqual([
			200,
			[
				{
					url: `${hook}?secret=s`,
					isEnabled: true,
					headers: {},
					style: 'meta',
					events: ['incoming'],
					failures: 0,
				},
			],
		]);
		const [{ method, url }] = receiver.questions;
		expect([method, Object.fromEntries(url.searchParams)]).toEqual([
			'GET',
			{ secret: 's', echo: 'true', challange: expect.stringMatching(/^[0-9A-Z]{6}$/) },
		]);
	});

	test('may ask without echo, or by POST', async () => {
		await settings({ metaHandshake: 'plain' });
		expect((await bench.save(hook)).status).toBe(200);
		await settings({ metaHandshake: 'post' });
		expect((await bench.save(hook)).status).toBe(200);
		const [get, post] = receiver.questions;
		expect([...get.url.searchParams.keys()]).toEqual(['challange']);
		expect([post.method, post.url.search, Object.keys(JSON.parse(post.body))]).toEqual([
			'POST',
			'',
			['challange'],
		]);
	});

	test.each<[string, PanelReceiver['answer'], string]>([
		['another value', () => ({ body: 'nonsense' }), 'bare value'],
		['the value in quotes', (value) => ({ body: `"${value}"` }), 'bare value'],
		['another type', () => ({ type: 'application/json' }), 'not as text/plain'],
		['another status', () => ({ status: 201 }), 'status 201'],
		['a redirect to itself', () => ({ status: 302, location: '/hook?challange=x' }), 'status 302'],
	])('does not save a URL that answers with %s', async (_, answer, why) => {
		receiver.answer = answer;
		const { status, body } = await bench.save(hook);
		expect([status, body.error]).toEqual([400, expect.stringContaining(why)]);
		expect(receiver.questions).toHaveLength(1);
		expect(await bench.panel.webhooks()).toEqual([]);
	});

	test.each([
		['nonsense', 'https address'],
		['http://crm.example.com/', 'https address'],
		['https://crm.example.com/', 'beyond this machine'],
		['http://127.0.0.1:1/', 'cannot be reached'],
	])('does not save %s', async (url, why) => {
		expect((await bench.save(url)).body.error).toContain(why);
	});

	test('knows its events, and only what was saved can be removed', async () => {
		expect((await bench.save(hook, ['all'])).body.error).toContain('incoming, outgoing, status, other');
		expect((await bench.panel.control('DELETE', '/hello-all/webhooks', { url: hook })).status).toBe(404);
		await bench.save(hook);
		expect((await bench.panel.control('DELETE', '/hello-all/webhooks', { url: hook })).body).toEqual([]);
		expect((await bench.panel.inbound({ type: 'text', text: 'Hi' })).deliveries).toEqual([]);
	});

	test('is none of Heltar’s', async () => {
		const { status, body } = await bench.panel.control('POST', '/heltar/webhooks', { url: hook });
		expect([status, body.error]).toEqual([400, expect.stringContaining('its API registers them')]);
	});
});

describe('a customer’s message', () => {
	test('comes in the Cloud envelope, under Meta’s ids', async () => {
		await bench.save(hook);
		const { id, deliveries } = await bench.panel.inbound({ type: 'text', text: 'Hi' });
		expect(deliveries).toEqual([{ url: hook, status: 200, attempts: 1 }]);
		expect(receiver.deliveries[0]).toMatchObject({
			object: 'whatsapp_business_account',
			entry: [
				{
					id: WABA,
					changes: [
						{
							field: 'messages',
							value: {
								metadata: { phone_number_id: PHONE },
								messages: [{ id, from: ASHA, type: 'text', text: { body: 'Hi' } }],
							},
						},
					],
				},
			],
		});
	});

	test('is told to the webhook of v1 as ever, and to several of the page', async () => {
		const v1 = new PanelReceiver();
		const v1Hook = await v1.listen();
		v1.answer = () => ({});
		await bench.panel.call('POST', '/v1/configs/webhook', { url: v1Hook });
		await bench.save(`${hook}/a`);
		await bench.save(`${hook}/b`);
		await bench.panel.inbound({ type: 'text', text: 'Hi' });
		expect(v1.deliveries).toEqual([{ contacts: [expect.anything()], messages: [expect.anything()] }]);
		expect(receiver.kinds()).toEqual(['message', 'message']);
		await v1.close();
	});

	test('with media names an id, which the token fetches', async () => {
		await bench.save(hook);
		await bench.panel.inbound({ type: 'document', document: { base64: 'SGVsbG8=', filename: 'a.txt' } });
		const { document } = receiver.deliveries[0].entry[0].changes[0].value.messages[0];
		expect(document).toEqual({
			id: expect.stringMatching(/^\d{16}$/),
			filename: 'a.txt',
			mime_type: 'application/pdf',
			sha256: expect.any(String),
		});
		const { bytes } = await bench.panel.bytes('GET', `/api/meta/v20.0/${document.id}`, undefined, {
			authorization: 'Bearer sandbox-token',
		});
		expect(bytes.toString()).toBe('Hello');
	});

	test.each<[string, (body: unknown) => unknown]>([
		['nestedValue', (body) => (body as never as Envelope).entry[0].changes[0].value.value],
		['wrapped', (body) => (body as { payload: Envelope }).payload.entry[0].changes[0].value],
		[
			'formEncoded',
			(body) =>
				(JSON.parse(new URLSearchParams(body as string).get('payload') as string) as Envelope).entry[0]
					.changes[0].value,
		],
	])('can come as %s', async (metaWebhookForm, valueOf) => {
		await settings({ metaWebhookForm });
		await bench.save(hook);
		await bench.panel.inbound({ type: 'text', text: 'Hi' });
		expect(valueOf(receiver.deliveries[0])).toMatchObject({ messages: [{ text: { body: 'Hi' } }] });
	});
});

interface Envelope {
	entry: Array<{ changes: Array<{ value: { value?: unknown } }> }>;
}

describe('after a queue answer', () => {
	const send = async () => (await bench.send(text())).body.message.queue_id;

	test('the report comes first: the queue number and WhatsApp’s id', async () => {
		await bench.save(hook);
		const queue_id = await send();
		expect(await receiver.arrived(3)).toEqual(['report sent', 'sent', 'delivered']);
		const [report, status] = receiver.deliveries;
		const { id } = status.entry[0].changes[0].value.statuses[0];
		expect(report).toEqual({
			messaging_channel: 'whatsapp',
			message: { queue_id, message_status: 'sent' },
			response: {
				messaging_product: 'whatsapp',
				contacts: [{ input: ASHA, wa_id: ASHA }],
				messages: [{ id }],
			},
		});
		await bench.panel.control('POST', `/hello-all/phone/${ASHA}/read`);
		expect((await receiver.arrived(4)).at(-1)).toBe('read');
	});

	test('or last', async () => {
		await settings({ queueReport: 'last' });
		await bench.save(hook);
		await send();
		expect(await receiver.arrived(3)).toEqual(['sent', 'delivered', 'report sent']);
	});

	test('or never', async () => {
		await settings({ queueReport: 'none' });
		await bench.save(hook);
		await send();
		await until(
			async () => (await bench.sends())[0].status,
			(status) => status === 'delivered',
		);
		expect(await receiver.arrived(2)).toEqual(['sent', 'delivered']);
	});

	test('or it says that the message failed, with Meta’s error and no id', async () => {
		await settings({ queueReport: 'failed' });
		await bench.save(hook);
		const queue_id = await send();
		expect(await receiver.arrived(1)).toEqual(['report failed']);
		expect(receiver.deliveries[0]).toMatchObject({
			message: { queue_id, message_status: 'failed' },
			response: { error: { code: 131000 } },
		});
		expect((await bench.sends())[0].status).toBe('failed');
	});

	test.each<[string, object, object, number]>([
		['the window is closed', { window: 'closed' }, text(), 131047],
		['the template is not there', {}, template('nowhere'), 132001],
	])('WhatsApp’s refusal is in the report: %s', async (_, change, sent, code) => {
		await settings(change);
		await bench.save(hook);
		await bench.send(sent);
		await receiver.arrived(1);
		expect(receiver.deliveries).toEqual([
			expect.objectContaining({ response: { error: expect.objectContaining({ code }) } }),
		]);
	});

	test('a number that is not on WhatsApp is sent to, and fails as a status', async () => {
		await bench.panel.control('PATCH', `/hello-all/customers/${ASHA}`, { onWhatsApp: false });
		await bench.save(hook);
		await send();
		expect(await receiver.arrived(2)).toEqual(['report sent', 'failed']);
	});

	test('a Cloud answer has no report', async () => {
		await settings({ metaAnswer: 'cloud' });
		await bench.save(hook);
		await bench.send(text());
		expect(await receiver.arrived(2)).toEqual(['sent', 'delivered']);
	});
});

describe('what is ticked', () => {
	test('receipts only where status is', async () => {
		await bench.save(hook, ['incoming']);
		await settings({ metaAnswer: 'cloud' });
		await bench.send(text());
		await until(
			async () => (await bench.sends())[0].status,
			(status) => status === 'delivered',
		);
		await bench.panel.inbound({ type: 'text', text: 'Hi' });
		expect(receiver.kinds()).toEqual(['message']);
	});

	test('outgoing messages come as copies, or as echoes', async () => {
		await settings({ metaAnswer: 'cloud' });
		await bench.save(hook, ['outgoing']);
		const { id } = (await bench.send(text('Out'))).body.messages[0];
		await receiver.arrived(1);
		await settings({ metaOutgoing: 'echo' });
		await bench.send(text('Out'));
		expect(await receiver.arrived(2)).toEqual(['copy', 'smb_message_echoes']);
		const [copy, echo] = receiver.deliveries.map(({ entry }) => entry[0].changes[0].value);
		const said = { from: '918000000002', to: ASHA, type: 'text', text: { body: 'Out' } };
		expect(copy.messages).toEqual([{ ...said, id, timestamp: expect.any(String) }]);
		expect(echo.message_echoes).toEqual([expect.objectContaining(said)]);
	});

	test('what WhatsApp makes of a template comes with the others', async () => {
		await bench.save(hook, ['other']);
		await bench.panel.control('PATCH', '/hello-all/templates/welcome', { status: 'PAUSED' });
		expect(receiver.kinds()).toEqual(['message_template_status_update']);
		expect(receiver.deliveries[0].entry[0].changes[0].value).toMatchObject({
			event: 'PAUSED',
			message_template_name: 'welcome',
			message_template_language: 'en',
		});
	});
});

test('anything but 2xx is delivered again', async () => {
	await bench.panel.control('POST', '/delivery', { retryScale: 0.001 });
	await bench.save(hook);
	await receiver.close();
	const { deliveries } = await bench.panel.inbound({ type: 'text', text: 'Hi' });
	expect(deliveries).toEqual([expect.objectContaining({ status: null, attempts: 5 })]);
});
