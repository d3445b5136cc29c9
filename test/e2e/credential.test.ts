import { once } from 'node:events';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '../../demo/freePort';
import type { CredentialVerdict } from '../../demo/n8nApi';
import { liveNames, liveProvider } from './liveProviders';
import type { Fixture } from './environment';
import { openFixture } from './environment';

describe.each(liveNames)('the Test of the credential of %s', (name) => {
	const { wrongKey } = liveProvider(name);
	let fixture: Fixture;
	beforeAll(async () => {
		fixture = await openFixture(name);
	});

	async function verdictOn(data: { apiKey?: string; baseUrl?: string }): Promise<CredentialVerdict> {
		const { account, apiKey, credentialType } = fixture.provider;
		const credential = {
			name: `${fixture.provider.label}: ${expect.getState().currentTestName}`.slice(0, 120),
			type: credentialType,
			data: { ...account, apiKey, baseUrl: fixture.baseUrl, ...data },
		};
		return await fixture.api.testCredential(await fixture.api.createCredential(credential), credential);
	}

	it('succeeds with the right key', async () => {
		expect(await verdictOn({})).toMatchObject({ status: 'OK' });
	});

	it('takes a base URL that ends in /v1 and a slash', async () => {
		expect(await verdictOn({ baseUrl: `${fixture.baseUrl}/v1/` })).toMatchObject({ status: 'OK' });
	});

	it('fails with a wrong key, says what to do, and does not repeat the key', async () => {
		const verdict = await verdictOn({ apiKey: 'wrong_key_4711' });
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(wrongKey);
		expect(JSON.stringify(verdict)).not.toContain('wrong_key_4711');
	});

	it('fails with a base URL where nobody answers, in words and without a stack trace', async () => {
		const verdict = await verdictOn({ baseUrl: `http://127.0.0.1:${await freePort()}` });
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(/refused|could not reach|connect/i);
		expect(verdict.message).not.toMatch(/\n\s+at /);
	});

	it('takes a key with spaces around it, as sending does', async () => {
		const { apiKey } = fixture.provider;
		expect(await verdictOn({ apiKey: ` ${apiKey} \n` })).toMatchObject({ status: 'OK' });
	});

	it('does not send the key over http', async () => {
		const verdict = await verdictOn({ baseUrl: 'http://192.0.2.1' });
		expect(verdict).toMatchObject({ status: 'Error', message: expect.stringContaining('https://') });
	});

	describe('when another server answers', () => {
		const calls: Array<{ path: string; headers: IncomingHttpHeaders }> = [];
		let reply: (path: string) => { status?: number; headers?: Record<string, string>; body?: string };
		let server: Server;
		let url: string;
		beforeAll(async () => {
			server = createServer((request, response) => {
				calls.push({ path: request.url!, headers: request.headers });
				const { status = 200, headers = {}, body = '' } = reply(request.url!);
				response.writeHead(status, headers).end(body);
			});
			server.listen(0, '127.0.0.1');
			await once(server, 'listening');
			url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		});
		afterAll(() => void server.close());
		beforeEach(() => void (calls.length = 0));

		const json = { 'content-type': 'application/json' };

		it.each<[what: string, answer: ReturnType<typeof reply>]>([
			['a page', { headers: { 'content-type': 'text/html' }, body: '<h1>Welcome</h1>' }],
			['a page that says it is JSON', { headers: json, body: '<h1>Welcome</h1>' }],
			['nothing', {}],
			['a text', { headers: { 'content-type': 'text/plain' }, body: 'OK' }],
			['a refusal with 200', { headers: json, body: '{"success":false,"error":{"code":1,"message":"no"}}' }],
			['an error with 200', { headers: json, body: '{"errors":[{"code":1005,"title":"Access denied"}]}' }],
		])('%s is no success', async (_what, given) => {
			reply = () => given;
			const verdict = await verdictOn({ baseUrl: url });
			expect(verdict.status).toBe('Error');
			expect(verdict.message).toMatch(/Check the base URL|does not accept this (API key|key or token)/);
			expect(calls).toHaveLength(1);
		});

		it('does not carry the key to where it is sent on', async () => {
			reply = (path) =>
				path === '/else'
					? { headers: json, body: '{"message":"OK","data":[]}' }
					: { status: 302, headers: { location: '/else' } };
			const verdict = await verdictOn({ baseUrl: url });
			expect(verdict).toMatchObject({
				status: 'Error',
				message: expect.stringContaining('leads on to another'),
			});
			expect(calls.map(({ path }) => path)).not.toContain('/else');
		});
	});

	it('fails with the address of n8n itself, and of the phone page', async () => {
		for (const baseUrl of [fixture.n8nUrl, `${fixture.sandboxUrl}/phone/`]) {
			const verdict = await verdictOn({ baseUrl });
			expect(verdict).toMatchObject({ status: 'Error', message: expect.stringContaining('base URL') });
		}
	});

	it('fails with a base URL where something else answers', async () => {
		const verdict = await verdictOn({ baseUrl: `${fixture.sandboxUrl}/elsewhere` });
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(/base URL/);
	});
});
