import { openSandbox } from '../sandboxClient';
import { trigger } from '../triggerHarness';
import { production as productionPath, someN8n } from './someN8n';

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

const helloAllTrigger = (parameters = {}, webhookId = 'hook-id') =>
	trigger(
		'helloAllTrigger',
		{ events: ['message'], ...parameters },
		{ helloAllApi: { apiKey: KEY, baseUrl: sandbox.baseUrl } },
		{ n8n: n8n.url, webhookId },
	);

const current = async () => (await sandbox.webhooks())[0]?.url;
const setByOther = async (url: string, headers = {}) =>
	await fetch(`${sandbox.baseUrl}/v1/configs/webhook`, {
		method: 'POST',
		headers: { 'API-KEY': KEY, 'content-type': 'application/json' },
		body: JSON.stringify({ url, headers }),
	});
const replace = { options: { replace: true } };

describe('registration', () => {
	test('a free number: registers its address with a token and a header, and finds itself registered', async () => {
		const own = helloAllTrigger();
		expect(await own.checkExists()).toBe(false);
		await own.create();
		const request = (await sandbox.requests()).find(({ method }) => method === 'POST')!;
		expect(request).toMatchObject({ path: '/v1/configs/webhook', query: {} });
		expect(request.body).toEqual({
			url: expect.stringMatching(new RegExp(`^${own.url()}\\?token=[0-9a-f]{64}$`)),
			headers: { 'x-webhook-secret': expect.stringMatching(/^[0-9a-f]{64}$/) },
		});
		expect(await own.checkExists()).toBe(true);
		await own.delete();
		expect(await current()).toBeUndefined();
	});

	test('another system’s webhook is not taken over, in either mode', async () => {
		await setByOther(CRM);
		for (const isTest of [false, true]) {
			await expect(helloAllTrigger().create(isTest)).rejects.toMatchObject({
				message: expect.stringContaining(`another system's webhook is registered: ${CRM}`),
				description: expect.stringContaining('only one webhook'),
			});
		}
		expect(await current()).toBe(CRM);
	});

	test('ticked, it is replaced, and put back with its headers on deactivation', async () => {
		await setByOther(CRM, { 'X-Crm': 'abc' });
		const before = await sandbox.webhooks();
		await helloAllTrigger(replace).create();
		expect(await current()).toContain(n8n.url);
		expect(await current()).not.toContain('crm.example.com');
		await helloAllTrigger(replace).delete();
		expect(await sandbox.webhooks()).toMatchObject([{ url: CRM, headers: before[0].headers }]);
	});

	test('a test puts the production address back, which still knows what it had replaced', async () => {
		await setByOther(CRM);
		const own = helloAllTrigger(replace);
		await own.create();
		n8n.active.add(productionPath('hook-id'));
		const production = await current();
		await own.create(true);
		expect(await current()).not.toBe(production);
		await own.delete(true);
		expect(await current()).toBe(production);
		n8n.active.clear();
		await own.delete();
		expect(await current()).toBe(CRM);
	});

	test('deactivated while a test runs: the dead production address is skipped for what it had replaced', async () => {
		await setByOther(CRM);
		const own = helloAllTrigger(replace);
		await own.create();
		await own.create(true);
		await own.delete();
		expect(await current()).toContain('/webhook-test/');
		await own.delete(true);
		expect(await current()).toBe(CRM);
	});

	test('a second active trigger on the number is refused with the reason', async () => {
		await helloAllTrigger({}, 'first').create();
		n8n.active.add(productionPath('first'));
		const refused = helloAllTrigger({}, 'second').create();
		await expect(refused).rejects.toMatchObject({
			message: expect.stringContaining('another published workflow on this n8n already receives'),
		});
		// The secret of the other workflow is nobody else's business.
		await expect(refused).rejects.toMatchObject({ message: expect.not.stringMatching(/[0-9a-f]{64}/) });
		expect(await current()).toContain('/first/');
	});

	test('an address of a workflow that is gone is no obstacle, and is never put back', async () => {
		await helloAllTrigger({}, 'gone').create();
		const own = helloAllTrigger({}, 'second');
		await own.create();
		expect(await current()).toContain('/second/');
		await own.delete();
		expect(await current()).toBeUndefined();
	});

	test('a test of another workflow gives the number back', async () => {
		await helloAllTrigger({}, 'first').create();
		n8n.active.add(productionPath('first'));
		const production = await current();
		const other = helloAllTrigger({}, 'second');
		await other.create(true);
		await other.delete(true);
		expect(await current()).toBe(production);
	});

	test('what somebody else registered meanwhile is left alone on deactivation', async () => {
		const own = helloAllTrigger();
		await own.create();
		await setByOther(CRM);
		await own.delete();
		expect(await current()).toBe(CRM);
	});

	test('an account that cannot show its webhook: only with the tick, and nothing is cleared blindly', async () => {
		await sandbox.settings({ dialect: 'literal' });
		await setByOther(CRM);
		await expect(helloAllTrigger().create()).rejects.toMatchObject({
			message: expect.stringContaining('cannot show whether another webhook is registered'),
		});
		expect(await current()).toBe(CRM);
		await helloAllTrigger(replace).create();
		expect(await current()).toContain(n8n.url);
		await setByOther(CRM);
		await helloAllTrigger(replace).delete();
		expect(await current()).toBe(CRM);
	});
});

describe('deliveries', () => {
	const body = {
		contacts: [{ profile: { name: 'Asha' }, wa_id: '910000000123' }],
		messages: [
			{ from: '910000000123', id: 'ABGG-1', timestamp: '1770000000', type: 'text', text: { body: 'Hi' } },
		],
	};

	const registeredToken = async () => {
		const own = helloAllTrigger();
		await own.create();
		return new URL((await current())!).searchParams.get('token')!;
	};

	test('with the token in the address, or in the header, the message arrives', async () => {
		const token = await registeredToken();
		const byQuery = await helloAllTrigger().deliver({ query: { token }, body, manual: true });
		const byHeader = await helloAllTrigger().deliver({
			headers: { 'x-webhook-secret': token },
			body,
			manual: true,
		});
		for (const { status, items } of [byQuery, byHeader]) {
			expect(status).toBe(200);
			expect(items).toMatchObject([
				{ provider: 'helloAll', from: '910000000123', text: 'Hi', profileName: 'Asha' },
			]);
		}
	});

	test.each([[{}], [{ token: '' }], [{ token: 'f'.repeat(64) }], [{ token: ['a', 'b'] }]])(
		'with the query %p: 401, nothing starts',
		async (query) => {
			expect(await helloAllTrigger().deliver({ query, body })).toMatchObject({
				status: 401,
				items: undefined,
			});
		},
	);

	test.each([
		[{ challange: 'k7Qp2' }, 'k7Qp2'],
		[{ echo: 'true', challange: 'k7Qp2' }, 'k7Qp2'],
		[{ challenge: 'zz-9' }, 'zz-9'],
		[{ 'hub.challenge': '158201444' }, '158201444'],
		[{}, 'OK'],
	])('the handshake %p is answered %s, in test mode too', async (query, answer) => {
		for (const manual of [false, true]) {
			expect(await helloAllTrigger().deliver({ method: 'GET', query, manual })).toMatchObject({
				status: 200,
				text: answer,
				items: undefined,
			});
		}
	});
});
