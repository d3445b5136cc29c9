import type { IDataObject } from 'n8n-workflow';

import { useJumpingClock } from '../../../jumpingClock';
import { conformance } from '../conformance';
import { minimalParameters } from '../minimalParameters';
import { runNode } from '../../harness';
import { keepLog } from '../../log';
import type { Reply } from '../../provider';
import { startProvider } from '../../provider';
import { trigger } from '../../triggerHarness';
import { ACCOUNT } from './fixture';

useJumpingClock();

/** Token and key go where they belong, in one header, and come back nowhere. */

const log = keepLog();
const TOKEN = 'tok4711UNDERSCOREx/y+z=';
const KEY = 'key0815DASHsecret';
const SECRETS = [TOKEN, encodeURIComponent(TOKEN), KEY];

let reply: (url: string) => Reply;
let provider: Awaited<ReturnType<typeof startProvider>>;
let other: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
	provider = await startProvider(({ url }) => reply(url));
	other = await startProvider(() => ({ headers: { 'content-type': 'image/jpeg' }, body: 'jpeg' }));
});
beforeEach(() => {
	provider.calls();
	other.calls();
});

const [{ lacks }] = conformance.styles!;
const operations = Object.keys(minimalParameters).filter(
	(id) => id !== 'message.sendAndWait' && !lacks!.operations.includes(id),
);
const credentials = (account: IDataObject = {}) => ({
	helloAllApi: { ...ACCOUNT, accessToken: TOKEN, apiKey: KEY, baseUrl: provider.url, ...account },
});
const DATA = { mimeType: 'image/png', fileName: 'parcel.png', data: 'iVBORw0KGgo=' };

async function run(id: string, account?: IDataObject, onError?: 'continueRegularOutput') {
	const [resource, operation] = id.split('.');
	return await runNode({
		type: 'helloAll',
		credentials: credentials(account),
		parameters: { resource, operation, ...minimalParameters[id] },
		inputs: [{ json: { ...conformance.item }, binary: { data: DATA } }],
		node: { onError },
	});
}

const secretsIn = (value: unknown) => {
	const text = JSON.stringify(value, (_, inner: unknown) =>
		inner instanceof Error ? { ...inner, message: inner.message, stack: inner.stack } : inner,
	);
	return SECRETS.filter((secret) => text.includes(secret));
};

/** Which secrets each call carries, and where. */
const carried = () =>
	provider.calls().map(({ url, headers, body }) => ({
		isMeta: url.startsWith('/api/meta/'),
		authorization: headers.authorization,
		key: headers['api-key'],
		elsewhere: secretsIn([url, body, { ...headers, authorization: '', 'api-key': '' }]),
	}));

const REPEATED = {
	data: [{ id: '1', name: 'a', note: TOKEN }],
	messages: [{ id: 'wamid.A' }],
	message: `${TOKEN} ${KEY}`,
	url: `https://files.example.com/a?access_token=${encodeURIComponent(TOKEN)}&key=${KEY}`,
	paging: {
		cursors: { before: 'a', after: 'b' },
		next: `https://graph.facebook.com/v19.0/2/message_templates?access_token=${encodeURIComponent(TOKEN)}`,
	},
};

const ANSWERS: Record<string, Reply> = {
	'a success that repeats them': { body: REPEATED },
	'a refusal that repeats them': { status: 400, body: { error: { ...REPEATED, code: 100 } } },
	'a page that repeats them': {
		status: 403,
		headers: { 'content-type': 'text/html' },
		body: `<html>${TOKEN} ${KEY}</html>`,
	},
	'a server that breaks': { status: 500, body: `${TOKEN} ${KEY}` },
};

describe.each(Object.entries(ANSWERS))('%s', (_, answer) => {
	test.each(operations)('%s', async (id) => {
		reply = () => answer;
		const stopped = await run(id);
		const carriedThen = carried();
		expect(carriedThen.length).toBeGreaterThan(0);
		for (const call of carriedThen) {
			expect(call).toEqual(
				call.isMeta
					? { isMeta: true, authorization: `Bearer ${TOKEN}`, key: undefined, elsewhere: [] }
					: { isMeta: false, authorization: undefined, key: KEY, elsewhere: [] },
			);
		}
		const went = await run(id, {}, 'continueRegularOutput');
		const shown = [
			stopped.error,
			stopped.outputs,
			stopped.told,
			stopped.hints,
			went.outputs,
			went.hints,
			log,
		];
		expect(secretsIn(shown)).toEqual([]);
	});
});

test('pages of templates are followed by their cursor, never by the address that is given', async () => {
	const page = (name: string, more: object) => ({ body: { data: [{ id: name, name }], ...more } });
	reply = (url) => {
		const next = `${other.url}/next?access_token=${TOKEN}`;
		return url.includes('after=b')
			? page('second', {})
			: page('first', { paging: { cursors: { after: 'b' }, next } });
	};
	const { json } = await run('template.getMany');
	expect(json.map(({ name }) => name)).toEqual(['first', 'second']);
	expect(provider.calls()).toHaveLength(2);
	expect(other.calls()).toEqual([]);
});

test('a redirect is not followed, with or without the token', async () => {
	reply = () => ({ status: 302, headers: { location: `${other.url}/elsewhere` } });
	expect((await run('message.sendText')).error).toBeDefined();
	expect((await run('template.getMany')).error).toBeDefined();
	expect(other.calls()).toEqual([]);
});

test('the file behind an address is fetched without the token', async () => {
	reply = () => ({ body: { url: `${other.url}/media/7`, mime_type: 'image/jpeg', id: '7' } });
	const own = trigger(
		'helloAllTrigger',
		{ events: ['message'], options: { downloadMedia: true } },
		credentials(),
	);
	const { item } = await own.deliver({
		body: {
			entry: [
				{
					id: '2',
					changes: [
						{
							field: 'messages',
							value: {
								messages: [
									{
										from: '910000000123',
										id: 'wamid.secret',
										type: 'image',
										image: { id: '7', mime_type: 'image/jpeg' },
									},
								],
							},
						},
					],
				},
			],
		},
	});
	expect(item?.binary?.data.mimeType).toBe('image/jpeg');
	expect(provider.calls()).toEqual([
		expect.objectContaining({
			url: '/api/meta/v19.0/7',
			headers: expect.objectContaining({ authorization: `Bearer ${TOKEN}` }),
		}),
	]);
	const [fetched] = other.calls();
	expect(fetched.url).toBe('/media/7');
	expect([fetched.headers.authorization, fetched.headers['api-key'], secretsIn(fetched)]).toEqual([
		undefined,
		undefined,
		[],
	]);
});

test('one secret goes out under both names, where there is only one', async () => {
	reply = () => ({ body: REPEATED });
	for (const account of [{ apiKey: '' }, { accessToken: '', apiKey: TOKEN }]) {
		await run('message.sendText', account);
		await run('contact.getMany', account);
		expect(carried()).toMatchObject([{ authorization: `Bearer ${TOKEN}` }, { key: TOKEN }]);
	}
});
