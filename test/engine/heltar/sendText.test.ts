import type { IDataObject } from 'n8n-workflow';

import { runNode } from '../harness';
import { useJumpingClock } from '../../jumpingClock';
import { GENERATIONS, KEY, useFixture } from './fixture';

const A = '919800000101';
const B = '919800000102';
const C = '919800000103';

useJumpingClock();
const fixture = useFixture();

const send = async (
	items: IDataObject[],
	given: {
		onError?: 'continueRegularOutput' | 'continueErrorOutput';
		apiKey?: string;
		baseUrl?: string;
		options?: IDataObject;
		retry?: boolean;
	} = {},
) =>
	await runNode({
		type: 'heltar',
		credentials: { heltarApi: { apiKey: given.apiKey ?? KEY, baseUrl: given.baseUrl ?? fixture.baseUrl } },
		parameters: {
			resource: 'message',
			operation: 'sendText',
			clientWaNumber: '={{ $json.to }}',
			message: '={{ $json.text }}',
			options: given.options ?? {},
		},
		items,
		node: {
			onError: given.onError,
			// n8n takes 0 for its default of a second.
			...(given.retry ? { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } : {}),
		},
	});

/** What reached a customer, in order. */
const received = async (number: string) =>
	(await fixture.conversation(number).catch(() => []))
		.filter(({ direction }) => direction === 'out')
		.map(({ text }) => text);

describe.each(GENERATIONS)('sending text, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('goes out in one call, exactly as documented, each result on its own item', async () => {
		const { json, outputs, error } = await send([
			{ to: '+91 98000-00101', text: 'Hello *Asha*' },
			{ to: B, text: 'Second' },
		]);
		expect(error).toBeUndefined();
		expect(await fixture.wire()).toEqual([
			{
				method: 'POST',
				path: '/v1/messages/send',
				query: {},
				body: {
					messages: [
						{ clientWaNumber: A, messageType: 'text', message: 'Hello *Asha*' },
						{ clientWaNumber: B, messageType: 'text', message: 'Second' },
					],
				},
			},
		]);
		expect(json).toMatchObject([
			{ success: true, outcome: 'sent', clientWaNumber: A, wamid: expect.stringMatching(/^wamid\./) },
			{ success: true, outcome: 'sent', clientWaNumber: B, wamid: expect.stringMatching(/^wamid\./) },
		]);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(await received(A)).toEqual(['Hello *Asha*']);
	});

	test('options reach the wire, empty ones do not', async () => {
		await send([{ to: A, text: 'Yes' }], {
			options: { contextId: 'wamid.EXAMPLE', refId: '', campaignId: '8104', priority: true },
		});
		expect(await fixture.wire()).toEqual([
			{
				method: 'POST',
				path: '/v1/messages/send',
				query: { priority: 'true' },
				body: {
					campaignId: '8104',
					messages: [{ clientWaNumber: A, contextId: 'wamid.EXAMPLE', messageType: 'text', message: 'Yes' }],
				},
			},
		]);
	});

	test('many items go out in calls of the batch size', async () => {
		const items = Array.from({ length: 7 }, (_, i) => ({
			to: `9198000002${i.toString().padStart(2, '0')}`,
			text: `${i}`,
		}));
		const { json } = await send(items, { options: { batchSize: 3 } });
		const requests = await fixture.requests();
		expect(requests.map(({ body }) => body.messages.length)).toEqual([3, 3, 1]);
		expect(json.map(({ clientWaNumber }) => clientWaNumber)).toEqual(items.map(({ to }) => to));
	});
});

