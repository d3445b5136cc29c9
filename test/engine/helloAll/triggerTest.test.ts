import { openSandbox } from '../sandboxClient';
import { trigger } from '../triggerHarness';
import { production, someN8n, test as testPath } from './someN8n';

/** Tests of a trigger whose number has only one webhook, and what becomes of it when they end badly. */

const KEY = 'sandbox-key';
const CRM = 'https://crm.example.com/incoming';

let sandbox: Awaited<ReturnType<typeof openSandbox>>;
let n8n: Awaited<ReturnType<typeof someN8n>>;
beforeAll(async () => {
	sandbox = await openSandbox('hello-all');
	n8n = await someN8n();
});
afterAll(async () => {
	n8n.close();
	await sandbox.close();
});
beforeEach(async () => {
	await sandbox.reset();
	n8n.reset();
});

const helloAllTrigger = (webhookId = 'hook-id', parameters = {}) =>
	trigger(
		'helloAllTrigger',
		{ events: ['message'], ...parameters },
		{ helloAllApi: { apiKey: KEY, baseUrl: sandbox.baseUrl } },
		{ n8n: n8n.url, webhookId, nodeId: webhookId },
	);

const current = async () => new URL((await sandbox.webhooks())[0]!.url);

let count = 0;
const message = () => ({
	messages: [{ from: '910000000123', id: `ABGG-${++count}`, type: 'text', text: { body: 'Hi' } }],
});

/** Hands a delivery to a trigger as Hello All would deliver it at the moment. */
async function deliver(to: ReturnType<typeof helloAllTrigger>, body: object = message()) {
	const { searchParams } = await current();
	return await to.deliver({ body, query: Object.fromEntries(searchParams) });
}

/** A workflow that is published, and a test of it, or of another one, that listens. */
async function listening(webhookId = 'hook-id', testedId = webhookId, parameters = {}) {
	const published = helloAllTrigger(webhookId, parameters);
	await published.create();
	n8n.active.add(production(webhookId));
	const before = (await current()).href;
	const tested = helloAllTrigger(testedId);
	n8n.active.add(testPath(testedId));
	await tested.create(true);
	return { published, tested, before };
}

describe.each([
	['the same workflow', 'hook-id'],
	['another workflow', 'other-id'],
])('a test of %s while one is published', (_what, testedId) => {
	test('leaves the number to the published one, which hands on what comes in', async () => {
		const { published, tested, before } = await listening('hook-id', testedId);
		expect((await current()).pathname).toBe(production('hook-id'));
		const body = message();
		expect(await deliver(published, body)).toMatchObject({ status: 200, items: undefined });
		expect(n8n.posted).toMatchObject([{ path: testPath(testedId), body: JSON.stringify(body) }]);
		// What is handed on carries the secret of the test.
		const [{ headers }] = n8n.posted as unknown as [{ headers: Record<string, string> }];
		expect((await tested.deliver({ body, headers, manual: true })).items).toHaveLength(1);
		await tested.delete(true);
		expect((await current()).href).toBe(before);
	});

	test('that n8n forgot with a restart: the published one receives, and takes its address back', async () => {
		const { published, before } = await listening('hook-id', testedId);
		n8n.active.delete(testPath(testedId));
		expect((await deliver(published)).items).toHaveLength(1);
		expect((await current()).href).toBe(before);
		expect((await deliver(published)).items).toHaveLength(1);
	});

	test('whose end Hello All did not take in: the same', async () => {
		const { published, tested, before } = await listening('hook-id', testedId);
		await sandbox.fault({ kind: 'status', status: 503 }, { method: 'POST', path: '/v1/configs/webhook' });
		await expect(tested.delete(true)).rejects.toThrow();
		n8n.active.delete(testPath(testedId));
		await sandbox.noFaults();
		expect((await deliver(published)).items).toHaveLength(1);
		expect((await current()).href).toBe(before);
	});

	test('that cannot take a delivery leaves it to the published one', async () => {
		const { published, tested } = await listening('hook-id', testedId);
		n8n.behaviour.status = 500;
		expect((await deliver(published)).items).toHaveLength(1);
		n8n.behaviour.status = 200;
		expect((await deliver(published)).items).toBeUndefined();
		await tested.delete(true);
	});
});

test('unpublished while its test listens: the number delivers to the test, and what was replaced is put back then', async () => {
	await fetch(`${sandbox.baseUrl}/v1/configs/webhook`, {
		method: 'POST',
		headers: { 'API-KEY': KEY, 'content-type': 'application/json' },
		body: JSON.stringify({ url: CRM, headers: { 'X-Crm': 'abc' } }),
	});
	const before = await sandbox.webhooks();
	const { published, tested } = await listening('hook-id', 'hook-id', { options: { replace: true } });
	n8n.active.delete(production('hook-id'));
	await published.delete();
	expect((await current()).pathname).toBe(testPath('hook-id'));
	expect((await deliver(tested)).status).toBe(200);
	await tested.delete(true);
	expect(await sandbox.webhooks()).toMatchObject([{ url: CRM, headers: before[0].headers }]);
});

test('where n8n does not reach itself, the test takes the number for its time', async () => {
	const published = helloAllTrigger();
	await published.create();
	const before = (await current()).href;
	n8n.behaviour.silent = true;
	await helloAllTrigger().create(true);
	expect((await current()).pathname).toBe(testPath('hook-id'));
	await helloAllTrigger().delete(true);
	expect((await current()).href).toBe(before);
});

test('nobody else makes a trigger call an address', async () => {
	const own = helloAllTrigger('hook-id', { options: { verify: false } });
	n8n.active.add(testPath('hook-id'));
	for (const word of [`${n8n.url}${testPath('hook-id')}`, '2.a.b.c', '', ['a', 'b']]) {
		expect((await own.deliver({ body: message(), query: { test: word } })).items).toHaveLength(1);
	}
	expect(n8n.posted).toEqual([]);
});
