import { KEY } from './helloAllBench';
import { MetaBench, PHONE, text, TOKEN, WABA } from './metaBench';

let bench: MetaBench;
beforeAll(async () => {
	bench = await MetaBench.start();
});
beforeEach(async () => {
	await bench.panel.control('POST', '/reset');
});
afterAll(async () => await bench.panel.close());

const INFO = `/${PHONE}`;
const status = async (path: string, headers: object) =>
	(await bench.panel.call('GET', path, undefined, headers)).status;
const META_INFO = `/api/meta/v19.0${INFO}`;

describe('token and key', () => {
	const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
	const apiKey = (key: string) => ({ 'API-KEY': key });

	test.each<[string, object]>([
		['no header', {}],
		['a token nobody knows', bearer('nobody')],
		['the key as a token', bearer('sandbox-key')],
		['the key in its own header', KEY],
		['the token without Bearer', { authorization: 'sandbox-token' }],
		['token and key at once', { ...TOKEN, ...KEY }],
	])('%s is refused below /api/meta', async (_, headers) => {
		const answer = await bench.call('GET', INFO, undefined, headers);
		expect([answer.status, answer.body.error]).toEqual([
			401,
			{ message: 'unauthorized access', type: 'OAuthException', code: 190, fbtrace_id: expect.any(String) },
		]);
	});

	test.each([
		'/v1/configs/phone_number',
		'/whatsapp/waba/v1/configs/phone_number',
		'/crm/setting/custom-field',
	])('on %s the key counts, and the token does not', async (path) => {
		expect(await status(path, KEY)).toBe(200);
		expect(await status(path, apiKey('sandbox-token'))).toBe(401);
		expect(await status(path, TOKEN)).toBe(401);
	});

	test.each([
		['apiKey', { apiKey: expect.any(String) }, 401, 200],
		['accessToken', { accessToken: expect.any(String) }, 200, 401],
		['both', { apiKey: expect.any(String), accessToken: expect.any(String) }, 200, 200],
	])('a new secret that opens %s', async (opens, expected, meta, v1) => {
		const { body } = await bench.panel.control('POST', '/keys', { provider: 'hello-all', opens });
		expect(body).toEqual(expected);
		const secret = body.accessToken ?? body.apiKey;
		expect(await status(META_INFO, bearer(secret))).toBe(meta);
		expect(await status('/v1/configs/phone_number', apiKey(secret))).toBe(v1);
	});

	test('a provider with one kind of secret is not asked for another', async () => {
		const answer = await bench.panel.control('POST', '/keys', { provider: 'heltar', opens: 'both' });
		expect([answer.status, answer.body.error]).toEqual([400, expect.stringContaining('one kind of secret')]);
	});

	test('expired tokens are refused, scopes hold', async () => {
		const make = async (more: object) =>
			(await bench.panel.control('POST', '/keys', { provider: 'hello-all', opens: 'accessToken', ...more }))
				.body.accessToken;
		expect(await status(META_INFO, bearer(await make({ expired: true })))).toBe(401);
		const scoped = bearer(await make({ scopes: ['messages'] }));
		expect(await status(META_INFO, scoped)).toBe(403);
		expect((await bench.call('POST', `${INFO}/messages`, text(), scoped)).status).toBe(200);
	});

	test('neither shows in the log of calls', async () => {
		await bench.call('GET', INFO);
		const { body } = await bench.panel.control('GET', '/requests?provider=hello-all');
		expect(body.at(-1).headers.authorization).toBe('Bearer ***');
		expect(JSON.stringify(body)).not.toContain('sandbox-token');
	});
});

describe('ids and paths', () => {
	test('an id nobody knows: 404 in Meta’s words', async () => {
		for (const [method, path] of [
			['POST', '/100000000000009/messages'],
			['POST', '/100000000000009/media'],
			['GET', '/100000000000009/message_templates'],
			['GET', '/100000000000009'],
		] as const) {
			const { status: code, body } = await bench.call(method, path, method === 'POST' ? text() : undefined);
			expect([code, body.error.code, body.error.error_subcode]).toEqual([404, 100, 33]);
		}
	});

	test('another number’s id: 401, the token belongs to one', async () => {
		const { status: code, body } = await bench.call('POST', '/100000000000003/messages', text());
		expect([code, body.error.message]).toEqual([401, expect.stringContaining('unauthorized access')]);
		expect((await bench.call('GET', '/200000000000004/message_templates')).status).toBe(401);
		expect((await bench.call('GET', '/100000000000003')).status).toBe(401);
		expect(await bench.sends()).toEqual([]);
	});

	test.each(['v19.0', '19.0', 'v22.0'])('any version will do: %s', async (version) => {
		expect(await status(`/api/meta/${version}${INFO}`, TOKEN)).toBe(200);
	});

	test.each([
		['GET', `/${PHONE}/messages`],
		['PUT', `/${PHONE}/messages`],
		['DELETE', `/${PHONE}`],
		['POST', `/${WABA}/subscribed_apps`],
	])('%s %s: an HTML page with 404', async (method, path) => {
		const { status: code, headers, body } = await bench.call(method, path);
		expect([code, headers.get('content-type'), body]).toEqual([
			404,
			expect.stringContaining('text/html'),
			expect.stringContaining(`Cannot ${method} /api/meta/v19.0${path}`),
		]);
	});

	test('v1 alone lies below /whatsapp/waba too', async () => {
		const body = { to: '910000000123', type: 'text', text: { body: 'Hi' } };
		expect((await bench.panel.call('POST', '/whatsapp/waba/v1/messages', body)).status).toBe(201);
		expect((await bench.sends()).map(({ style }) => style)).toEqual(['v1']);
		expect(await status('/whatsapp/waba/crm/setting/custom-field', KEY)).toBe(404);
		expect(await status('/whatsapp/waba/api/getuser', KEY)).toBe(404);
	});

	test('the number tells about itself', async () => {
		expect((await bench.call('GET', INFO)).body).toMatchObject({
			id: PHONE,
			display_phone_number: '918000000002',
			verified_name: 'Example Stores',
		});
	});
});