describe('bad input is refused before anything is sent', () => {
	test.each([
		['an empty message', { to: A, text: '' }, 'Message is empty', 'message'],
		['a message of spaces', { to: A, text: '  ' }, 'Message is empty', 'message'],
		[
			'a message that is too long',
			{ to: A, text: 'x'.repeat(4097) },
			'Message must have at most 4096 characters (got 4097)',
			'message',
		],
		[
			'a number with a leading 0',
			{ to: '09800000101', text: 'Hi' },
			'must not start with 0',
			'clientWaNumber',
		],
		['a number that is too short', { to: '12345', text: 'Hi' }, '7 to 15 digits', 'clientWaNumber'],
		['no number', { to: '', text: 'Hi' }, 'Recipient is empty', 'clientWaNumber'],
		['an object for a number', { to: { a: 1 }, text: 'Hi' }, 'must be text', 'clientWaNumber'],
	])('%s', async (_name, item, text, field) => {
		const { error } = await send([item]);
		expect(error).toMatchObject({ name: 'NodeOperationError', context: { itemIndex: 0, field } });
		expect(error!.message).toContain(text);
		expect(await fixture.requests()).toEqual([]);
	});

	test('one invalid item of three stops the run before the first call, naming item and field', async () => {
		const { error, outputs } = await send([
			{ to: A, text: 'one' },
			{ to: B, text: '' },
			{ to: C, text: 'three' },
		]);
		expect(error).toMatchObject({ message: 'Message is empty', context: { itemIndex: 1, field: 'message' } });
		expect(error!.description).toContain('Item 1 stopped the run');
		expect(error!.context.data).toMatchObject({
			outcomes: { sent: [], failed: [1], unknown: [], untouched: [0, 2] },
		});
		expect(outputs).toEqual([]);
		expect(await fixture.requests()).toEqual([]);
	});

	test('with continue on fail the two others go out, each output paired to its own item', async () => {
		const { json, outputs } = await send(
			[
				{ to: A, text: 'one' },
				{ to: B, text: '' },
				{ to: C, text: 'three' },
			],
			{ onError: 'continueRegularOutput' },
		);
		expect(json).toMatchObject([
			{ outcome: 'sent', clientWaNumber: A },
			{ outcome: 'failed', error: 'Message is empty', field: 'message' },
			{ outcome: 'sent', clientWaNumber: C },
		]);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect([await received(A), await received(B), await received(C)]).toEqual([['one'], [], ['three']]);
	});

	test('with an error output the failed item leaves there, with its outcome in the details', async () => {
		const { outputs } = await send(
			[
				{ to: A, text: 'one' },
				{ to: B, text: '' },
			],
			{ onError: 'continueErrorOutput' },
		);
		expect(outputs[0].map(({ json }) => json.outcome)).toEqual(['sent']);
		expect(outputs[1]).toMatchObject([
			{ json: { error: 'Message is empty', details: { outcome: 'failed', field: 'message' } } },
		]);
	});
});

describe.each(GENERATIONS)('what the provider refuses, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('some of a call: each failure on its own item, with code and advice', async () => {
		const { json } = await send(
			[
				{ to: A, text: 'one' },
				{ to: '919800000105', text: 'blocked' },
			],
			{ onError: 'continueRegularOutput' },
		);
		expect(json).toMatchObject([
			{ outcome: 'sent' },
			{ outcome: 'failed', error: 'Client is blocked', advice: expect.stringContaining('Unblock it first') },
		]);
	});

	test('the closed 24-hour window: WhatsApp’s text, its code, and the operation that helps', async () => {
		await fixture.settings({ window: 'closed' });
		const { error } = await send([{ to: A, text: 'Hi' }]);
		expect(error!.name).toBe('NodeApiError');
		expect(error!.description).toContain('Send Template');
		expect(error!.description).toContain('131047');
	});

	test('a wrong key: Heltar’s text and what to do', async () => {
		const { error } = await send([{ to: A, text: 'Hi' }], { apiKey: 'hk_live_wrong' });
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '401' });
		expect(error!.message.length).toBeGreaterThan(5);
		expect(error!.description).toContain('Check the API key in the credential');
	});

	test('a page of something in between: its first words, without the markup', async () => {
		const body =
			'<html><head><style>p { color: red }</style></head><body><h1>Blocked</h1> by your proxy</body></html>';
		await fixture.fault({ kind: 'status', status: 403, body });
		const { error } = await send([{ to: A, text: 'Hi' }]);
		expect(error!.message).toBe('Blocked by your proxy');
	});

	test('a key without the scope: the scope is named', async () => {
		const apiKey = await fixture.key({ scopes: ['clients:read'] });
		const { error } = await send([{ to: A, text: 'Hi' }], { apiKey });
		expect(error!.message).toContain('messages:write');
		expect(error!.description).toContain('lacks a scope');
	});
});

