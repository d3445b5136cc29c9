import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { until } from '../../../waiting';
import { trigger } from '../../triggerHarness';
import { ACCOUNT, openFixture, PHONE, TO } from './fixture';

/** The trigger in style meta: its address is pasted into the panel by hand, and the panel delivers in forms of its own. */

type Own = ReturnType<typeof trigger>;
type Event = IDataObject & { status?: IDataObject };

let fixture: Awaited<ReturnType<typeof openFixture>>;
let n8n: Awaited<ReturnType<typeof openN8n>>;
beforeAll(async () => {
	fixture = await openFixture();
	n8n = await openN8n();
});
afterAll(async () => {
	n8n.close();
	await fixture.close();
});
beforeEach(async () => {
	await fixture.reset();
	for (const list of [n8n.events, n8n.items, n8n.seen, n8n.resumed]) list.length = 0;
});

/** The address of an n8n at which one trigger answers; keeps the events that start its workflow. */
async function openN8n() {
	const events: Event[] = [];
	const items: INodeExecutionData[] = [];
	/** Calls to executions that wait. */
	const resumed: Array<{ url: string }> = [];
	const seen: Array<{ method: string; status: number; text?: string }> = [];
	let own: Own | undefined;
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			if (request.url!.startsWith('/webhook-waiting')) {
				resumed.push({ url: request.url! });
				return void response
					.writeHead(200, { 'content-type': 'application/json' })
					.end(JSON.stringify({ counts: true }));
			}
			const method = request.method as 'GET' | 'POST';
			const query = Object.fromEntries(new URL(request.url!, 'http://n8n').searchParams);
			const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
			void own!
				.deliver({ method, query, headers: request.headers as Record<string, string>, body })
				.then(({ status, text, headers, result }) => {
					items.push(...(result ?? []));
					events.push(...(result ?? []).map(({ json }) => json as Event));
					seen.push({ method, status, text });
					response.writeHead(status, headers).end(text);
				});
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		events,
		items,
		resumed,
		seen,
		answerWith: (one: Own) => void (own = one),
		close: () => void server.close(),
	};
}

let count = 0;
/** A trigger that is published, and its address saved on the panel's page. */
async function publish(parameters: IDataObject = {}, events?: string[]): Promise<Own> {
	const own = trigger(
		'helloAllTrigger',
		{ events: ['message', 'status', 'unknown'], statuses: [], ...parameters },
		{ helloAllApi: { ...ACCOUNT, baseUrl: fixture.baseUrl } },
		{ n8n: n8n.url, nodeId: `by hand ${count++}` },
	);
	n8n.answerWith(own);
	await own.create();
	await fixture.post('/hello-all/webhooks', { url: own.url(), ...(events && { events }) });
	return own;
}
const write = async (message: object = { type: 'text', text: { body: 'Hello' } }) =>
	await fixture.post<{ id: string }>('/hello-all/inbound', { from: TO, message });
const send = async (body = 'Hi') => {
	const { json } = await fixture.run({ resource: 'message', operation: 'sendText', to: TO, body });
	return json[0];
};
/** The events, as soon as there are so many of them. */
const eventsOf = async (least: number) =>
	await until(
		async () => n8n.events,
		(all) => all.length >= least,
	);
const values = (all: Event[]) =>
	all.flatMap(({ event, status }) => (event === 'status' ? status!.value : []));

describe('the handshake', () => {
	test.each(['echo', 'plain', 'post'])(
		'of the form %s is answered, and starts nothing',
		async (metaHandshake) => {
			await fixture.settings({ metaHandshake });
			n8n.seen.length = 0;
			await publish();
			expect(n8n.seen).toEqual([
				{
					method: metaHandshake === 'post' ? 'POST' : 'GET',
					status: 200,
					text: expect.stringMatching(/^[0-9A-F]{6}$/),
				},
			]);
			expect(n8n.events).toEqual([]);
			expect(await fixture.webhooks()).toHaveLength(1);
		},
	);

	test('a look at the address without a challenge is answered with 200', async () => {
		const own = await publish();
		expect(await own.deliver({ method: 'GET' })).toMatchObject({ status: 200, items: undefined });
	});
});

