import type { IDataObject, INode } from 'n8n-workflow';

import { useJumpingClock } from '../../jumpingClock';
import { runNode } from '../harness';
import type { Call, Reply } from '../provider';
import { startProvider } from '../provider';

useJumpingClock();

const KEY = 'hk_live_secret_4711';
const PEOPLE = ['919811000000', '919811000001', '919811000002'];

let answer: (call: Call, nth: number) => Reply;
let count = 0;
let provider: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
	provider = await startProvider((call) => answer(call, ++count));
});
beforeEach(() => {
	count = 0;
	provider.calls();
});

const run = async (
	parameters: IDataObject,
	people: readonly string[] = PEOPLE,
	node: Partial<INode> = { onError: 'continueRegularOutput' },
) =>
	await runNode({
		type: 'heltar',
		credentials: { heltarApi: { apiKey: KEY, baseUrl: provider.url } },
		parameters,
		items: people.map((to) => ({ to })),
		node,
	});
const send = async (people = PEOPLE, node?: Partial<INode>) =>
	await run(
		{ resource: 'message', operation: 'sendText', clientWaNumber: '={{ $json.to }}', message: 'Hello' },
		people,
		node,
	);

const accepted = (at: number) => ({
	clientWaNumber: PEOPLE[at],
	message: { wamid: `wamid.${at}`, status: 'waiting' },
});
const refused = (at: number) => ({
	clientWaNumber: PEOPLE[at],
	errorCode: 400,
	errorData: 'Client is blocked',
});
const maps = (success: number[], fail: number[]) => ({
	success: Object.fromEntries(success.map((at) => [at, accepted(at)])),
	fail: Object.fromEntries(fail.map((at) => [at, refused(at)])),
});
const envelope = (errorMessage: string, errorRaw: unknown = null) => ({
	errorType: 'ServiceUnavailable',
	errorMessage,
	errorsValidation: null,
	errorRaw,
});
/** Everything that is asked for is accepted. */
const success = ({ body }: Call): Reply => {
	const { messages } = body as { messages: Array<{ clientWaNumber: string }> };
	const places = messages.map(({ clientWaNumber }) => PEOPLE.indexOf(clientWaNumber));
	return { body: { message: 'ok', data: { success: { ...places.map(accepted) }, fail: {} } } };
};

describe('an answer that names messages counts as it names them, whatever its status', () => {
	const FORMS: Array<[string, (results: object) => unknown]> = [
		['in data', (data) => ({ message: 'ok', data })],
		['at the top', (results) => results],
		['in errorRaw', (results) => envelope('Failed to send all messages', results)],
		[
			'in errorRaw of "queue unavailable"',
			(results) => envelope('Queue unavailable, retry in 5 seconds', results),
		],
	];
	const STATUSES = [200, 206, 303, 400, 408, 429, 500, 502, 503];
	const cases = FORMS.flatMap(([form, wrap]) => STATUSES.map((status) => [form, status, wrap] as const));

	test.each(cases)('%s, status %i', async (_form, status, wrap) => {
		answer = () => ({ status, headers: { 'retry-after': '1' }, body: wrap(maps([0, 2], [1])) });
		const { json } = await send();
		expect(json.map(({ outcome }) => outcome)).toEqual(['sent', 'failed', 'sent']);
		expect(json[1].error).toBe('Client is blocked');
		expect(provider.calls()).toHaveLength(1);
	});

	test('a message that is in neither map is unknown', async () => {
		answer = () => ({ status: 429, body: envelope('Too many requests', maps([0], [])) });
		const { json } = await send();
		expect(json.map(({ outcome }) => outcome)).toEqual(['sent', 'unknown', 'unknown']);
		expect(provider.calls()).toHaveLength(1);
	});

	test('what was refused for its rate in a 429 goes again, what was accepted does not', async () => {
		const tooFast = { errorCode: 429, errorData: { error: { code: 130429, message: 'Rate limit hit' } } };
		answer = (call, nth) =>
			nth === 1
				? {
						status: 429,
						body: envelope('Failed', { success: { 0: accepted(0) }, fail: { 1: tooFast, 2: tooFast } }),
					}
				: success(call);
		const { json } = await send();
		expect(json.map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'sent']);
		const sent = provider
			.calls()
			.map(({ body }) => (body as { messages: IDataObject[] }).messages.map((one) => one.clientWaNumber));
		expect(sent[0]).toEqual(PEOPLE);
		expect(sent.slice(1).flat()).toEqual(PEOPLE.slice(1));
	});

	test('maps that name nobody leave it to the status', async () => {
		answer = (call, nth) =>
			nth === 1 ? { status: 429, body: envelope('Slow down', maps([], [])) } : success(call);
		const { json } = await send();
		expect(json.map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'sent']);
		expect(provider.calls()).toHaveLength(2);
	});

	test('a question to one person is not repeated either', async () => {
		answer = ({ url }) =>
			url.startsWith('/v1/business')
				? { body: { data: { webhooks: [] } } }
				: { status: 429, body: envelope('Too many', maps([0], [])) };
		await run(
			{
				resource: 'message',
				operation: 'sendAndWait',
				clientWaNumber: '={{ $json.to }}',
				message: 'Coming?',
				answerThrough: 'link',
			},
			PEOPLE.slice(0, 1),
		);
		expect(provider.calls().filter(({ url }) => url.startsWith('/v1/messages'))).toHaveLength(1);
	});
});

