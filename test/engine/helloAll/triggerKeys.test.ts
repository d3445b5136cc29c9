import { createCipheriv, createHmac, randomBytes } from 'node:crypto';

import { openSandbox } from '../sandboxClient';
import { trigger } from '../triggerHarness';
import { production, someN8n } from './someN8n';

/** What becomes of a registration when the API key in the credential is changed. */

const KEY = 'sandbox-key';
const CRM = 'https://crm.example.com/incoming';
const REPLACE = { options: { replace: true } };

let sandbox: Awaited<ReturnType<typeof openSandbox>>;
let n8n: Awaited<ReturnType<typeof someN8n>>;
let newKey: string;
beforeAll(async () => {
	sandbox = await openSandbox('hello-all');
	n8n = await someN8n();
});
afterAll(async () => {
	n8n.close();
	await sandbox.close();
});
let hook = 0;
beforeEach(async () => {
	await sandbox.reset();
	n8n.reset();
	newKey = await sandbox.key({});
	hook += 1;
});

const withKey = (apiKey: string, parameters = {}, baseUrl = sandbox.baseUrl) =>
	trigger(
		'helloAllTrigger',
		{ events: ['message'], ...parameters },
		{ helloAllApi: { apiKey, baseUrl } },
		{ n8n: n8n.url, webhookId: `hook-${hook}`, nodeId: `node-${hook}` },
	);

const set = async (url: string, headers = {}) =>
	await fetch(`${sandbox.baseUrl}/v1/configs/webhook`, {
		method: 'POST',
		headers: { 'API-KEY': KEY, 'content-type': 'application/json' },
		body: JSON.stringify({ url, headers }),
	});
const current = async () => (await sandbox.webhooks())[0]?.url;
const tokenNow = async () => new URL((await current())!).searchParams.get('token')!;
/** What the trigger asked of Hello All since the last time this was asked. */
const calls = async () => (await sandbox.requests()).map(({ method, path }) => `${method} ${path}`);

let count = 0;
const message = () => ({
	messages: [{ from: '910000000123', id: `ABGK-${++count}`, type: 'text', text: { body: 'Hi' } }],
});

describe('what was replaced', () => {
	beforeEach(async () => {
		await set(CRM, { 'X-Crm': 'abc' });
		await withKey(KEY, REPLACE).create();
		n8n.active.add(production(`hook-${hook}`));
	});
	const expectCrm = async () =>
		expect(await sandbox.webhooks()).toMatchObject([{ url: CRM, headers: { 'X-Crm': 'abc' } }]);

	test('is put back although the key was changed meanwhile', async () => {
		await withKey(newKey, REPLACE).delete();
		await expectCrm();
	});

	test('outlives publishing again under the new key, and a further change', async () => {
		const published = withKey(newKey, REPLACE);
		expect(await published.checkExists()).toBe(false);
		await published.create();
		expect(await published.checkExists()).toBe(true);
		await withKey(KEY, REPLACE).delete();
		await expectCrm();
	});

	test('outlives the registration that a delivery with the old secret brings about', async () => {
		const query = { token: await tokenNow() };
		expect((await withKey(newKey).deliver({ body: message(), query })).items).toHaveLength(1);
		expect(await tokenNow()).not.toBe(query.token);
		await withKey(newKey).delete();
		await expectCrm();
	});

	test('outlives a test under the new key', async () => {
		const before = await current();
		await withKey(newKey).create(true);
		expect(await current()).not.toBe(before);
		await withKey(newKey).delete(true);
		expect(await current()).toBe(before);
		await withKey(newKey).delete();
		await expectCrm();
	});

	test('goes over to another workflow that finds the address of this one dead', async () => {
		n8n.reset();
		hook += 1;
		await withKey(newKey).create();
		await withKey(newKey).delete();
		await expectCrm();
	});
});

/** As version 0.1 sealed it: with the API key alone. */
function sealedBefore(content: object, apiKey: string): string {
	const key = createHmac('sha256', apiKey).update('replaced webhook').digest();
	const iv = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', key, iv);
	const text = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
	return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
}

