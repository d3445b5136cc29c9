import type { MediaFixture } from '../triggerMedia';
import { openMediaFixture, testFilesStay } from '../triggerMedia';
import { KEY } from './fixture';

let fixture: MediaFixture;
beforeAll(async () => {
	fixture = await openMediaFixture({
		provider: 'heltar',
		type: 'heltarTrigger',
		credential: 'heltarApi',
		apiKey: KEY,
		customer: '447700900123',
		register: async (baseUrl, url) =>
			await fetch(`${baseUrl}/v1/business/webhook-url`, {
				method: 'POST',
				headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
				body: JSON.stringify({ urls: [{ url, isEnabled: true, fields: ['metaWebhooks'] }] }),
			}),
	});
});
afterAll(async () => await fixture.close());
beforeEach(async () => void (await fixture.noFaults()));

describe('files customers send', () => {
	testFilesStay(() => fixture, '/v1/messages/fetch-media');
});

describe('marking as read', () => {
	const hello = { type: 'text', text: { body: 'Hi' } };

	test('tells Heltar, once a message was let through', async () => {
		const delivery = await fixture.sent(hello);
		await fixture.trigger({ markRead: true }).deliver(delivery);
		expect(await fixture.calls()).toEqual([`GET /v1/messages/mark-read-msg/${fixture.customer}`]);
	});

	test('that fails loses nothing', async () => {
		const delivery = await fixture.sent(hello);
		await fixture.fault({ kind: 'status', status: 500 }, { path: '/v1/messages/mark-read-msg/*' });
		expect((await fixture.trigger({ markRead: true }).deliver(delivery)).items).toHaveLength(1);
	});
});

describe('showing that somebody is typing', () => {
	const hello = { type: 'text', text: { body: 'Hi' } };
	const PATH = '/v1/business/typing-indicator';

	test('takes one call, which marks as read, too', async () => {
		const delivery = await fixture.sent(hello);
		const { items } = await fixture.trigger({ showTyping: true, markRead: true }).deliver(delivery);
		expect(await fixture.calls()).toEqual([`POST ${PATH}`]);
		expect((await fixture.everyRequest()).at(-1)!.body).toEqual({
			messageId: items![0].id,
			typingIndicatorType: 'text',
		});
	});

	test('that fails loses nothing', async () => {
		const delivery = await fixture.sent(hello);
		await fixture.fault({ kind: 'status', status: 500 }, { path: PATH });
		expect((await fixture.trigger({ showTyping: true }).deliver(delivery)).items).toHaveLength(1);
	});
});