describe('"nothing was taken in" is believed', () => {
	test.each([
		['the text of the documents', envelope('Send queue unavailable. Please retry after a few seconds.')],
		['another wording of it', envelope('Message queue is not available, try again in 3 seconds')],
		['the older envelope', { code: 'ServiceUnavailable', errorMessage: 'Message queue is unavailable' }],
	])('in Heltar’s own envelope: %s', async (_, body) => {
		answer = (call, nth) => (nth === 1 ? { status: 503, body } : success(call));
		const { json } = await send();
		expect(json.map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'sent']);
		expect(provider.calls()).toHaveLength(2);
	});

	test.each<[string, Reply]>([
		['a proxy’s page', { body: '<html><h1>503</h1>Request queue unavailable, retry in 5 seconds</html>' }],
		['a proxy’s text', { body: 'upstream queue is unavailable' }],
		['JSON of something else', { body: { message: 'The queue is unavailable' } }],
		['JSON of something else, as an error', { body: { error: 'queue unavailable' } }],
		['Heltar, about something else', { body: envelope('Your message is in the queue') }],
		['Heltar, about a queue that took some', { body: envelope('The queue stopped half-way') }],
		['Heltar, with more behind it', { body: envelope('Queue unavailable', { error: 'worker died' }) }],
		['Heltar, with another status', { status: 500, body: envelope('Queue unavailable') }],
	])('but not in the words of %s', async (_, reply) => {
		answer = () => ({ status: 503, ...reply });
		const { json } = await send(PEOPLE, {
			onError: 'continueRegularOutput',
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 1,
		});
		expect(json.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown', 'unknown']);
		expect(provider.calls()).toHaveLength(1);
	});
});

describe('redirects of a send, with Retry On Fail', () => {
	const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

	test.each([303, 300, 304])('%i leaves open what happened, so nothing goes out twice', async (status) => {
		answer = () => ({ status, headers: { location: '/v1/messages/done' } });
		const { error } = await send(PEOPLE, retry);
		expect(error?.context.data).toMatchObject({ outcomes: { unknown: [0, 1, 2] }, status });
		expect(provider.calls()).toHaveLength(1);
	});

	test.each([301, 302, 307, 308])('%i sends it elsewhere, so nothing was done', async (status) => {
		answer = () => ({ status, headers: { location: '/elsewhere' } });
		const { error } = await send(PEOPLE, retry);
		expect(error?.message).toBe('Heltar redirected the call to another address');
		expect(error?.context.data).toMatchObject({ outcomes: { failed: [0, 1, 2], unknown: [] } });
		expect(provider.calls()).toHaveLength(retry.maxTries);
	});
});

