import type { IDataObject } from 'n8n-workflow';

import { useJumpingClock } from '../../../jumpingClock';
import { ACCOUNT, openFixture, runAt, sends, SENDS_PATH } from './fixture';

useJumpingClock();

/** What becomes of a message under each answer that panels give, and that no answer brings a call to another API. */

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
	fixture = await openFixture();
});
afterAll(async () => await fixture.close());
beforeEach(async () => await fixture.reset());

type Outcome = 'sent' | 'failed' | 'unknown';

/** By the sandbox's setting `metaAnswer`: the outcome, and what the output says beside it. */
const ANSWERS: Record<string, [outcome: Outcome, output: IDataObject]> = {
	queue: ['sent', { messageId: null, queueId: expect.stringMatching(/^[0-9a-f]{32}$/), status: 'queued' }],
	cloud: [
		'sent',
		{ messageId: expect.stringMatching(/^wamid\./), queueId: null, status: 'accepted', waId: '910000000101' },
	],
	noId: ['sent', { messageId: null, queueId: null, warning: expect.stringContaining('returned no ID') }],
	error200: ['failed', { error: expect.stringContaining('Refused by the sandbox') }],
	successFalse: ['failed', { error: expect.stringContaining('Refused by the sandbox') }],
	status400: ['failed', { error: expect.stringContaining('Refused by the sandbox') }],
	messageFailed: ['failed', { error: expect.any(String) }],
	errorText: ['failed', { error: expect.stringContaining('the same message was sent') }],
	html: ['unknown', { error: expect.any(String) }],
};

const TEXT = {
	resource: 'message',
	operation: 'sendText',
	to: '={{ $json.to }}',
	body: 'Hello',
	options: { concurrentCalls: 1 },
};
const ITEMS = [{ to: '910000000101' }, { to: '910000000102' }];

const cases = Object.entries(ANSWERS).map(([metaAnswer, [outcome, output]]) => ({
	metaAnswer,
	outcome,
	output,
}));

/** Every call went to one place, once for each message. */
async function expectCalls(count: number, path = SENDS_PATH): Promise<void> {
	const calls = await fixture.requests();
	expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual(
		Array.from({ length: count }, () => `POST ${path}`),
	);
}

describe.each(cases)('$metaAnswer means $outcome', ({ metaAnswer, outcome, output }) => {
	beforeEach(async () => void (await fixture.settings({ metaAnswer })));

	test('in a run that goes on', async () => {
		const { error, json } = await fixture.run(TEXT, ITEMS, { onError: 'continueRegularOutput' });
		expect(error).toBeUndefined();
		expect(json).toEqual(ITEMS.map(() => expect.objectContaining({ outcome })));
		expect(json[0]).toMatchObject(output);
		await expectCalls(2);
		expect((await sends(fixture)).map(({ to }) => to)).toEqual(
			outcome === 'failed' ? [] : ITEMS.map(({ to }) => to),
		);
	});

	test('in a run with an output for errors', async () => {
		const { error, outputs } = await fixture.run(TEXT, ITEMS, { onError: 'continueErrorOutput' });
		expect(error).toBeUndefined();
		const [good, bad] = outputs;
		expect([good.length, bad.length]).toEqual(outcome === 'sent' ? [2, 0] : [0, 2]);
		expect([...good, ...bad][0].json).toMatchObject(outcome === 'sent' ? { outcome, ...output } : output);
		await expectCalls(2);
	});

	test('in a run that stops', async () => {
		const { error, json } = await fixture.run(TEXT, ITEMS);
		if (outcome === 'sent') {
			expect(error).toBeUndefined();
			expect(json).toEqual(ITEMS.map(() => expect.objectContaining({ outcome })));
			return await expectCalls(2);
		}
		const told = { sent: [], failed: [], unknown: [], untouched: [1] };
		expect(error?.context.data).toMatchObject({ outcomes: { ...told, [outcome]: [0] } });
		await expectCalls(1);
	});
});

/** Accounts that are entered wrong; each is answered once, in words that help. */
const WRONG: Record<string, [account: IDataObject, says: RegExp]> = {
	'the number of another customer': [{ phoneNumberId: '100000000000003' }, /another number/],
	'an unknown number': [{ phoneNumberId: '100000000000009' }, /does not exist/],
	'a wrong token': [{ accessToken: 'not-a-token' }, /unauthorized access/],
	'the API key in place of the token': [{ accessToken: ACCOUNT.apiKey }, /unauthorized access/],
};

test.each(Object.entries(WRONG))(
	'%s: refused, and no other API or key is tried',
	async (_, [account, says]) => {
		const { error } = await runAt(fixture.baseUrl, account)(TEXT, [ITEMS[0]]);
		expect(error?.message).toMatch(says);
		const { phoneNumberId } = { ...ACCOUNT, ...account };
		await expectCalls(1, SENDS_PATH.replace(ACCOUNT.phoneNumberId, phoneNumberId));
		expect(await sends(fixture)).toEqual([]);
	},
);

const FAULTS: Record<string, IDataObject> = {
	'400': { kind: 'status', status: 400 },
	'401': { kind: 'status', status: 401 },
	'402': { kind: 'status', status: 402 },
	'403': { kind: 'status', status: 403 },
	'404': { kind: 'status', status: 404 },
	'405': { kind: 'status', status: 405 },
	'422': { kind: 'status', status: 422 },
	'500': { kind: 'status', status: 500 },
	'503': { kind: 'status', status: 503 },
	'a page with 404': {
		kind: 'status',
		status: 404,
		body: '<html>Cannot POST /api/meta</html>',
		headers: { 'content-type': 'text/html' },
	},
	'a broken connection': { kind: 'resetBefore' },
	'a connection that broke later': { kind: 'resetAfter' },
	garbage: { kind: 'garbage' },
};

test.each(Object.entries(FAULTS))('after %s, the message is not sent again anywhere', async (_, fault) => {
	await fixture.fault(fault);
	const { json } = await fixture.run(TEXT, ITEMS, { onError: 'continueRegularOutput' });
	expect(json.map(({ outcome }) => outcome)).not.toContain('sent');
	await expectCalls(2);
	expect((await sends(fixture)).length).toBeLessThanOrEqual(2);
});

test('after 429, the same call is made again, and the message is taken in once', async () => {
	await fixture.fault({ kind: 'status', status: 429 }, { times: 2 });
	const { json } = await fixture.run(TEXT, ITEMS);
	expect(json.map(({ outcome }) => outcome)).toEqual(['sent', 'sent']);
	await expectCalls(4);
	expect(await sends(fixture)).toEqual(ITEMS.map(({ to }) => expect.objectContaining({ to, style: 'meta' })));
});