describe('what was replaced by an older version of this package', () => {
	beforeEach(async () => {
		await withKey(KEY).create();
		await set(`${await current()}&replaced=${sealedBefore({ url: CRM, headers: { 'X-Crm': 'abc' } }, KEY)}`);
	});

	test('is put back with the key of then', async () => {
		await withKey(KEY).delete();
		expect(await current()).toBe(CRM);
	});

	test('cannot be read with another: the webhook is left alone, and the user is told what to do', async () => {
		const before = await current();
		await expect(withKey(newKey).delete()).rejects.toMatchObject({
			message: expect.stringContaining('set the other system’s webhook in the Hello All panel'),
		});
		expect(await current()).toBe(before);
	});

	test('is handed on as it is, for the key may come back', async () => {
		await withKey(newKey).create();
		n8n.active.add(production(`hook-${hook}`));
		await withKey(newKey).create(true);
		await withKey(newKey).delete(true);
		await withKey(KEY).delete();
		expect(await current()).toBe(CRM);
	});
});

describe('deliveries with the secret of the key before', () => {
	test('are taken in, and the webhook is registered anew', async () => {
		await withKey(KEY).create();
		const old = await tokenNow();
		const own = withKey(newKey);
		await calls();
		expect(await own.deliver({ body: message(), query: { token: old } })).toMatchObject({ status: 200 });
		expect(await calls()).toEqual(['GET /v1/configs/webhook', 'POST /v1/configs/webhook']);
		expect(await own.checkExists()).toBe(true);
		await calls();
		// What was under way, and what comes from now on.
		expect((await own.deliver({ body: message(), query: { token: old } })).items).toHaveLength(1);
		expect((await own.deliver({ body: message(), query: { token: await tokenNow() } })).items).toHaveLength(
			1,
		);
		expect(await calls()).toEqual([]);
	});

	test('many at once register it once', async () => {
		await withKey(KEY).create();
		const query = { token: await tokenNow() };
		await calls();
		const ends = await Promise.all(
			Array.from({ length: 8 }, async () => await withKey(newKey).deliver({ body: message(), query })),
		);
		expect(ends.map(({ items }) => items?.length)).toEqual(Array(8).fill(1));
		expect((await calls()).filter((call) => call.startsWith('POST'))).toHaveLength(1);
	});

	test('are held against what is registered, not against what others sent', async () => {
		await withKey(KEY).create();
		const old = await tokenNow();
		const own = withKey(newKey);
		const forged = { token: 'f'.repeat(64) };
		const ends = await Promise.all([
			own.deliver({ body: message(), query: forged }),
			own.deliver({ body: message(), query: forged }),
		]);
		expect(ends.map(({ status }) => status)).toEqual([401, 401]);
		expect((await own.deliver({ body: message(), query: { token: old } })).items).toHaveLength(1);
		expect((await own.deliver({ body: message(), query: forged })).status).toBe(401);
	});

	test('of another system’s webhook, or none, are refused', async () => {
		await withKey(KEY).create();
		const query = { token: await tokenNow() };
		await set(`${CRM}?token=${query.token}`);
		expect((await withKey(newKey).deliver({ body: message(), query })).status).toBe(401);
		expect(await current()).toContain(CRM);
	});

	test('while Hello All does not answer: they are to come again', async () => {
		await withKey(KEY).create();
		const query = { token: await tokenNow() };
		const own = withKey(newKey);
		await sandbox.fault({ kind: 'resetBefore' }, { method: 'GET', path: '/v1/configs/webhook' });
		expect((await own.deliver({ body: message(), query })).status).toBe(503);
		await sandbox.noFaults();
	});

	test('that cannot be registered anew are taken in all the same', async () => {
		await withKey(KEY).create();
		const query = { token: await tokenNow() };
		await sandbox.fault({ kind: 'status', status: 500 }, { method: 'POST', path: '/v1/configs/webhook' });
		for (let at = 0; at < 3; at++) {
			expect((await withKey(newKey).deliver({ body: message(), query })).items).toHaveLength(1);
		}
		await sandbox.noFaults();
	});
});

test('wrong secrets cost no more than right ones: a few looks at the credential, one question', async () => {
	await withKey(KEY).create();
	await calls();
	let reads = 0;
	const credentials = Object.defineProperty({}, 'helloAllApi', {
		get: () => {
			reads += 1;
			return { apiKey: KEY, baseUrl: sandbox.baseUrl };
		},
	});
	const place = { n8n: n8n.url, webhookId: `hook-${hook}`, nodeId: `node-${hook}` };
	const own = trigger('helloAllTrigger', { events: ['message'] }, credentials, place);
	const statuses = new Set<number>();
	for (let at = 0; at < 100; at++) {
		const query = { token: at.toString(16).padStart(64, '0') };
		statuses.add((await own.deliver({ body: message(), query })).status);
	}
	expect([...statuses]).toEqual([401]);
	expect(reads).toBeLessThanOrEqual(12);
	expect(await calls()).toEqual(['GET /v1/configs/webhook']);
});