describe('an error envelope with status 200', () => {
	const kept = { errorsValidation: null, errorRaw: null };
	test.each([
		[
			'with type and text',
			{ errorType: 'NotFound', errorMessage: 'No such contact', ...kept },
			'No such contact',
		],
		['with a text alone', { errorMessage: 'Not now' }, 'Not now'],
		['with a type alone', { errorType: 'Forbidden', message: 'Scope missing' }, 'Scope missing'],
		['of fetch-media', { error: 'gone' }, 'gone'],
		['without data', { errorMessage: 'Not now', data: null }, 'Not now'],
		['that says no', { success: false, message: 'Not deleted' }, 'Not deleted'],
	])('%s deletes and schedules nothing', async (_, body, message) => {
		answer = () => ({ body });
		const deletion = { resource: 'contact', operation: 'delete', clientWaNumber: '={{ $json.to }}' };
		const later = { resource: 'schedule', operation: 'message', clientWaNumber: '={{ $json.to }}' };
		const scheduleTime = new Date(Date.now() + 86_400_000).toISOString();
		for (const parameters of [deletion, { ...later, messageType: 'text', message: 'Hi', scheduleTime }]) {
			const { json } = await run(parameters, PEOPLE.slice(0, 1));
			expect(json).toMatchObject([{ outcome: 'failed', error: message }]);
		}
	});

	test.each([
		['empty texts', { errorMessage: '', errorType: null, data: [] }],
		['a payload beside a text', { errorMessage: 'One label was ignored', data: [] }],
		['an error that is none', { error: null, data: [] }],
	])('%s is none', async (_, body) => {
		answer = () => ({ body });
		const { json } = await run(
			{ resource: 'contact', operation: 'delete', clientWaNumber: '={{ $json.to }}' },
			PEOPLE.slice(0, 1),
		);
		expect(json).toEqual([{ deleted: true, clientWaNumber: PEOPLE[0] }]);
	});
});

describe('a file', () => {
	const download = async (more: IDataObject = {}) =>
		await run(
			{ resource: 'media', operation: 'download', wamid: '', url: 'https://files.example.com/1', ...more },
			[PEOPLE[0]],
		);
	const html = { 'content-type': 'text/html; charset=utf-8' };

	test.each<[string, Reply, string]>([
		[
			'a sign-in page',
			{ headers: html, body: '<h1>Sign in</h1>' },
			'Heltar answered with something other than JSON',
		],
		['an error', { body: { error: 'Media expired' } }, 'Media expired'],
		['words', { body: { message: 'ok' } }, 'Heltar answered without the file'],
	])('%s is none', async (_, reply, message) => {
		answer = () => reply;
		const { json, outputs } = await download();
		expect(json).toMatchObject([{ error: message }]);
		expect(outputs[0][0].binary).toBeUndefined();
	});

	test.each<[string, Reply, IDataObject]>([
		[
			'a page that was sent as one',
			{ headers: html, body: '<p>Hi</p>' },
			{ options: { mimeType: 'text/html' } },
		],
		[
			'a page with a name',
			{ headers: { ...html, 'content-disposition': 'attachment; filename="a.html"' }, body: '<p>Hi</p>' },
			{},
		],
		['a text', { headers: { 'content-type': 'text/plain' }, body: 'Hi' }, {}],
	])('%s is one', async (_, reply, more) => {
		answer = () => reply;
		const { outputs } = await download(more);
		expect(outputs[0][0].binary?.data).toBeDefined();
	});
});

test('contacts that an error names as saved are saved, whatever the status', async () => {
	const saved = { clientWaNumber: PEOPLE[0], username: 'A', attributes: '{}' };
	const failed = { client: { clientWaNumber: PEOPLE[1] }, error: 'Bad country code' };
	answer = () => ({
		status: 503,
		body: envelope('Queue unavailable', { successfulClients: [saved], failedClients: [failed] }),
	});
	const { json } = await run(
		{ resource: 'contact', operation: 'upsert', clientWaNumber: '={{ $json.to }}', username: 'A' },
		PEOPLE.slice(0, 2),
	);
	expect(json).toMatchObject([
		{ clientWaNumber: PEOPLE[0] },
		{ outcome: 'failed', error: 'Bad country code' },
	]);
	expect(provider.calls()).toHaveLength(1);
});
