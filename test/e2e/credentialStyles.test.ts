import axios from 'axios';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CredentialVerdict } from '../../demo/n8nApi';
import type { Fixture } from './environment';
import { openFixture } from './environment';

/** The Test of Hello All's credential in API style meta; what holds for every credential: credential.test.ts. */

const ACCOUNT = {
	apiStyle: 'meta',
	apiKey: '',
	accessToken: 'sandbox-token',
	phoneNumberId: '100000000000001',
	wabaId: '200000000000002',
};

let fixture: Fixture;
beforeAll(async () => {
	fixture = await openFixture('helloAll');
});

async function verdictOn(data: Record<string, string>): Promise<CredentialVerdict> {
	const credential = {
		name: `Hello All, style: ${expect.getState().currentTestName}`.slice(0, 120),
		type: fixture.provider.credentialType,
		data: { ...ACCOUNT, baseUrl: fixture.baseUrl, ...data },
	};
	return await fixture.api.testCredential(await fixture.api.createCredential(credential), credential);
}

/** Changes the sandbox's account. */
const settings = async (change: object) =>
	await axios.patch(`${fixture.sandboxUrl}/_sandbox/settings`, { 'hello-all': change });

const RIGHT: Record<string, Record<string, string>> = {
	'all that the panel shows': {},
	'no WABA ID': { wabaId: '' },
	'the token as the key': { accessToken: '', apiKey: 'sandbox-token' },
	'a token with Bearer before it': { accessToken: ' Bearer sandbox-token' },
};

it.each(Object.entries(RIGHT))('succeeds with %s', async (_what, data) => {
	expect(await verdictOn(data)).toMatchObject({ status: 'OK' });
});

it.each(['/', '/api/meta', '/api/meta/v21.0', '/api/meta/v19.0/100000000000001/messages'])(
	'succeeds with a base URL that ends in %s',
	async (behind) => {
		expect(await verdictOn({ baseUrl: fixture.baseUrl + behind })).toMatchObject({ status: 'OK' });
	},
);

const WRONG: Record<string, [data: Record<string, string>, says: RegExp]> = {
	'a wrong token': [{ accessToken: 'wrong_token_4711' }, /rejected this key or token/],
	'the key of the CRM for a token': [{ accessToken: 'sandbox-key' }, /rejected this key or token/],
	'an unknown WABA ID': [{ wabaId: '200000000000009' }, /the API style.*Classic/s],
	'another ID in the base URL': [
		{ baseUrl: 'https://crm.example.com/api/meta/v19.0/100000000000003' },
		/Phone Number ID: 100000000000001 does not match the ID in the base URL, 100000000000003/,
	],
	'neither token nor key': [{ accessToken: '' }, /Access Token: it is empty in the credential/],
	'no ID at all': [{ phoneNumberId: '', wabaId: '' }, /Phone Number ID: it is empty in the credential/],
};

it.each(Object.entries(WRONG))('fails with %s, and repeats no token', async (_what, [data, says]) => {
	const verdict = await verdictOn(data);
	expect(verdict).toMatchObject({ status: 'Error', message: expect.stringMatching(says) });
	expect(JSON.stringify(verdict)).not.toMatch(/_token_4711|sandbox-token/);
});

it('fails with the login page that panels show with status 200', async () => {
	await settings({ metaWrongToken: 'html200' });
	const verdict = await verdictOn({ accessToken: 'wrong_token_4711' });
	await settings({ metaWrongToken: 'status401' });
	expect(verdict).toMatchObject({
		status: 'Error',
		message: expect.stringMatching(/returned (a|the) web page.*respond like this to a wrong key or token/),
	});
});

describe('on a panel that lacks the style', () => {
	let server: Server;
	const paths: string[] = [];
	beforeAll(async () => {
		server = createServer((request, response) => {
			paths.push(request.url!);
			response.writeHead(404, { 'content-type': 'text/html' }).end(`Cannot GET ${request.url}`);
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
	});
	afterAll(() => void server.close());

	it.each([
		['meta', 'Classic (API Key)'],
		['v1', 'Cloud (Access Token)'],
	])('style %s: the message names the other, which is not tried', async (apiStyle, other) => {
		paths.length = 0;
		const { port } = server.address() as AddressInfo;
		const verdict = await verdictOn({ apiStyle, apiKey: 'k4711_4711', baseUrl: `http://127.0.0.1:${port}` });
		expect(verdict).toMatchObject({ status: 'Error', message: expect.stringContaining(other) });
		expect(paths.filter((path) => path.startsWith('/api/meta/') !== (apiStyle === 'meta'))).toEqual([]);
	});
});
