import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { chosen, useFixture } from './fixture';

const ASHA = '919800000101';

const fixture = useFixture();
const run = async (operation: string, parameters: IDataObject = {}) =>
	await fixture.run({ resource: 'call', operation, ...parameters });

describe('a voice bot calls', () => {
	const call = { method: 'POST', path: '/v1/calls/initiate', query: {} };

	test('over WhatsApp, as the account chooses', async () => {
		const { json } = await run('initiate', { clientWaNumber: { mode: 'id', value: '+91 98000 00101' } });
		expect(json).toEqual([
			{
				callId: expect.stringMatching(/^wacid\./),
				roomName: expect.stringMatching(/^wactr_/),
				clientWaNumber: ASHA,
			},
		]);
		expect(await fixture.wire()).toEqual([
			{ ...call, body: { callType: 'whatsapp', mode: 'agent', clientWaNumber: ASHA } },
		]);
	});

	test('over the telephone, with a bot', async () => {
		const { json } = await run('initiate', {
			clientWaNumber: chosen(ASHA),
			callType: 'sip',
			chatbotId: chosen('bot-support'),
		});
		expect(json).toEqual([
			{ roomName: expect.stringMatching(/^sip-/), participantSid: expect.stringMatching(/^PA_/) },
		]);
		expect(await fixture.wire()).toEqual([
			{
				...call,
				body: { callType: 'sip', mode: 'agent', clientWaNumber: ASHA, chatbotId: 'bot-support' },
			},
		]);
	});

	test('only somebody with a telephone over the telephone, and no group', async () => {
		const user = { mode: 'id', value: 'IN.1234567890' };
		const { error } = await run('initiate', { clientWaNumber: user, callType: 'sip' });
		expect(error?.message).toBe('Contact: "IN.1234567890" is not a phone number, which a SIP call needs');
		const group = { mode: 'id', value: 'Y2FwaV9ncm91cDoxNzA1NTUwMTMQ' };
		expect((await run('initiate', { clientWaNumber: group })).error?.message).toMatch(
			/^Contact: this type of message cannot be sent to a group/,
		);
		expect(await fixture.requests()).toEqual([]);
		expect((await run('initiate', { clientWaNumber: user })).error).toBeUndefined();
	});

	test('a second call to somebody is refused, and not tried again', async () => {
		await run('initiate', { clientWaNumber: chosen(ASHA) });
		const { error } = await run('initiate', { clientWaNumber: chosen(ASHA) });
		expect(error?.message).toBe('Active call already exists for this client');
		expect(await fixture.requests()).toHaveLength(2);
	});

	test('a call whose answer is lost is unknown, and not made again', async () => {
		await fixture.fault({ kind: 'resetAfter' }, { path: '/v1/calls/initiate' });
		const { error } = await run('initiate', { clientWaNumber: chosen(ASHA) });
		expect(error?.context.data).toMatchObject({ outcome: 'unknown' });
		expect(await fixture.requests()).toHaveLength(1);
	});
});

