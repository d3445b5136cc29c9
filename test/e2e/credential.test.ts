import { once } from 'node:events';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '../../demo/freePort';
import type { CredentialVerdict } from '../../demo/n8nApi';
import { PROVIDERS } from '../../demo/providers';
import { liveProvider } from './liveProviders';
import type { Fixture } from './environment';
import { openFixture } from './environment';

/** Every kind of account: what its credential needs beside key and address. */
const ACCOUNTS = PROVIDERS.flatMap(({ name, account = {}, styles = [] }) => [
	{ title: name, name, account },
	...styles.map((style) => ({ title: style.label, name, account: style.account })),
]);

describe.each(ACCOUNTS)('the Test of the credential of $title', ({ title, name, account }) => {
	const { wrongKey, keyHeader } = liveProvider(name);
	let fixture: Fixture;
	beforeAll(async () => {
		fixture = await openFixture(name);
	});

	/** @param key in the place of the right one */
	async function verdictOn({ key, ...data }: { key?: string; baseUrl?: string }): Promise<CredentialVerdict> {
		const { apiKey, credentialType } = fixture.provider;
		const wrong =
			key === undefined ? {} : { apiKey: key, ...('accessToken' in account ? { accessToken: key } : {}) };
		const credential = {
			name: `${title}: ${expect.getState().currentTestName}`.slice(0, 120),
			type: credentialType,
			data: { ...account, apiKey, baseUrl: fixture.baseUrl, ...wrong, ...data },
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
		const verdict = await verdictOn({ key: 'wrong_key_4711' });
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(wrongKey);
		expect(JSON.stringify(verdict)).not.toContain('wrong_key_4711');
	});

	it('fails with a base URL where nobody answers, in words and without a stack trace', async () => {
		const verdict = await verdictOn({ baseUrl: `http://127.0.0.1:${await freePort()}` });
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(/^Could not reach .*\(ECONNREFUSED\)\. Check the base URL/);
		expect(verdict.message).not.toMatch(/\n\s+at /);
	});

	it('takes a key with spaces around it, as sending does', async () => {
		const key = account.accessToken ?? fixture.provider.apiKey;
		expect(await verdictOn({ key: ` ${key} \n` })).toMatchObject({ status: 'OK' });
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
		const expectedHeader =
			'accessToken' in account
				? { Authorization: `Bearer ${account.accessToken}` }
				: keyHeader(PROVIDERS.find((one) => one.name === name)!.apiKey);

		it.each<[what: string, answer: ReturnType<typeof reply>, says: RegExp]>([
			[
				'a page',
				{ headers: { 'content-type': 'text/html' }, body: '<title>Welcome</title>' },
				/the web page "Welcome"/,
			],
			['a page that says it is JSON', { headers: json, body: '<h1>Welcome</h1>' }, /a web page/],
			['nothing', {}, /returned an empty response/],
			['a text', { headers: { 'content-type': 'text/plain' }, body: 'OK' }, /returned plain text/],
			[
				'other JSON',
				{ headers: json, body: '{"data":{"user":1}}' },
				/returned a response in an unexpected format/,
			],
			[
				'a refusal with 200',
				{ headers: json, body: '{"success":false,"error":{"code":1,"message":"no"}}' },
				/refused the test: no/,
			],
			['a failure', { status: 502 }, /failed \(HTTP status 502\)/],
		])('%s is no success', async (_what, given, says) => {
			reply = () => given;
			const verdict = await verdictOn({ baseUrl: url });
			expect(verdict).toEqual({ status: 'Error', message: expect.stringMatching(says) });
			expect(calls[0].headers).toMatchObject(
				Object.fromEntries(
					Object.entries(expectedHeader).map(([header, value]) => [header.toLowerCase(), value]),
				),
			);
		});

		it('does not carry the key to where it is sent on', async () => {
			reply = (path) =>
				path === '/else'
					? { headers: json, body: '{"message":"OK","data":[]}' }
					: { status: 302, headers: { location: '/else' } };
			const verdict = await verdictOn({ baseUrl: url });
			expect(verdict).toMatchObject({
				status: 'Error',
				message: expect.stringContaining('redirects the call to /else, as a website does'),
			});
			expect(calls.map(({ path }) => path)).not.toContain('/else');
		});
	});

	it('fails with the address of n8n itself', async () => {
		const verdict = await verdictOn({ baseUrl: fixture.n8nUrl });
		expect(verdict).toEqual({
			status: 'Error',
			// Versions of n8n differ in what they answer to a path they do not know.
			message: expect.stringMatching(
				/^(No (Heltar|Hello All) API was found at http\S+ \(HTTP status 404\)|\S+ returned the web page "n8n).*base URL/i,
			),
		});
	});

	it('fails with the address of the phone page', async () => {
		const verdict = await verdictOn({ baseUrl: `${fixture.sandboxUrl}/phone/` });
		expect(verdict).toEqual({
			status: 'Error',
			message: expect.stringMatching(/^(No .* API was found at|\S+ returned the web page).*base URL/i),
		});
	});

	it('says what to enter where https:// is missing', async () => {
		const verdict = await verdictOn({ baseUrl: ' api.example.com ' });
		expect(verdict).toEqual({
			status: 'Error',
			message: 'Base URL: must start with https://. Enter https://api.example.com.',
		});
	});

	it('fails with a base URL where something else answers', async () => {
		const verdict = await verdictOn({ baseUrl: `${fixture.sandboxUrl}/elsewhere` });
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(/base URL/i);
	});
});