test('nothing is registered or removed by the node, published or tested', async () => {
	const own = trigger(
		'helloAllTrigger',
		{ events: ['message'] },
		{
			helloAllApi: { ...ACCOUNT, baseUrl: fixture.baseUrl },
		},
	);
	for (const isTest of [false, true]) {
		expect(await own.checkExists(isTest)).toBe(false);
		expect(await own.create(isTest)).toBe(true);
		expect(await own.delete(isTest)).toBe(true);
	}
	expect(await fixture.requests()).toEqual([]);
});

describe.each(['envelope', 'nestedValue', 'wrapped', 'formEncoded'])(
	'deliveries of the form %s',
	(metaWebhookForm) => {
		beforeEach(async () => void (await fixture.settings({ metaWebhookForm })));

		test('bring messages', async () => {
			await publish();
			const { id } = await write();
			expect(await eventsOf(1)).toMatchObject([
				{ event: 'message', provider: 'helloAll', id, from: TO, text: 'Hello', direction: 'inbound' },
			]);
		});

		test('bring the report of a queued message, and its statuses', async () => {
			await publish();
			const { queueId, messageId } = await send();
			expect(messageId).toBeNull();
			const events = await until(eventsNow, (all) => values(all).includes('delivered'));
			const [report, ...statuses] = events;
			expect(events.map(({ event }) => event)).toEqual(events.map(() => 'status'));
			expect(values(events)).toEqual(['accepted', 'sent', 'delivered']);
			expect(report).toMatchObject({
				id: expect.stringMatching(/^wamid\./),
				queueId,
				direction: 'outbound',
				dedupeKey: `queue:${String(queueId)}:accepted`,
				status: { value: 'accepted', recipient: TO, errors: [] },
			});
			expect(statuses.map(({ id }) => id)).toEqual([report.id, report.id]);
			const keys = events.map(({ dedupeKey }) => dedupeKey);
			expect(new Set(keys).size).toBe(3);
		});
	},
);
const eventsNow = async () => n8n.events;

test('a report that comes last brings the same', async () => {
	await fixture.settings({ queueReport: 'last' });
	await publish();
	const { queueId } = await send();
	const events = await until(eventsNow, (all) => values(all).includes('accepted'));
	expect(values(events)).toEqual(['sent', 'delivered', 'accepted']);
	expect(events.at(-1)).toMatchObject({ queueId, id: events[0].id });
});

test('a message that failed in the queue is told with its reason', async () => {
	await fixture.settings({ queueReport: 'failed' });
	await publish();
	const { queueId } = await send();
	const [event, ...more] = await eventsOf(1);
	expect(more).toEqual([]);
	expect(event).toMatchObject({
		event: 'status',
		id: null,
		queueId,
		dedupeKey: `queue:${String(queueId)}:failed`,
		status: { value: 'failed', errors: [{ code: 131000 }] },
	});
});

test('a report that is delivered again starts nothing', async () => {
	const own = await publish();
	const body = {
		messaging_channel: 'whatsapp',
		message: { queue_id: '6f0c', message_status: 'sent' },
		response: { contacts: [{ wa_id: TO }], messages: [{ id: 'wamid.A1' }] },
	};
	expect((await own.deliver({ body })).items).toMatchObject([
		{ event: 'status', id: 'wamid.A1', queueId: '6f0c' },
	]);
	expect((await own.deliver({ body })).items).toBeUndefined();
	const without = async (part: object) =>
		(await own.deliver({ body: { ...body, ...part } })).items?.[0]?.event;
	expect(await without({ message: { message_status: 'sent' } })).not.toBe('message');
	expect(await without({ response: undefined })).not.toBe('message');
});

