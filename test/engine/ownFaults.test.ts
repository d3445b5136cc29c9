import type { IDataObject, INode } from 'n8n-workflow';

import { messageCall } from '../../nodes/Heltar/messageCall';
import { useJumpingClock } from '../jumpingClock';
import { credentialsFor, testedProvider, testedProviders } from '../providers';
import { runNode } from './harness';
import { keepLog, loud } from './log';
import type { Call, Reply } from './provider';
import { startProvider } from './provider';

useJumpingClock();

/*
 * A fault of the nodes in reading an answer: the call was made, so a send is unknown, whoever looks for the fault finds
 * its cause, and n8n's log has one line about it. No line of the log holds a key or what people write.
 */

const TEXT = 'Dana, your order 4711 is ready';
const NUMBERS = ['919811000000', '919811000001'];
const lines = keepLog();

let answer: (call: Call, nth: number) => Reply;
let count = 0;
let server: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
	server = await startProvider((call) => answer(call, ++count));
});
beforeEach(() => {
	count = 0;
	server.calls();
});
afterEach(() => jest.restoreAllMocks());

const KEY = 'very-secret-key-0815';
const run = async (
	type: string,
	parameters: IDataObject = {},
	node: Partial<INode> = { onError: 'continueRegularOutput' },
	numbers = NUMBERS,
) => {
	const { sendText } = testedProvider(type).table;
	return await runNode({
		type,
		credentials: credentialsFor(testedProvider(type), server.url, KEY),
		parameters: {
			resource: 'message',
			operation: 'sendText',
			[sendText.to]: '={{ $json.to }}',
			[sendText.text]: TEXT,
			...parameters,
		},
		items: numbers.map((to) => ({ to })),
		node,
	});
};
const broken = () => {
	throw new TypeError('Cannot read properties of undefined (reading "wamid")');
};
const RETRY = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };

describe.each(testedProviders.map((one) => [one.type, one] as const))('%s', (type, provider) => {
	const { http } = provider.contract;
	const path = provider.table.sendText.path;

	test.each(['refusal', 'nothingHappened'] as const)(
		'a broken %s: unknown, not repeated, with its cause and one line in the log',
		async (reader) => {
			answer = () => ({ headers: { 'x-request-id': 'req-1' }, body: {} });
			jest.spyOn(http, reader).mockImplementation(broken);
			const { error } = await run(type, { options: { concurrentCalls: 1 } }, RETRY, NUMBERS.slice(0, 1));
			expect(error?.message).toBe(`The answer of ${provider.contract.name} could not be read`);
			expect(error?.cause).toBeInstanceOf(TypeError);
			expect(error?.context.data).toMatchObject({
				method: 'POST',
				endpoint: path,
				status: 200,
				requestId: 'req-1',
				cause: expect.stringMatching(/^TypeError: Cannot read/),
			});
			expect(error?.description).toContain('unknown');
			expect(server.calls()).toHaveLength(1);
			expect(loud(lines)).toEqual([
				{
					level: 'error',
					message: expect.stringMatching(/POST .*HTTP status 200, request req-1.*TypeError at /),
					meta: { method: 'POST', endpoint: path, status: 200, requestId: 'req-1' },
				},
			]);
		},
	);

	test('a refused call knows method, path, status and request, and no value of a customer', async () => {
		answer = () => ({
			status: 400,
			headers: { 'x-request-id': 'req-2' },
			body: { errorMessage: 'No', error: { message: 'No', code: 100, fbtrace_id: 'trace' } },
		});
		const { json } = await run(type);
		for (const item of json) {
			expect(item).toMatchObject({
				outcome: 'failed',
				details: { outcome: 'failed', method: 'POST', endpoint: path, status: 400, requestId: 'req-2' },
			});
		}
		const { error } = await run(type, {}, {});
		expect(error?.context.data).toMatchObject({ method: 'POST', endpoint: path, requestId: 'req-2' });
	});

	test('a call that ends without an answer has one, too', async () => {
		answer = () => ({ status: 502, body: 'Bad Gateway' });
		const { json } = await run(type, { options: { concurrentCalls: 1 } });
		expect(json[0]).toMatchObject({
			outcome: 'unknown',
			details: { method: 'POST', endpoint: path, status: 502 },
		});
		expect(loud(lines)[0]).toMatchObject({
			level: 'warn',
			meta: { method: 'POST', endpoint: path, status: 502 },
		});
	});

	test('no line of the log holds a key, a number or a text, whatever is answered', async () => {
		const said = `${KEY}: "${TEXT}" to ${NUMBERS.join()}`;
		const REPLIES: Reply[] = [
			{ status: 429, headers: { 'retry-after': '1', 'x-request-id': said }, body: { errorMessage: said } },
			{ status: 400, body: { errorMessage: said, error: { message: said, code: said } } },
			{ status: 500, body: { errorMessage: said, errorRaw: said } },
			{ status: 503, body: { errorMessage: `Queue unavailable: ${said}` } },
			{ status: 303, headers: { location: `/${encodeURIComponent(said)}` } },
			{ status: 200, body: said },
			{ status: 200, body: { success: false, message: said } },
		];
		for (const reply of REPLIES) {
			answer = (_, nth) => (nth < 3 ? reply : { body: {} });
			count = 0;
			await run(type, { options: { checkBeforeGivingUp: true, concurrentCalls: 1 } });
			await run(type, {}, RETRY);
		}
		jest.spyOn(http, 'unwrap').mockImplementation(() => {
			throw new SyntaxError(`Unexpected token in ${said}`);
		});
		answer = () => ({ body: {} });
		await run(type);
		expect(lines.length).toBeGreaterThan(REPLIES.length);
		const secrets = [KEY, TEXT, encodeURIComponent(TEXT), ...NUMBERS];
		const telling = lines.filter((line) => secrets.some((secret) => JSON.stringify(line).includes(secret)));
		expect(telling).toEqual([]);
	});

	test('waits and repeated calls are in the log', async () => {
		answer = (_, nth) => (nth === 1 ? { status: 429, headers: { 'retry-after': '2' } } : { body: {} });
		await run(type, { options: { concurrentCalls: 1 } });
		expect(lines).toContainEqual({
			level: 'debug',
			message: expect.stringContaining(`POST ${path} (HTTP status 429) is retried, the run pauses 2000 ms`),
			meta: { method: 'POST', endpoint: path, status: 429 },
		});
	});

	test('a successful answer that repeats the key comes out without it', async () => {
		const echo = {
			request: { headers: { authorization: `Bearer ${KEY}`, 'API-KEY': KEY } },
			next: `/?k=${KEY}`,
		};
		const results = {
			success: { 0: { message: { wamid: 'wamid.0', echo } }, 1: { message: echo } },
			fail: {},
		};
		answer = () => ({ body: { message_id: 'wamid.1', ...results, echo } });
		const { json, run: whole } = await run(type, { options: { simplify: false } });
		expect(json).toMatchObject([{ outcome: 'sent' }, { outcome: 'sent' }]);
		const result = JSON.stringify(whole.data.resultData, (name, value: unknown) =>
			name === 'credentials' ? undefined : value,
		);
		expect(result).toContain('***');
		expect(result).not.toContain(KEY);
	});
});

