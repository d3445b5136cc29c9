import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, ICredentialTestFunction, INodeType } from 'n8n-workflow';

import { listenerUrl } from './credentialTestServers';
import { accountsOf, credentialsFor, testedProviders } from '../providers';
import type { Reply } from './provider';
import { startProvider } from './provider';
import { openSandbox } from './sandboxClient';

/** What n8n calls for the Test of a credential, as it is in 2.40 and was in 2.0: `testedBy` names a method of the node. */
async function verdictOf(node: INodeType, credential: ICredentialDataDecryptedObject) {
	const [{ testedBy, name }] = node.description.credentials!;
	const test = node.methods!.credentialTest![testedBy as string] as ICredentialTestFunction;
	return await test.call(new CredentialTestContext({} as never), {
		id: '1',
		name,
		type: name,
		data: credential,
	});
}

let reply: (path: string) => Reply = () => ({});
let other: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
	other = await startProvider(({ url }) => reply(url));
});
beforeEach(() => void other.calls());

const HTML = { 'content-type': 'text/html' };
const LOGIN = '<!doctype html><title>Sign in</title><script>start()</script>';

describe.each(testedProviders.flatMap(accountsOf))('the Test of the credential of $title', (tested) => {
	const { action, trigger, contract, credential: type } = tested;
	const given = (baseUrl: string, change: object = {}) => ({
		...credentialsFor(tested, baseUrl)[type.name],
		...change,
	});
	const at = async (baseUrl: string, change: object = {}) => await verdictOf(action, given(baseUrl, change));
	const secret = (value: string) => ({
		apiKey: value,
		...(tested.sandbox.account ? { accessToken: value } : {}),
	});

	it('is a method of both nodes, and n8n is told its name', () => {
		for (const { description, methods } of [action, trigger]) {
			expect(description.credentials).toEqual([
				{ name: type.name, required: true, testedBy: 'testCredential' },
			]);
			expect(methods?.credentialTest?.testCredential).toBeInstanceOf(Function);
		}
		// n8n asks a credential's own test first.
		expect(type.test).toBeUndefined();
	});

	it('succeeds at the sandbox, with whatever was copied along, and only reads', async () => {
		const sandbox = await openSandbox(tested.sandbox.name);
		const key = String(tested.sandbox.account?.accessToken ?? tested.sandbox.key);
		for (const [baseUrl, typed] of [
			[sandbox.baseUrl, key],
			[`  ${sandbox.baseUrl}/v1/ \n`, ` \u00a0${key}\n`],
			[`${sandbox.baseUrl}/?tab=api#keys`, `Bearer ${key}`],
		]) {
			expect(await at(baseUrl, secret(typed))).toEqual({ status: 'OK', message: 'Connection successful' });
		}
		expect(new Set((await sandbox.requests()).map(({ method }) => method))).toEqual(new Set(['GET']));
		await sandbox.close();
	});

	const mistakes: Array<[what: string, answer: Reply, says: RegExp]> = [
		['the login page of a panel', { headers: HTML, body: LOGIN }, /returned the web page "Sign in"/],
		[
			'a page that calls itself JSON',
			{ headers: { 'content-type': 'application/json' }, body: LOGIN },
			/web page/,
		],
		['a page that refuses', { status: 403, headers: HTML, body: LOGIN }, /"Sign in" \(HTTP status 403\)/],
		[
			'a page without a title',
			{ headers: HTML, body: '<p>Hello' },
			/returned a web page instead of an API response/,
		],
		['a text', { body: 'OK' }, /does not lead to .*: it returned plain text/],
		['nothing', {}, /does not lead to .*: it returned an empty response/],
		[
			'other JSON',
			{ body: { data: { name: 'n8n' } } },
			/does not lead to .*: it returned a response in an unexpected format/,
		],
		['an empty object', { body: {} }, /it returned a response in an unexpected format/],
		['a list of other things', { body: [{ slug: 'x' }] }, /it returned a response in an unexpected format/],
		[
			'a redirect elsewhere',
			{ status: 302, headers: { location: 'https://login.example.com/x' } },
			/redirects to login\.example\.com, and the key is not sent there.*https:\/\/login\.example\.com as base URL/,
		],
		[
			'a redirect to its login',
			{ status: 307, headers: { location: '/login' } },
			/redirects the call to \/login, as a website does/,
		],
		['a redirect to nowhere', { status: 301 }, /redirects the call, as a website does/],
		[
			'no such path',
			{ status: 404, headers: HTML, body: '<title>404</title>' },
			/^No .* API was found at http:\S+ \(HTTP status 404\)\./,
		],
		['a wrong method', { status: 405 }, /^No .* API was found at http:\S+ \(HTTP status 405\)\./],
		['too many calls', { status: 429 }, /has reached its rate limit.*Try again/],
		[
			'a fault',
			{ status: 502, headers: HTML, body: LOGIN },
			/failed \(HTTP status 502\), so the key could not be checked/,
		],
		['a wrong key', { status: 401, body: { message: 'no' } }, /(key|token).*copied all of it/],
		[
			'a refusal with 200',
			{ body: { success: false, error: { message: 'Not today' } } },
			/refused the test: Not today.*copied all of it/,
		],
	];
	it.each(mistakes)('says what is wrong where the answer is %s', async (_what, answer, says) => {
		reply = () => answer;
		const verdict = await at(other.url);
		expect(verdict).toEqual({ status: 'Error', message: expect.stringMatching(says) });
		expect(verdict.message).toMatch(/\.$/);
		// Whatever is asked once more after an unknown call, nothing follows a redirect or a refusal.
		expect(other.calls().every(({ method, url }) => method === 'GET' && !url.includes('login'))).toBe(true);
	});

	it('repeats no key, even where the answer does', async () => {
		reply = () => ({ status: 400, body: { message: 'Bad key_4711_4711' } });
		const verdict = await at(other.url, secret('key_4711_4711'));
		expect(verdict).toMatchObject({ status: 'Error', message: expect.stringContaining('Bad ***') });
	});

	it.each([
		['api.example.com', 'Base URL: must start with https://. Enter https://api.example.com.'],
		[
			'http://api.example.com:8443/',
			'Base URL: must start with https://. Enter https://api.example.com:8443.',
		],
		['https//api.example.com/x', 'Base URL: must start with https://. Enter https://api.example.com/x.'],
		['ftp://api.example.com', 'Base URL: must start with https://.'],
		['localhost:5678', 'Base URL: must start with https://.'],
		['my panel', /^Base URL: "my panel" is not a web address\. Enter an address such as https:\/\/\w/],
	])('says what to enter for the base URL %j', async (baseUrl, says) => {
		const message = typeof says === 'string' ? says : expect.stringMatching(says);
		expect(await at(baseUrl)).toEqual({ status: 'Error', message });
	});

	it.each(['key_47\n11', 'key_47\u200b11', 'ключ'])(
		'refuses the key %j, which no header can hold',
		async (key) => {
			const says =
				/^(API Key|Access Token): it contains a line break or another invalid character\. Copy it again/;
			expect(await at(other.url, secret(key))).toEqual({
				status: 'Error',
				message: expect.stringMatching(says),
			});
			expect(other.calls()).toEqual([]);
		},
	);

	it('refuses an empty key', async () => {
		const says = /^(API Key|Access Token): (nothing is filled in|it is empty in the credential)/;
		expect(await at(other.url, secret(' '))).toEqual({
			status: 'Error',
			message: expect.stringMatching(says),
		});
		expect(other.calls()).toEqual([]);
	});

	it('says in words that nobody answers, and beside them the code', async () => {
		const { url, close } = await listenerUrl();
		await close();
		expect(await at(url)).toEqual({
			status: 'Error',
			message: `Could not reach ${contract.http.name} at ${url} (ECONNREFUSED). Check the base URL in the credential and the network of the machine n8n runs on.`,
		});
	});

	it('says in words that a connection broke', async () => {
		const { url, close } = await listenerUrl((socket) => socket.destroy());
		expect(await at(url)).toEqual({
			status: 'Error',
			message: expect.stringMatching(
				/^The connection to .* broke before an answer came \(ECONNRESET\)\. Try again\.$/,
			),
		});
		await close();
	});
});

