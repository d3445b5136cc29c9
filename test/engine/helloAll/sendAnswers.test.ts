import { useJumpingClock } from '../../jumpingClock';
import type { Reply } from '../provider';
import { startProvider } from '../provider';
import { runAt } from './fixture';

useJumpingClock();

/* What becomes of a message, by the answer to it; messages go out with Retry On Fail. */

let reply: Reply;
let provider: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
	provider = await startProvider(() => reply);
});

const TRIES = 2;
const text = { resource: 'message', operation: 'sendText', to: '910000000123', body: 'Hello' };

async function send(given: Reply) {
	reply = given;
	provider.calls();
	const { json } = await runAt(provider.url)(text, [{}], { onError: 'continueRegularOutput' });
	return { item: json[0], calls: provider.calls() };
}

const QUEUED = { queue_id: '6f0c', message_status: 'queued' };

describe('refused, with status 200', () => {
	test.each<[string, unknown, string]>([
		['an error object', { error: { message: 'Not allowed', code: 10 } }, 'Not allowed'],
		[
			'an error object, in words for users',
			{ error: { message: '(#100) Bad', error_user_msg: 'Your template is paused', fbtrace_id: 'A1' } },
			'Your template is paused',
		],
		['an error in words', { error: 'invalid call' }, 'invalid call'],
		['a list of errors', { errors: [{ code: 1013, title: 'Not a contact' }] }, 'Not a contact'],
		[
			'errors by field',
			{ errors: { to: ['is missing'] }, message: 'Validation failed' },
			'Validation failed',
		],
		[
			'an error with fields',
			{ success: false, error: { message: 'Bad', details: [{ field: 'to', message: 'is missing' }] } },
			'Bad; to: is missing',
		],
		['success: false', { success: false, message: 'No balance' }, 'No balance'],
		['ok: false', { ok: false, message: 'No balance' }, 'No balance'],
		['meta.success: false', { meta: { success: false, developer_message: 'No' } }, 'No'],
		['status: false', { status: false, message: 'No balance' }, 'No balance'],
		['status: "error"', { status: 'error', message: 'No balance' }, 'No balance'],
		[
			'status: "failed"',
			{ status: 'failed', queue_id: '1' },
			'Hello All refused the request without saying why',
		],
		['status: 400', { status: 400, message: 'Bad number' }, 'Bad number'],
		['status: "422"', { status: '422', message: 'Bad number' }, 'Bad number'],
		['statusCode: 402', { statusCode: 402, message: 'No balance' }, 'No balance'],
		['message_status: "failed"', { message_status: 'failed', title: 'Blocked' }, 'Blocked'],
		...['failed', 'rejected', 'error', 'undelivered', 'Failed'].map((word): [string, unknown, string] => [
			`message.message_status: "${word}"`,
			{ messaging_channel: 'whatsapp', message: { queue_id: '6f0c', message_status: word } },
			'Hello All refused the request without saying why',
		]),
		[
			'the status of a message with an id',
			{ messages: [{ id: 'wamid.1', message_status: 'rejected' }] },
			'Hello All refused the request without saying why',
		],
		[
			'a text that begins with "Error"',
			'Error, same message was sent before',
			'Error, same message was sent before',
		],
		['a text that begins with "ERROR"', 'ERROR duplicate', 'ERROR duplicate'],
	])('%s', async (_, body, message) => {
		const { item, calls } = await send({ body });
		expect(item).toMatchObject({ outcome: 'failed', error: message });
		expect(calls).toHaveLength(1);
	});
});

describe('sent', () => {
	test.each<[string, unknown, object]>([
		[
			'queued',
			{ messaging_channel: 'whatsapp', message: QUEUED },
			{ queueId: '6f0c', messageId: null, status: 'queued' },
		],
		['accepted', { messages: [{ id: 'wamid.1', message_status: 'accepted' }] }, { messageId: 'wamid.1' }],
		['status: true', { status: true, message_id: 'wamid.1' }, { messageId: 'wamid.1' }],
		['status: 200', { status: 200, message_id: 'wamid.1' }, { messageId: 'wamid.1' }],
		['status: "success"', { status: 'success', message_id: 'wamid.1' }, { messageId: 'wamid.1' }],
		['statusCode: 399', { statusCode: 399, message_id: 'wamid.1' }, { messageId: 'wamid.1' }],
		['empty errors', { errors: {}, error: '', ok: true, message_id: 'wamid.1' }, { messageId: 'wamid.1' }],
		['without an id', { success: true }, { messageId: null, queueId: null, warning: expect.any(String) }],
	])('%s', async (_, body, output) => {
		const { item, calls } = await send({ body });
		expect(item).toMatchObject({ success: true, outcome: 'sent', ...output });
		expect(calls).toHaveLength(1);
	});
});

describe('an answer that names the message it accepted is sent, whatever its status', () => {
	const accepted = { messages: [{ id: 'wamid.1' }] };
	test.each([429, 408, 500, 503])('%i', async (status) => {
		const { item, calls } = await send({ status, body: accepted });
		expect(item).toMatchObject({ outcome: 'sent', messageId: 'wamid.1' });
		expect(calls).toHaveLength(1);
	});

	test('but not beside an error', async () => {
		const { item } = await send({ status: 400, body: { ...accepted, error: { message: 'No', code: 100 } } });
		expect(item).toMatchObject({ outcome: 'failed', error: 'No' });
	});
});

describe('unknown, and not sent again', () => {
	test.each<[string, Reply]>([
		['a page with status 200', { headers: { 'content-type': 'text/html' }, body: '<h1>Error 404</h1>' }],
		['a text with status 200', { headers: { 'content-type': 'text/plain' }, body: 'Queued (error log on)' }],
		['408', { status: 408, body: { error: 'timeout' } }],
		['500', { status: 500 }],
		[
			'503 that names a queue',
			{ status: 503, body: { errorMessage: 'Queue unavailable, retry in 5 seconds' } },
		],
		['303', { status: 303, headers: { location: '/' } }],
	])('%s', async (_, given) => {
		reply = given;
		provider.calls();
		const retry = { retryOnFail: true, maxTries: TRIES, waitBetweenTries: 1 };
		const { json } = await runAt(provider.url)(text, [{}], { onError: 'continueRegularOutput', ...retry });
		expect(json).toMatchObject([{ outcome: 'unknown' }]);
		expect(provider.calls()).toHaveLength(1);
	});
});

describe('a record whose status is a bad one is no refusal', () => {
	test.each([
		['template', 'getMany', { waba_templates: [{ name: 'a', status: 'REJECTED' }] }],
		['businessProfile', 'get', { status: 'rejected', email: 'a@example.org' }],
		['user', 'get', [{ status: 'failed' }]],
	])('%s %s', async (resource, operation, body) => {
		reply = { body };
		const { error, json } = await runAt(provider.url)({ resource, operation });
		expect(error).toBeUndefined();
		expect(json).toHaveLength(1);
	});
});
