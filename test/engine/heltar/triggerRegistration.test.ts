import { trigger } from '../triggerHarness';
import { KEY } from './fixture';
import { useTrigger } from './triggerFixture';

const FOREIGN = ['https://crm.example.com/a', 'https://crm.example.com/b', 'https://bi.example.org/c'];

const { sandbox, heltarTrigger } = useTrigger();

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

	test('a key that may not read contacts is refused where chats a person handles are to be skipped', async () => {
		const parameters = { registration: 'manual', options: { skipHandedOver: true } };
		const own = (key: string) => heltarTrigger(parameters, key);
		await expect(own(await sandbox.key({ scopes: ['messages:read'] })).create()).rejects.toMatchObject({
			description: expect.stringContaining('the scope clients:read'),
		});
		await expect(own('hk_live_unknown').create()).rejects.toThrow();
		expect(await own(await sandbox.key({ scopes: ['clients:read'] })).create()).toBe(true);
	});

	test('what else goes wrong when contacts are read does not keep it from being published', async () => {
		await sandbox.fault({ kind: 'status', status: 500 }, { path: '/v1/clients' });
		const own = heltarTrigger({ registration: 'manual', options: { skipHandedOver: true } });
		expect(await own.create()).toBe(true);
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
				message: expect.stringContaining('is not a public https address'),
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
