import { panelOf } from '../../../../nodes/HelloAll/panel';

const META = { apiStyle: 'meta', accessToken: 'token-4711', phoneNumberId: '100000000000001' };
const HOST = 'https://crm.example.com';

/** What is pasted for the panel at HOST, and what it says beside the address. */
const PASTED: Record<string, { version?: string; phoneNumberId?: string; v1Prefix?: string }> = {
	[HOST]: {},
	[`${HOST}/`]: {},
	[`  ${HOST}  `]: {},
	[`${HOST}/api/meta`]: {},
	[`${HOST}/api/meta/`]: {},
	[`${HOST}/api/meta/v19.0`]: { version: 'v19.0' },
	[`${HOST}/api/meta/v21.0/`]: { version: 'v21.0' },
	[`${HOST}/api/meta/19.0`]: { version: '19.0' },
	[`${HOST}/api/meta/v20.0/100000000000001`]: { version: 'v20.0', phoneNumberId: '100000000000001' },
	[`${HOST}/api/meta/v20.0/100000000000001/messages`]: {
		version: 'v20.0',
		phoneNumberId: '100000000000001',
	},
	[`${HOST}/api/meta/v20.0/100000000000001/messages?x=1#top`]: { version: 'v20.0' },
	[`${HOST}/api/meta?access_token=abc`]: {},
	[`${HOST}/v1`]: {},
	[`${HOST}/v1/`]: {},
	[`${HOST}/v1/messages`]: {},
	[`${HOST}/whatsapp/waba`]: { v1Prefix: '/whatsapp/waba' },
	[`${HOST}/whatsapp/waba/v1`]: { v1Prefix: '/whatsapp/waba' },
	[`${HOST}/whatsapp/waba/v1/messages`]: { v1Prefix: '/whatsapp/waba' },
};

describe.each(Object.entries(PASTED))('the base URL %j', (baseUrl, found) => {
	test.each(['meta', 'v1'])('leads to the panel in style %s', (apiStyle) => {
		expect(panelOf({ ...META, apiStyle, apiKey: 'key-1', baseUrl })).toMatchObject({
			root: HOST,
			v1Prefix: '',
			version: 'v19.0',
			phoneNumberId: '100000000000001',
			...found,
		});
	});
});

test('a panel below a path of its host keeps it', () => {
	const { root, version } = panelOf({ ...META, baseUrl: 'https://example.com/panel/api/meta/v22.0' });
	expect([root, version]).toEqual(['https://example.com/panel', 'v22.0']);
});

test('an empty base URL is the one of Hello All', () => {
	expect(panelOf(META).root).toBe('https://crm.helloall.in');
	expect(panelOf({ ...META, baseUrl: '  ' }).root).toBe('https://crm.helloall.in');
});

test('the version entered counts for more than the one pasted', () => {
	expect(panelOf({ ...META, apiVersion: ' v22.0 ', baseUrl: `${HOST}/api/meta/v19.0` }).version).toBe(
		'v22.0',
	);
});

test('an ID may be in the pasted address alone, or stand there as it was entered', () => {
	const baseUrl = `${HOST}/api/meta/v19.0/100000000000001/messages`;
	expect(panelOf({ ...META, phoneNumberId: '', baseUrl }).phoneNumberId).toBe('100000000000001');
	expect(panelOf({ ...META, phoneNumberId: ' 100000000000001 ', baseUrl }).phoneNumberId).toBe(
		'100000000000001',
	);
});

const WRONG: Record<string, [credential: object, message: RegExp]> = {
	'neither token nor key': [
		{ accessToken: 'Bearer ', apiKey: ' ' },
		/^Access Token: it is empty in the credential$/,
	],
	'a token without a key in style v1': [{ apiStyle: 'v1' }, /^API Key: it is empty in the credential$/],
	'an ID that differs from the pasted one': [
		{ baseUrl: `${HOST}/api/meta/v19.0/100000000000003/messages` },
		/^Phone Number ID: 100000000000001 does not match the ID in the base URL, 100000000000003$/,
	],
	'a phone number for an ID': [{ phoneNumberId: '+91 98 1000' }, /^Phone Number ID: ".*" is not an ID$/],
	'four digits for an ID': [{ phoneNumberId: '1234' }, /^Phone Number ID: "1234"/],
	'21 digits for an ID': [{ wabaId: '1'.repeat(21) }, /^WABA ID: /],
	'words for a version': [{ apiVersion: 'latest' }, /^API Version: "latest" is not a version$/],
	'no address': [{ baseUrl: 'my panel' }, /^Base URL: "my panel" is not a web address$/],
	'an address without https://': [{ baseUrl: 'crm.example.com' }, /^Base URL: must start with https:\/\/$/],
	'an address without encryption': [
		{ baseUrl: 'http://crm.example.com/api/meta' },
		/^Base URL: must start with https/,
	],
	'the address of another call': [
		{ baseUrl: `${HOST}/api/meta/v19.0/200000000000002/message_templates` },
		/^Base URL: ".*" has an unexpected path after \/api\/meta$/,
	],
};

test.each(Object.entries(WRONG))('%s is refused', (_, [credential, message]) => {
	expect(() => panelOf({ ...META, ...credential })).toThrow(message);
});

test.each(['1'.repeat(5), '1'.repeat(20)])('%s is an ID', (id) => {
	expect(panelOf({ ...META, wabaId: id }).wabaId).toBe(id);
});

test.each([
	'token-4711',
	' token-4711\n',
	'Bearer token-4711',
	'bearer  token-4711',
	'Authorization: Bearer token-4711',
])('%j is a token', (accessToken) => {
	expect(panelOf({ ...META, accessToken }).accessToken).toBe('token-4711');
	expect(panelOf({ ...META, accessToken: '', apiKey: accessToken }).accessToken).toBe('token-4711');
});

test('one secret stands for both in style meta, and the key alone counts in style v1', () => {
	expect(panelOf({ ...META, apiKey: 'key-1' })).toMatchObject({ apiKey: 'key-1', accessToken: 'token-4711' });
	expect(panelOf(META)).toMatchObject({ apiKey: 'token-4711', accessToken: 'token-4711' });
	expect(panelOf({ ...META, apiStyle: 'v1', apiKey: 'key-1' })).toMatchObject({
		apiKey: 'key-1',
		accessToken: 'key-1',
	});
});

test('a credential without a style is of style v1', () => {
	expect(panelOf({ apiKey: 'key-1', baseUrl: HOST })).toMatchObject({
		style: 'v1',
		root: HOST,
		apiKey: 'key-1',
	});
});