describe('the base URL', () => {
	test('where nothing listens: "could not reach", nothing about internals', async () => {
		const { error } = await send([{ to: A, text: 'Hi' }], { baseUrl: 'http://127.0.0.1:9' });
		expect(error!.message).toBe('Could not reach Heltar at http://127.0.0.1:9');
		expect(`${error!.message} ${error!.description}`).not.toMatch(/\n\s+at /);
	});

	test.each([
		['ftp://api.example.com', 'Base URL must start with https://'],
		['http://api.example.com', 'Base URL must start with https://'],
		['not an address', 'which is not a web address'],
	])('%s is refused', async (baseUrl, text) => {
		const { error } = await send([{ to: A, text: 'Hi' }], { baseUrl });
		expect(error!.message).toContain(text);
	});
});

describe('when the outcome is not known', () => {
	test.each([
		['the connection breaks after the work was done', { kind: 'resetAfter' }],
		['the server fails', { kind: 'status', status: 500, body: { errorMessage: 'Internal server error' } }],
		['the answer is unreadable', { kind: 'garbage' }],
	])('%s: the item is unknown and nothing is repeated', async (_name, fault) => {
		await fixture.fault(fault, { path: '/v1/messages/send' });
		const { json } = await send([{ to: A, text: 'once' }], { onError: 'continueRegularOutput', retry: true });
		expect(json).toMatchObject([
			{ outcome: 'unknown', error: expect.any(String), advice: expect.any(String) },
		]);
		expect((await received(A)).length).toBeLessThanOrEqual(1);
		expect((await fixture.requests()).length).toBe(1);
	});

	test('429 is waited out and the message goes out once', async () => {
		await fixture.fault(
			{
				kind: 'status',
				status: 429,
				headers: { 'retry-after': '0' },
				body: { errorMessage: 'Too many requests' },
			},
			{ path: '/v1/messages/send', times: 2 },
		);
		const { json } = await send([{ to: A, text: 'once' }]);
		expect(json).toMatchObject([{ outcome: 'sent' }]);
		expect(await received(A)).toEqual(['once']);
	});

	test('Retry On Fail sends only what is still open', async () => {
		await fixture.fault({ kind: 'partial', positions: [1] }, { path: '/v1/messages/send', times: 1 });
		const { json, error } = await send(
			[
				{ to: A, text: 'one' },
				{ to: B, text: 'two' },
				{ to: C, text: 'three' },
			],
			{ retry: true },
		);
		expect(error).toBeUndefined();
		expect(json.map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'sent']);
		expect([await received(A), await received(B), await received(C)]).toEqual([['one'], ['two'], ['three']]);
		const bodies = (await fixture.requests()).map(({ body }) => body.messages.length);
		expect(bodies).toEqual([3, 1]);
	});
});

test('the key is in no output and no error', async () => {
	const runs = [
		await send([{ to: A, text: 'Hi' }]),
		await send([{ to: A, text: '' }]),
		await send([{ to: A, text: 'Hi' }], { baseUrl: 'http://127.0.0.1:9' }),
		await send([{ to: A, text: 'Hi' }], { apiKey: 'hk_live_wrong_but_secret' }),
	];
	await fixture.fault({ kind: 'resetAfter' });
	runs.push(await send([{ to: A, text: 'Hi' }]));
	for (const { run, error } of runs) {
		const everything = JSON.stringify(run) + JSON.stringify(error) + String(error?.stack);
		expect(everything).not.toContain(KEY);
		expect(everything).not.toContain('hk_live_wrong_but_secret');
		expect(everything).not.toContain('Bearer');
	}
});
