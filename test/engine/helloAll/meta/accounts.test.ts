import type { IDataObject } from 'n8n-workflow';

import { openFixture, onTheWire, runAt, TO } from './fixture';

/** What users enter in the credential, and what goes out for it. */

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
	fixture = await openFixture();
});
afterAll(async () => await fixture.close());
beforeEach(async () => await fixture.reset());

const SEND = { resource: 'message', operation: 'sendText', to: TO, body: 'Hello' };
const CONTACTS = { resource: 'contact', operation: 'getMany' };
const TEMPLATES = { resource: 'template', operation: 'getMany' };
const ID = '100000000000001';

async function calls(account: IDataObject, behind = '', parameters: IDataObject = SEND) {
	const { error } = await runAt(fixture.baseUrl + behind, account)(parameters);
	return { error, calls: (await fixture.requests()).map(onTheWire) };
}
const path = async (account: IDataObject, behind: string, parameters?: IDataObject) => {
	const { error, calls: made } = await calls(account, behind, parameters);
	return error?.message ?? made.map((call) => `${call.method} ${call.path}`);
};

describe.each([
	['', 'v19.0'],
	['/', 'v19.0'],
	['/api/meta', 'v19.0'],
	['/api/meta/v21.0', 'v21.0'],
	['/api/meta/19.0/', '19.0'],
	[`/api/meta/v20.0/${ID}/messages`, 'v20.0'],
	['/api/meta?access_token=x', 'v19.0'],
	['/v1', 'v19.0'],
	['/whatsapp/waba', 'v19.0'],
	['/whatsapp/waba/v1/', 'v19.0'],
])('a base URL that ends in %j', (behind, version) => {
	test('leads messages to /api/meta', async () => {
		expect(await path({}, behind)).toEqual([`POST /api/meta/${version}/${ID}/messages`]);
	});
	test('leads the CRM to its place at the root', async () => {
		expect(await path({}, behind, CONTACTS)).toEqual(['GET /crm/chat']);
	});
	test('leads messages in style v1 to /v1', async () => {
		const prefix = behind.includes('/whatsapp/waba') ? '/whatsapp/waba' : '';
		expect(await path({ apiStyle: 'v1' }, behind)).toEqual([`POST ${prefix}/v1/messages`]);
		expect(await path({ apiStyle: 'v1' }, behind, CONTACTS)).toEqual(['GET /crm/chat']);
	});
});

const REFUSED: Record<string, [account: IDataObject, behind: string, parameters: IDataObject, says: string]> =
	{
		'another ID in the base URL': [
			{},
			'/api/meta/v19.0/100000000000003/messages',
			SEND,
			`Phone Number ID: ${ID} does not match the ID in the base URL, 100000000000003`,
		],
		'an unknown end of the base URL': [{}, '/api/meta/v19.0/x', SEND, 'Base URL: "'],
		'no Phone Number ID, to send': [
			{ phoneNumberId: '' },
			'',
			SEND,
			'This operation needs the Phone Number ID, which is empty in the credential',
		],
		'no WABA ID, to list templates': [
			{ wabaId: '' },
			'',
			TEMPLATES,
			'This operation needs the WABA ID, which is empty in the credential',
		],
		'a phone number for an ID': [{ phoneNumberId: '+91 98100' }, '', SEND, 'Phone Number ID: '],
		'a word for a version': [{ apiVersion: 'newest' }, '', SEND, 'API Version: "newest" is'],
	};

test.each(Object.entries(REFUSED))(
	'%s: refused before any call',
	async (_, [account, behind, parameters, says]) => {
		const { error, calls: made } = await calls(account, behind, parameters);
		expect(error?.message).toContain(says);
		expect(made).toEqual([]);
	},
);

test('no Phone Number ID is needed for templates, and no WABA ID to send', async () => {
	expect(await path({ wabaId: '' }, '')).toEqual([`POST /api/meta/v19.0/${ID}/messages`]);
	expect(await path({ phoneNumberId: '' }, '', TEMPLATES)).toEqual([
		'GET /api/meta/v19.0/200000000000002/message_templates',
	]);
});

test('without token and key nothing goes out', async () => {
	for (const parameters of [SEND, CONTACTS, TEMPLATES]) {
		const { error, calls: made } = await calls({ accessToken: '', apiKey: ' ' }, '', parameters);
		expect(error?.message).toMatch(/it is empty in the credential/);
		expect(made).toEqual([]);
	}
	const inStyleV1 = await calls({ apiStyle: 'v1', apiKey: '' });
	expect(inStyleV1).toMatchObject({
		error: { message: 'API Key: it is empty in the credential' },
		calls: [],
	});
});
