import { Bench } from './harness';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
});
afterAll(async () => await bench.close());

const keyWith = async (more: object): Promise<string> =>
	(await bench.control('POST', '/keys', { provider: 'heltar', ...more })).body.apiKey;

describe('API keys', () => {
	test.each([
		['missing', null],
		['wrong', 'hk_live_nobody'],
	])('%s: 401', async (_name, key) => {
		const { status, body } = await bench.heltar('GET', '/v1/clients', undefined, key);
		expect(status).toBe(401);
		expect(body).toEqual({
			errorType: 'Unauthorized',
			errorMessage: expect.any(String),
			errorsValidation: null,
			errorRaw: null,
		});
	});

	test('expired: 401', async () => {
		const key = await keyWith({ expired: true });
		expect((await bench.heltar('GET', '/v1/clients', undefined, key)).status).toBe(401);
	});

	test.each<[string[], string, string, number, string]>([
		[['*'], 'GET', '/v1/business', 200, ''],
		[['*:read'], 'GET', '/v1/business', 200, ''],
		[['*:read'], 'DELETE', '/v1/templates/nobody', 403, 'templates:write'],
		[['clients:read'], 'GET', '/v1/clients', 200, ''],
		[['clients:read'], 'GET', '/v1/templates', 403, 'templates:read'],
		[['clients:read'], 'POST', '/v1/clients', 403, 'clients:write'],
		[['clients:*'], 'POST', '/v1/clients', 400, ''],
		[['messages:write'], 'GET', '/v1/messages/presigned-url?file_name=a&file_type=b', 403, 'messages:read'],
		[['messages:*', 'clients:*'], 'POST', '/v1/business/webhook-url', 403, 'business:write'],
	])('a key for %j asking %s %s gets %i', async (scopes, method, path, status, named) => {
		const key = await keyWith({ scopes });
		const answer = await bench.heltar(method, path, method === 'POST' ? [] : undefined, key);
		expect(answer.status).toBe(status);
		if (named) expect(answer.body.errorMessage).toBe(`API key does not have the required scope (${named})`);
	});

	test('an unknown path is a 404 in Heltar’s own form', async () => {
		const { status, body } = await bench.heltar('GET', '/v1/nowhere');
		expect(status).toBe(404);
		expect(body).toMatchObject({ errorType: 'NotFound', errorMessage: 'Cannot GET /v1/nowhere' });
	});
});
