import type { IDataObject } from 'n8n-workflow';

import type { Reply } from '../provider';
import { startProvider } from '../provider';
import { KEY, runAt } from './fixture';

let reply: Reply = {};
let provider: Awaited<ReturnType<typeof startProvider>>;
let run: ReturnType<typeof runAt>;
beforeAll(async () => {
	provider = await startProvider(() => reply);
	run = runAt(provider.url);
});

const text = { resource: 'message', operation: 'sendText', to: '910000000123', body: 'Hello' };

/** What the provider answers, and what the user sees of it. */
const FORMS: Array<[form: string, reply: Reply, message: string, description: string | RegExp]> = [
	[
		'on-premises: title and details',
		{
			status: 400,
			body: {
				errors: [
					{
						code: 1008,
						title: 'Required parameter is missing',
						details: 'text.body',
						href: 'https://docs.example.com/1008',
					},
				],
			},
		},
		'Required parameter is missing: text.body',
		/value is missing or not allowed.* See https:\/\/docs\.example\.com\/1008<br>Code: 1008$/,
	],
	[
		'on-premises: title alone',
		{ status: 404, body: { errors: [{ code: 1006, title: 'Resource not found' }] } },
		'Resource not found',
		/already exists, or it was not found.*Code: 1006/,
	],
	[
		'on-premises: Cloud-like details',
		{
			status: 400,
			body: {
				errors: [{ code: 131047, title: 'Re-engagement message', error_data: { details: 'Over 24 hours' } }],
			},
		},
		'Re-engagement message: Over 24 hours',
		/Send Template.*Code: 131047/,
	],
	[
		'on-premises: message instead of details',
		{ status: 400, body: { errors: [{ code: 9999, title: 'Odd', message: 'Very odd' }] } },
		'Odd: Very odd',
		'Code: 9999',
	],
	[
		'gateway: a wrong key',
		{ status: 401, body: { meta: { success: false, http_code: 401, developer_message: 'Invalid api key' } } },
		'Invalid api key',
		/Check the API key or access token and the base URL.*Each WhatsApp number has its own.*Code: 401/,
	],
	[
		'gateway: in a 2xx',
		{
			status: 200,
			body: { meta: { success: false, httpCode: 402, developerMessage: 'Balance is used up' } },
		},
		'Balance is used up',
		/billing.*Code: 402/,
	],
	[
		'gateway: the full message',
		{ status: 403, body: { meta: { success: false, http_code: 403, full_message: 'Not for you' } } },
		'Not for you',
		/Ask Hello All to enable it.*Code: 403/,
	],
	[
		'panel: refused in a 2xx',
		{ status: 200, body: { success: false, developer_message: 'Chat is closed' } },
		'Chat is closed',
		'Code: 200',
	],
	[
		'panel: a structured error',
		{
			status: 404,
			body: { success: false, error: { code: 'NOT_FOUND', message: 'No such chat', details: [] } },
		},
		'No such chat',
		/Check the base URL.*Code: NOT_FOUND/,
	],
	[
		'Cloud: details before message',
		{
			status: 400,
			body: {
				error: {
					message: '(#131026) Message undeliverable',
					code: 131026,
					error_data: { details: 'Recipient is not on WhatsApp' },
					fbtrace_id: 'A1',
				},
			},
		},
		'Recipient is not on WhatsApp',
		/does not use WhatsApp.*Code: 131026/,
	],
	[
		'Cloud: in a 2xx, the key’s number meaning something of its own here',
		{ status: 200, body: { error: { message: 'Invalid OAuth access token', code: 190 } } },
		'Invalid OAuth access token',
		/Check the API key.*Code: 190/,
	],
	[
		'loose: error as a text',
		{ status: 200, body: { error: 'Something broke' } },
		'Something broke',
		'Code: 200',
	],
	['loose: message', { status: 422, body: { message: 'No such number' } }, 'No such number', 'Code: 422'],
	['loose: title', { status: 400, body: { title: 'Bad request' } }, 'Bad request', 'Code: 400'],
	['loose: detail', { status: 400, body: { detail: 'Not like this' } }, 'Not like this', 'Code: 400'],
	['loose: data as a text', { status: 400, body: { data: 'Wrong body' } }, 'Wrong body', 'Code: 400'],
	[
		'a page',
		{
			status: 403,
			headers: { 'content-type': 'text/html' },
			body: '<html><head><style>p { color: red }</style></head><body><h1>Forbidden</h1><p>Go away</p></body></html>',
		},
		'Forbidden Go away',
		/Ask Hello All to enable it.*Code: 403/,
	],
	[
		'a long plain text',
		{ status: 400, headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(500) },
		'x'.repeat(300),
		'Code: 400',
	],
	['nothing at all', { status: 409 }, 'HTTP 409', 'Code: 409'],
];