describe('the Test of the credential of Hello All', () => {
	const tested = testedProviders.find(({ type }) => type === 'helloAll')!;
	const test = async () => await verdictOf(tested.action, credentialsFor(tested, other.url).helloAllApi);

	it.each<[what: string, number: Reply, templates: Reply, paths: string[]]>([
		[
			'the number',
			{ body: { data: { phone_number: '910000000001' } } },
			{ status: 500 },
			['/v1/configs/phone_number'],
		],
		[
			'the templates where the panel lacks the number',
			{ status: 404 },
			{ body: { waba_templates: [{ name: 'hello' }] } },
			['/v1/configs/phone_number', '/v1/configs/templates?limit=1&offset=0'],
		],
		[
			'the templates where the number comes in another form',
			{ body: { result: 'x' } },
			{ body: { templates: [] } },
			['/v1/configs/phone_number', '/v1/configs/templates?limit=1&offset=0'],
		],
	])('takes %s', async (_what, number, templates, paths) => {
		reply = (path) => (path.includes('phone_number') ? number : templates);
		expect(await test()).toMatchObject({ status: 'OK' });
		expect(other.calls().map(({ url }) => url)).toEqual(paths);
	});

	it('says that the key is refused where only the second call tells', async () => {
		reply = (path) => (path.includes('phone_number') ? { status: 404 } : { status: 401 });
		expect(await test()).toMatchObject({
			message: expect.stringContaining('rejected this key or token'),
		});
	});
});
