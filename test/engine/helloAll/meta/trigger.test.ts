import { until } from '../../../waiting';
import { trigger } from '../../triggerHarness';
import { ACCOUNT, TO } from './fixture';
import { useTrigger, values } from './triggerFixture';

/** What the panel delivers in style meta, and how its address is confirmed. */

const meta = useTrigger();

describe('the handshake', () => {
	test.each(['echo', 'plain', 'post'])(
		'of the form %s is answered, and starts nothing',
		async (metaHandshake) => {
			await meta.fixture.settings({ metaHandshake });
			meta.n8n.seen.length = 0;
			await meta.publish();
			expect(meta.n8n.seen).toEqual([
				{
					method: metaHandshake === 'post' ? 'POST' : 'GET',
					status: 200,
					text: expect.stringMatching(/^[0-9A-F]{6}$/),
				},
			]);
			expect(meta.n8n.events).toEqual([]);
			expect(await meta.fixture.webhooks()).toHaveLength(1);
		},
	);

	test('a look at the address without a challenge is answered with 200', async () => {
		const own = await meta.publish();
		expect(await own.deliver({ method: 'GET' })).toMatchObject({ status: 200, items: undefined });
	});
});

test('nothing is registered or removed by the node, published or tested', async () => {
	const own = trigger(
		'helloAllTrigger',
		{ events: ['message'] },
		{
			helloAllApi: { ...ACCOUNT, baseUrl: meta.fixture.baseUrl },
		},
	);
	for (const isTest of [false, true]) {
		expect(await own.checkExists(isTest)).toBe(false);
		expect(await own.create(isTest)).toBe(true);
		expect(await own.delete(isTest)).toBe(true);
	}
	expect(await meta.fixture.requests()).toEqual([]);
});

describe.each(['envelope', 'nestedValue', 'wrapped', 'formEncoded'])(
	'deliveries of the form %s',
	(metaWebhookForm) => {
		beforeEach(async () => void (await meta.fixture.settings({ metaWebhookForm })));

		test('bring messages', async () => {
			await meta.publish();
			const { id } = await meta.write();
			expect(await meta.eventsOf(1)).toMatchObject([
				{ event: 'message', provider: 'helloAll', id, from: TO, text: 'Hello', direction: 'inbound' },
			]);
		});

		test('bring the report of a queued message, and its statuses', async () => {
			await meta.publish();
			const { queueId, messageId } = await meta.send();
			expect(messageId).toBeNull();
			const events = await until(meta.eventsNow, (all) => values(all).includes('delivered'));
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

test('a report that comes last brings the same', async () => {
	await meta.fixture.settings({ queueReport: 'last' });
	await meta.publish();
	const { queueId } = await meta.send();
	const events = await until(meta.eventsNow, (all) => values(all).includes('accepted'));
	expect(values(events)).toEqual(['sent', 'delivered', 'accepted']);
	expect(events.at(-1)).toMatchObject({ queueId, id: events[0].id });
});

test('a message that failed in the queue is told with its reason', async () => {
	await meta.fixture.settings({ queueReport: 'failed' });
	await meta.publish();
	const { queueId } = await meta.send();
	const [event, ...more] = await meta.eventsOf(1);
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
	const own = await meta.publish();
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
		await meta.fixture.settings({ metaOutgoing, metaAnswer: 'cloud' });
		await meta.publish({ options: { echoes: true } }, ['incoming', 'outgoing']);
		const { messageId } = await meta.send();
		const [event] = await meta.eventsOf(1);
		expect(event).toMatchObject({ id: messageId, direction: 'outbound', to: TO, text: 'Hi' });
		expect(event.from).not.toBe(TO);
	});

	test('it starts nothing unless that was asked for', async () => {
		await meta.fixture.settings({ metaOutgoing, metaAnswer: 'cloud' });
		await meta.publish({}, ['incoming', 'outgoing']);
		await meta.send();
		const { id } = await meta.write();
		expect(await meta.eventsOf(1)).toMatchObject([{ id, direction: 'inbound' }]);
	});
});