test.each(FORMS)('%s', async (_, given, message, description) => {
	reply = given;
	const { error } = await run(text);
	expect(error?.message).toBe(message);
	expect(error?.description).toEqual(
		typeof description === 'string' ? description : expect.stringMatching(description),
	);
	expect(provider.calls()).toHaveLength(1);
});

test('with continue on fail, code, advice and outcome stand in the item', async () => {
	reply = { status: 200, body: { errors: [{ code: 471, title: 'Spam rate limit hit' }] } };
	const { json } = await run(text, [{}], { onError: 'continueRegularOutput' });
	expect(json).toMatchObject([{ error: 'Spam rate limit hit', outcome: 'failed', code: '471' }]);
	expect(json[0].advice).toMatch(/quality rating/);
	provider.calls();
});

test.each([
	['no errors', { errors: [], messages: [{ id: 'wamid.1' }] }],
	['an empty error', { error: '', messages: [{ id: 'wamid.1' }] }],
	['an error object without anything in it', { error: {}, messages: [{ id: 'wamid.1' }] }],
	['an error that is null', { error: null, messages: [{ id: 'wamid.1' }] }],
	['an error that is false', { error: false, messages: [{ id: 'wamid.1' }] }],
])('%s is no failure', async (_, body) => {
	reply = { body };
	const { error, json } = await run(text);
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ messageId: 'wamid.1' }]);
	provider.calls();
});

test.each([
	['a server error', { status: 500, body: { errors: [{ code: 1000, title: 'Generic error' }] } }],
	['a page instead of an answer', { headers: { 'content-type': 'text/html' }, body: '<h1>Login</h1>' }],
])('after %s the message may have been sent, so it is not sent again', async (_, given: Reply) => {
	reply = given;
	const { json } = await run(text, [{}], { onError: 'continueRegularOutput' });
	expect(json).toMatchObject([{ outcome: 'unknown' }]);
	expect(json[0].advice).toMatch(/unknown whether the request was carried out/);
	expect(provider.calls()).toHaveLength(1);
});

test('a redirect is not followed', async () => {
	reply = { status: 302, headers: { location: '/elsewhere' } };
	const { error } = await run(text);
	expect(error?.message).toMatch(/redirected/);
	expect(error?.description).toMatch(/base URL/);
	expect(provider.calls()).toHaveLength(1);
});

test.each<[string, Reply]>([
	['in a text', { status: 401, body: { meta: { success: false, developer_message: `Bad key ${KEY}` } } }],
	['in a page', { status: 403, body: `<pre>API-KEY: ${KEY}</pre>` }],
	['in a 2xx', { body: { error: { message: `Unknown key ${KEY}`, code: 190 } } }],
])('a key the provider echoes %s is not shown', async (_, given) => {
	reply = given;
	const { error, run: whole } = await run(text);
	const result = JSON.stringify(whole.data.resultData, (name, value: unknown) =>
		name === 'credentials' ? undefined : value,
	);
	expect(error?.message).toContain('***');
	expect(result).not.toContain(KEY);
	provider.calls();
});

test('an error of a run over several items tells who got the message', async () => {
	let count = 0;
	const strict = await startProvider(() =>
		++count === 2
			? { status: 400, body: { errors: [{ code: 1013, title: 'Not a contact' }] } }
			: { body: { messages: [{ id: `wamid.${count}` }] } },
	);
	const items: IDataObject[] = [1, 2, 3].map((body) => ({ body }));
	const { error } = await runAt(strict.url)({ ...text, body: '={{ $json.body }}' }, items);
	expect(error?.message).toBe('Not a contact');
	expect(error?.description).toContain('1 sent (0), 1 failed (1), 0 unknown, 1 untouched (2)');
});
