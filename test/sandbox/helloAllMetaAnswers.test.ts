import { until } from '../waiting';
import { ASHA, KABIR } from './helloAllBench';
import { MetaBench, text } from './metaBench';

let bench: MetaBench;
beforeAll(async () => {
	bench = await MetaBench.start();
});
beforeEach(async () => {
	await bench.panel.control('POST', '/reset');
});
afterAll(async () => await bench.panel.close());

const settings = async (change: object) => await bench.panel.settings(change);
const conversation = async (number = ASHA) => await bench.panel.conversation(number);

describe('the answers', () => {
	test('a queue number at first, and no id of WhatsApp’s', async () => {
		const { status, body } = await bench.send(text());
		expect([status, body]).toEqual([
			200,
			{
				messaging_channel: 'whatsapp',
				message: { queue_id: expect.stringMatching(/^[0-9a-f]{32}$/), message_status: 'queued' },
			},
		]);
		const [sent] = await until(
			async () => await conversation(),
			(all) => all.length === 1,
		);
		expect((await bench.sends())[0]).toMatchObject({
			id: sent.id,
			altId: body.message.queue_id,
			style: 'meta',
		});
	});

	test.each<[string, unknown]>([
		['error200', { error: expect.objectContaining({ code: 131000 }) }],
		['successFalse', { success: false, message: expect.any(String) }],
		['status400', { status: 400, message: expect.any(String) }],
		[
			'messageFailed',
			{ messaging_channel: 'whatsapp', message: { queue_id: null, message_status: 'failed' } },
		],
		['errorText', expect.stringMatching(/^Error,/)],
	])('%s: 200, and nothing is sent', async (metaAnswer, expected) => {
		await settings({ metaAnswer });
		const { status, body } = await bench.send(text());
		expect([status, body]).toEqual([200, expected]);
		expect(await bench.sends()).toEqual([]);
	});

	test.each<[string, string, unknown]>([
		['noId', 'application/json', { messaging_channel: 'whatsapp', success: true }],
		['html', 'text/html', expect.stringContaining('<title>Login</title>')],
	])('%s: 200, and the message arrives', async (metaAnswer, type, expected) => {
		await settings({ metaAnswer });
		const { status, headers, body } = await bench.send(text());
		expect([status, headers.get('content-type')?.split(';')[0], body]).toEqual([200, type, expected]);
		await until(
			async () => (await conversation())[0]?.status,
			(one) => one === 'delivered',
		);
		expect(await bench.sends()).toHaveLength(1);
	});

	test('what WhatsApp refuses shows at once in the Cloud form, later in the queue', async () => {
		await settings({ window: 'closed', metaAnswer: 'cloud' });
		expect((await bench.problem(text()))[1]).toBe(131047);
		expect(await bench.sends()).toEqual([]);
		await settings({ metaAnswer: 'queue' });
		expect((await bench.send(text())).body.message.message_status).toBe('queued');
		await until(
			async () => (await bench.sends())[0]?.status,
			(status) => status === 'failed',
		);
		expect(await conversation()).toEqual([]);
	});
});

describe('faults and limits hold for this style too', () => {
	const fault = async (what: object) =>
		await bench.panel.fault(what, { path: '/api/meta/*/messages', times: 1 });

	test('resetAfter: sent, and no answer', async () => {
		await fault({ kind: 'resetAfter' });
		await expect(bench.send(text())).rejects.toThrow();
		expect(await bench.sends()).toHaveLength(1);
	});

	test('resetBefore: not sent', async () => {
		await fault({ kind: 'resetBefore' });
		await expect(bench.send(text())).rejects.toThrow();
		expect(await bench.sends()).toEqual([]);
	});

	test('status: in Meta’s form', async () => {
		await fault({ kind: 'status', status: 503 });
		const { status, body } = await bench.send(text());
		expect([status, body.error.code]).toEqual([503, 131016]);
	});

	test('partial: refused with the code asked for', async () => {
		await settings({ metaAnswer: 'cloud' });
		await fault({ kind: 'partial', positions: [0], code: 131049 });
		expect((await bench.problem(text()))[1]).toBe(131049);
	});

	test('messages a second: 429 with the wait, in Meta’s form', async () => {
		await settings({ limits: { messagesPerSecond: 1 } });
		await bench.send(text());
		const { status, headers, body } = await bench.send(text('Again', { to: KABIR }));
		expect([status, headers.get('retry-after'), body.error.code]).toEqual([429, '1', 130429]);
	});
});

describe('mark as read', () => {
	const read = (message_id: string, more: object = {}) => ({
		messaging_product: 'whatsapp',
		status: 'read',
		message_id,
		...more,
	});

	test('a customer’s message; with it the customer may see the business type', async () => {
		const { id } = await bench.panel.inbound({ type: 'text', text: 'Hi' });
		const events = await fetch(`${bench.panel.running.url}/_sandbox/events`);
		const reader = (events.body as ReadableStream<Uint8Array>).getReader();
		const { status, body } = await bench.send(read(id, { typing_indicator: { type: 'text' } }));
		expect([status, body]).toEqual([200, { success: true }]);
		expect((await conversation())[0].status).toBe('read');
		let told = '';
		while (!told.includes('event: typing')) told += Buffer.from((await reader.read()).value ?? []).toString();
		await reader.cancel();
		expect(told).toContain(`"number":"${ASHA}","kind":"text"`);
		expect(await bench.sends()).toEqual([]);
	});

	test('not an unknown one, a sent one, a queue number, or with more in the body', async () => {
		const { body } = await bench.send(text());
		const { id } = await bench.panel.inbound({ type: 'text', text: 'Hi' });
		const [sent] = await bench.sends();
		expect((await bench.problem(read('wamid.none')))[1]).toBe(100);
		expect((await bench.problem(read(sent.id)))[1]).toBe(131009);
		expect((await bench.problem(read(body.message.queue_id)))[1]).toBe(100);
		expect((await bench.problem(read(id, { to: ASHA })))[2]).toBe('Unexpected key "to"');
		expect((await bench.problem(read(id, { status: 'seen' })))[1]).toBe(131009);
	});
});

test('the list of sends tells the styles apart', async () => {
	await bench.send(text('One'));
	await bench.panel.send(text('Two', { messaging_product: undefined }));
	const sends = await bench.sends();
	expect(sends.map(({ style, text: said }) => [style, said])).toEqual([
		['meta', 'One'],
		['v1', 'Two'],
	]);
	const { body: later } = await bench.panel.control('GET', `/hello-all/sends?since=${sends[0].seq}`);
	expect(later).toHaveLength(1);
});
