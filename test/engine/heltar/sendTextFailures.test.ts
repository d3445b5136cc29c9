import { GENERATIONS } from './fixture';
import { useTextSender } from './textSender';

const A = '919800000101';
const B = '919800000102';
const C = '919800000103';

const { fixture, send, received } = useTextSender();

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
		['ftp://api.example.com', 'Base URL: must start with https://'],
		['http://api.example.com', 'Base URL: must start with https://'],
		['not an address', 'is not a web address'],
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