describe('the calls of the account', () => {
	const answered = {
		wamid: 'wacid.answered1',
		clientWaNumber: ASHA,
		username: 'Asha Verma',
		callType: 'incoming',
		direction: 'USER_INITIATED',
		status: 'received',
		timestamp: expect.any(String),
		duration: 123,
		awsLink: expect.stringMatching(/^https:/),
	};
	const missed = {
		...answered,
		wamid: 'wacid.missed1',
		clientWaNumber: '919800000102',
		username: 'Rohan Mehta',
		callType: 'missed',
		duration: null,
		awsLink: null,
	};

	test('all, and so many', async () => {
		expect((await run('getMany', { returnAll: true })).json).toEqual([answered, missed]);
		expect((await run('getMany', { limit: 1 })).json).toEqual([answered]);
		expect((await run('getMany', { simplify: false })).json[0]).toHaveProperty('callEvents');
		const call = { method: 'GET', path: '/v1/calls', body: null };
		expect(await fixture.wire()).toEqual([
			{ ...call, query: { limit: '1000', page: '1' } },
			{ ...call, query: { limit: '1', page: '1' } },
			{ ...call, query: { limit: '50', page: '1' } },
		]);
	});

	test('page by page, all of the same size; one that moved to the next page is taken once', async () => {
		const page = (from: number, count: number) => ({
			calls: Array.from({ length: count }, (_, at) => ({ wamid: `wacid.${from + at}` })),
		});
		// A call came in between: the last of the first page is the first of the second.
		await fixture.answerNext('/v1/calls', page(1, 1000), page(1000, 1000), page(2000, 3));
		const { json } = await run('getMany', { limit: 2001 });
		expect(json.map(({ wamid }) => wamid)).toEqual(
			Array.from({ length: 2001 }, (_, at) => `wacid.${at + 1}`),
		);
		expect((await fixture.wire()).map(({ query }) => query)).toEqual([
			{ limit: '1000', page: '1' },
			{ limit: '1000', page: '2' },
			{ limit: '1000', page: '3' },
		]);
	});

	test('are offered where one is to be chosen', async () => {
		const { results } = await fixture.inPanel<INodeListSearchResult>('listSearch', 'searchCalls');
		expect(results).toEqual([
			{
				name: expect.stringMatching(/^Asha Verma \(incoming, \d{4}-\d\d-\d\d \d\d:\d\d\)$/),
				value: 'wacid.answered1',
			},
			{ name: expect.stringMatching(/^Rohan Mehta \(missed, /), value: 'wacid.missed1' },
		]);
	});
});

describe('the record of a call', () => {
	test('says what was said', async () => {
		const { json } = await run('getRecord', { callId: chosen('wacid.answered1') });
		expect(json).toEqual([
			{
				callId: 'wacid.answered1',
				clientWaNumber: ASHA,
				chatbotId: 'bot-support',
				direction: 'inbound',
				durationSeconds: 123,
				billedMinutes: 3,
				recordingUrl: expect.stringMatching(/^https:/),
				userTurns: 1,
				agentTurns: 1,
				createdAt: expect.any(String),
				transcript: [
					{ role: 'assistant', text: 'Hello, this is Example Traders.' },
					{ role: 'user', text: 'Where is my order?' },
				],
			},
		]);
		expect(await fixture.wire()).toEqual([
			{ method: 'GET', path: '/v1/voice-calls/wacid.answered1', query: {}, body: null },
		]);
		const whole = await run('getRecord', { callId: chosen('wacid.answered1'), simplify: false });
		expect(whole.json[0]).toHaveProperty('sessionReport.chat_history.items');
	});

	test('has no transcript while Heltar has none, and texts in either form', async () => {
		const item = (content: unknown) => ({ type: 'message', role: 'user', content });
		const history = {
			items: [item([{ type: 'text', text: 'a' }, 'b']), item('c'), { type: 'function_call', name: 'find' }],
		};
		await fixture.answerNext(
			'/v1/voice-calls/wacid.x',
			{ callId: 'wacid.x', durationSeconds: null },
			{ callId: 'wacid.x', sessionReport: { chat_history: history } },
		);
		const get = async () => (await run('getRecord', { callId: { mode: 'id', value: 'wacid.x' } })).json;
		expect(await get()).toEqual([{ callId: 'wacid.x', durationSeconds: null }]);
		expect(await get()).toEqual([
			{
				callId: 'wacid.x',
				transcript: [
					{ role: 'user', text: 'a\nb' },
					{ role: 'user', text: 'c' },
				],
			},
		]);
	});

	test('of a call nobody knows is Heltar’s to know', async () => {
		const { error } = await run('getRecord', { callId: { mode: 'id', value: 'wacid.nobody' } });
		expect(error?.message).toBe('No call found for this callId');
	});
});