describe.each([
	['copy', 'an outgoing copy'],
	['echo', 'an echo'],
])('with %s of what was sent', (metaOutgoing) => {
	test('it is outbound, and no message of a customer', async () => {
		await fixture.settings({ metaOutgoing, metaAnswer: 'cloud' });
		await publish({ options: { echoes: true } }, ['incoming', 'outgoing']);
		const { messageId } = await send();
		const [event] = await eventsOf(1);
		expect(event).toMatchObject({ id: messageId, direction: 'outbound', to: TO, text: 'Hi' });
		expect(event.from).not.toBe(TO);
	});

	test('it starts nothing unless that was asked for', async () => {
		await fixture.settings({ metaOutgoing, metaAnswer: 'cloud' });
		await publish({}, ['incoming', 'outgoing']);
		await send();
		const { id } = await write();
		expect(await eventsOf(1)).toMatchObject([{ id, direction: 'inbound' }]);
	});
});

test('Mark as Read marks the message by the call of the style', async () => {
	await publish({ options: { markRead: true } });
	await fixture.requests();
	const { id } = await write();
	await eventsOf(1);
	const [call] = await until(fixture.everyRequest, (all) => all.length > 0);
	expect(call).toMatchObject({
		method: 'POST',
		path: `${PHONE}/messages`,
		body: { messaging_product: 'whatsapp', status: 'read', message_id: id },
		status: 200,
	});
	expect((await fixture.conversation(TO)).at(-1)).toMatchObject({ id, status: 'read' });
});

test('Show Typing marks the message as read by the same call', async () => {
	await publish({ options: { showTyping: true, markRead: true } });
	await fixture.requests();
	const { id } = await write();
	await eventsOf(1);
	const calls = await until(fixture.everyRequest, (all) => all.length > 0);
	expect(calls.map(({ method, path, body }) => [method, path, body])).toEqual([
		[
			'POST',
			`${PHONE}/messages`,
			{ messaging_product: 'whatsapp', status: 'read', message_id: id, typing_indicator: { type: 'text' } },
		],
	]);
});

test.each(['bytes', 'json'])('Download Media fetches files, which come as %s', async (metaMedia) => {
	await fixture.settings({ metaMedia });
	await publish({ options: { downloadMedia: true } });
	await fixture.requests();
	await write({ type: 'image', image: { caption: 'Broken', bytes: 2000 } });
	await eventsOf(1);
	const [{ binary, json }] = n8n.items;
	expect(binary?.data).toMatchObject({ mimeType: 'image/png' });
	expect(Buffer.from(binary!.data.data, 'base64')).toHaveLength(2000);
	expect(json.media).not.toHaveProperty('downloadError');
	const paths = (await fixture.requests()).map(({ path }) => path);
	expect(paths).toEqual([
		expect.stringMatching(/^\/api\/meta\/v19\.0\/\w+$/),
		...(metaMedia === 'json' ? [expect.stringMatching(/^\/hello-all-files\/media\/\w+$/)] : []),
	]);
});

test('a question is asked without a look at the webhook, and its answer goes back to the execution', async () => {
	await publish();
	await fixture.requests();
	const { error, run } = await fixture.run({
		resource: 'message',
		operation: 'sendAndWait',
		to: TO,
		message: 'Refund 42.00?',
	});
	expect(error).toBeUndefined();
	expect(run.data.waitTill ?? run.waitTill).toBeDefined();
	const calls = await fixture.requests();
	expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST ${PHONE}/messages`]);
	const { body } = calls[0];
	expect(body).toMatchObject({ messaging_product: 'whatsapp', to: TO, type: 'interactive' });
	const [{ reply }] = body.interactive.action.buttons;
	n8n.events.length = 0;
	await write({ type: 'interactive', interactive: { type: 'button_reply', button_reply: reply } });
	const [resumed] = await until(
		async () => n8n.resumed,
		(all) => all.length > 0,
	);
	expect(resumed.url).toMatch(/^\/webhook-waiting\/1\/node-id/);
	expect(n8n.events.filter(({ event }) => event === 'message')).toEqual([]);
});
