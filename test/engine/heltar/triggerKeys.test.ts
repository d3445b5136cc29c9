import { openSandbox } from '../sandboxClient';
import { trigger } from '../triggerHarness';

/** What becomes of a registration when the API key in the credential is changed. */

const KEY = 'hk_live_sandbox';
const HEADER = 'x-webhook-secret';

let sandbox: Awaited<ReturnType<typeof openSandbox>>;
let newKey: string;
beforeAll(async () => {
	sandbox = await openSandbox();
});
afterAll(async () => await sandbox.close());
let hook = 0;
beforeEach(async () => {
	await sandbox.reset();
	newKey = await sandbox.key({});
	hook += 1;
});

const withKey = (apiKey: string) =>
	trigger(
		'heltarTrigger',
		{ events: ['message'] },
		{ heltarApi: { apiKey, baseUrl: sandbox.baseUrl } },
		{ webhookId: `hook-${hook}`, nodeId: `node-${hook}` },
	);

/** Publishes under a key. @returns what Heltar then sends along */
async function published(apiKey: string): Promise<Record<string, string>> {
	await withKey(apiKey).create();
	const request = (await sandbox.requests()).find(({ path }) => path === '/v1/business/webhook-url')!;
	return request.body.urls[0].headers as Record<string, string>;
}

const calls = async () => (await sandbox.requests()).map(({ method, path }) => `${method} ${path}`);

let count = 0;
const message = () => ({
	messages: [{ from: '447700900123', id: `wamid.K${++count}`, type: 'text', text: { body: 'Hi' } }],
});

test('a delivery with the secret of the key before is taken in, and the webhook is registered anew', async () => {
	const headers = await published(KEY);
	const own = withKey(newKey);
	expect((await own.deliver({ body: message(), headers })).items).toHaveLength(1);
	expect(await calls()).toEqual(['GET /v1/business', 'POST /v1/business/webhook-url']);
	expect(await own.checkExists()).toBe(true);
	await calls();
	expect((await own.deliver({ body: message(), headers })).items).toHaveLength(1);
	expect(await calls()).toEqual([]);
});

test('other webhooks of the account stay as they are', async () => {
	const headers = await published(KEY);
	await fetch(`${sandbox.baseUrl}/v1/business/webhook-url`, {
		method: 'POST',
		headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
		body: JSON.stringify({
			urls: [
				{
					url: 'https://crm.example.com/a',
					isEnabled: true,
					fields: ['metaWebhooks'],
					headers: { 'X-Own': 'v' },
				},
			],
		}),
	});
	const foreign = async () => (await sandbox.webhooks()).filter(({ url }) => url.includes('crm.example.com'));
	const before = await foreign();
	await withKey(newKey).deliver({ body: message(), headers });
	expect(await foreign()).toEqual(before);
});

test.each([
	['under the key of then', KEY],
	['under a changed key', 'new'],
])('a made-up secret is refused %s, and changes nothing', async (_, apiKey) => {
	const { [HEADER]: old } = await published(KEY);
	const own = withKey(apiKey === 'new' ? newKey : apiKey);
	const before = await sandbox.webhooks();
	for (const given of ['f'.repeat(64), old!.slice(-5), `${old!.slice(0, -5)}00000`, `0${old}`, '']) {
		const { status, items } = await own.deliver({ body: message(), headers: { [HEADER]: given } });
		expect([status, items]).toEqual([401, undefined]);
	}
	expect((await calls()).filter((call) => call.startsWith('POST'))).toEqual([]);
	expect(await sandbox.webhooks()).toEqual(before);
	expect((await own.deliver({ body: message(), headers: { [HEADER]: old! } })).items).toHaveLength(1);
});

test('while Heltar does not answer, the delivery is to come again', async () => {
	const headers = await published(KEY);
	await sandbox.fault({ kind: 'resetBefore' }, { method: 'GET', path: '/v1/business' });
	expect((await withKey(newKey).deliver({ body: message(), headers })).status).toBe(503);
});

test('a key that may not manage webhooks: the delivery is taken in, as long as the account can be read', async () => {
	const headers = await published(KEY);
	const own = withKey(await sandbox.key({ scopes: ['*:read'] }));
	expect((await own.deliver({ body: message(), headers })).items).toHaveLength(1);
	expect((await own.deliver({ body: message(), headers })).items).toHaveLength(1);
});

test('a key that may see nothing of it: refused', async () => {
	const headers = await published(KEY);
	const own = withKey(await sandbox.key({ scopes: ['messages:write'] }));
	expect((await own.deliver({ body: message(), headers })).status).toBe(401);
});
