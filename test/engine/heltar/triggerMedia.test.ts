import type { MediaScene } from '../triggerMedia';
import { openMediaScene, testFilesStay } from '../triggerMedia';
import { KEY } from './scene';

let scene: MediaScene;
beforeAll(async () => {
	scene = await openMediaScene({
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
afterAll(async () => await scene.close());
beforeEach(async () => void (await scene.noFaults()));

describe('files customers send', () => {
	testFilesStay(() => scene, '/v1/messages/fetch-media');
});

describe('marking as read', () => {
	const hello = { type: 'text', text: { body: 'Hi' } };

	test('tells Heltar, once a message was let through', async () => {
		const delivery = await scene.sent(hello);
		await scene.trigger({ markRead: true }).deliver(delivery);
		expect(await scene.calls()).toEqual([`GET /v1/messages/mark-read-msg/${scene.customer}`]);
	});

	test('that fails loses nothing', async () => {
		const delivery = await scene.sent(hello);
		await scene.fault({ kind: 'status', status: 500 }, { path: '/v1/messages/mark-read-msg/*' });
		expect((await scene.trigger({ markRead: true }).deliver(delivery)).items).toHaveLength(1);
	});
});