describe('a call for many messages', () => {
	test('whose results cannot be read is one line in the log, and no message of it goes out again', async () => {
		answer = () => ({ body: {} });
		jest.spyOn(messageCall, 'results').mockImplementation(broken);
		const { json } = await run('heltar', {}, { onError: 'continueRegularOutput', ...RETRY });
		expect(json).toMatchObject([{ outcome: 'unknown' }, { outcome: 'unknown' }]);
		expect(json[0].details).toMatchObject({ endpoint: '/v1/messages/send', cause: expect.any(String) });
		expect(loud(lines)).toHaveLength(1);
		expect(server.calls()).toHaveLength(1);
	});

	test('with fewer results than messages is not believed', async () => {
		answer = () => ({ body: {} });
		jest.spyOn(messageCall, 'results').mockReturnValue([]);
		const { json } = await run('heltar');
		expect(json).toMatchObject([{ outcome: 'unknown' }, { outcome: 'unknown' }]);
	});

	test('a refused message of it knows the call', async () => {
		const fail = { 0: { errorData: 'Client is blocked' } };
		answer = () => ({ status: 206, body: { data: { success: {}, fail } } });
		const { json } = await run('heltar');
		expect(json).toMatchObject([
			{ outcome: 'failed', details: { method: 'POST', endpoint: '/v1/messages/send', status: 206 } },
			{ outcome: 'unknown', details: { method: 'POST', endpoint: '/v1/messages/send', status: 206 } },
		]);
	});
});

test('a path of an error has no value in it', async () => {
	answer = () => ({ status: 404, body: { errorMessage: 'Not found' } });
	const { json } = await run('heltar', {
		resource: 'contact',
		operation: 'get',
		clientWaNumber: { __rl: true, mode: 'id', value: '919811000000' },
	});
	expect(json[0].details).toMatchObject({
		method: 'GET',
		endpoint: '/v1/clients/{clientWaNumber}',
		status: 404,
	});
});

test('a read whose answer cannot be read says so, and is no unknown', async () => {
	const { http } = testedProvider('heltar').contract;
	answer = () => ({ body: { data: [] } });
	jest.spyOn(http, 'unwrap').mockImplementation(broken);
	const { json } = await run('heltar', { resource: 'attribute', operation: 'getMany' });
	expect(json[0]).toMatchObject({
		outcome: 'failed',
		error: 'The answer of Heltar could not be read',
		details: { cause: expect.stringMatching(/^TypeError/), endpoint: '/v1/business/attributes' },
	});
});
