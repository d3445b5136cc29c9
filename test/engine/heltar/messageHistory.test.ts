import type { IDataObject } from 'n8n-workflow';

import { GENERATIONS, useFixture } from './fixture';

const ASHA = '919800000101';

const fixture = useFixture();

const run = async (parameters: IDataObject, items?: IDataObject[]) =>
	await fixture.run({ resource: 'message', ...parameters }, { items });

/** What both sides wrote, in turn; gives the ids. */
async function talk(...lines: Array<['in' | 'out', string]>): Promise<string[]> {
	const ids: string[] = [];
	for (const [direction, text] of lines) {
		if (direction === 'in') {
			const message = { from: ASHA, name: 'Asha', message: { type: 'text', text: { body: text } } };
			ids.push((await fixture.post<{ id: string }>('/heltar/inbound', message)).id);
		} else {
			const { json } = await run({ operation: 'sendText', clientWaNumber: ASHA, message: text });
			ids.push(json[0].wamid as string);
		}
	}
	await fixture.requests();
	return ids;
}

const texts = (json: IDataObject[]) => json.map(({ text }) => text);

describe.each(GENERATIONS)('generation %i', (generation) => {
	let ids: string[];
	beforeEach(async () => {
		await fixture.settings({ generation });
		ids = await talk(['in', 'Are you open?'], ['out', 'Until nine.'], ['in', 'Thanks'], ['out', 'See you!']);
	});

	test('the latest messages of a conversation come oldest first, and no call is without a limit', async () => {
		const { json, error } = await run({
			operation: 'getMany',
			clientWaNumber: '+91 98000-00101',
			limit: 3,
		});
		expect(error).toBeUndefined();
		expect(texts(json)).toEqual(['Until nine.', 'Thanks', 'See you!']);
		expect(json[1]).toEqual({
			wamid: ids[2],
			clientWaNumber: ASHA,
			direction: 'inbound',
			sentBy: 'customer',
			isNote: false,
			isSessionMarker: false,
			type: 'text',
			status: 'received',
			timestamp: expect.stringMatching(/^\d{4}-/),
			text: 'Thanks',
			...(generation === 2026 && {
				canMessage: true,
				conversationExpire: expect.stringMatching(/^\d{4}-.*Z$/),
			}),
		});
		expect(await fixture.wire()).toEqual([
			{ method: 'GET', path: `/v1/messages/${ASHA}`, query: { limit: '3' }, body: null },
		]);
	});

	test.each([
		['inbound', ['Are you open?', 'Thanks']],
		['outbound', ['Until nine.', 'See you!']],
	])('only the %s ones can be asked for', async (direction, expected) => {
		const { json } = await run({ operation: 'getMany', clientWaNumber: ASHA, direction });
		expect(texts(json)).toEqual(expected);
		const { json: last } = await run({
			operation: 'getMany',
			clientWaNumber: ASHA,
			direction,
			limit: 1,
		});
		expect(texts(last)).toEqual(expected.slice(-1));
	});

	test('one message is found by its id', async () => {
		const { json } = await run({ operation: 'get', wamid: ids[1] });
		expect(json).toMatchObject([{ wamid: ids[1], direction: 'outbound', text: 'Until nine.' }]);
		expect(await fixture.wire()).toEqual([
			{ method: 'GET', path: '/v1/messages', query: { wamid: ids[1] }, body: null },
		]);
		const { json: raw } = await run({ operation: 'get', wamid: ids[1], simplify: false });
		expect(raw[0]).toMatchObject({ body: 'Until nine.', phoneNumberId: expect.any(String) });
	});

	test('a search finds messages by their text and chats by their number', async () => {
		const { json } = await run({
			operation: 'search',
			searchQuery: 'until',
			clientWaNumber: ASHA,
			limit: 5,
		});
		expect(texts(json)).toEqual(['Until nine.']);
		expect((await fixture.wire())[0]).toEqual({
			method: 'GET',
			path: '/v1/messages/search',
			query: { searchQuery: 'until', limit: '5', clientWaNumber: ASHA },
			body: null,
		});

		const { json: chats } = await run({
			operation: 'search',
			searchQuery: '9800000101',
			resultType: 'chats',
			limit: 1,
		});
		expect(chats).toMatchObject([{ clientWaNumber: ASHA }]);
		const [request] = await fixture.requests();
		expect(request.query).toEqual({ searchQuery: '9800000101', limit: '1' });
	});

	test('a conversation is marked as read', async () => {
		const { json, error } = await run({ operation: 'markRead', clientWaNumber: ASHA });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ success: true, message: 'Messages marked as read' }]);
		expect(await fixture.wire()).toEqual([
			{ method: 'GET', path: `/v1/messages/mark-read-msg/${ASHA}`, query: {}, body: null },
		]);
	});

	test('typing is shown to whom a message came from', async () => {
		const { json } = await run({
			operation: 'typing',
			messageId: ids[2],
			typingIndicatorType: 'audio',
		});
		expect(json).toMatchObject([{ success: true }]);
		expect(await fixture.wire()).toEqual([
			{
				method: 'POST',
				path: '/v1/business/typing-indicator',
				query: {},
				body: { messageId: ids[2], typingIndicatorType: 'audio' },
			},
		]);
	});
});

const TIME = '2026-09-14T07:05:00.000Z';
const stored = { wamid: 'wamid.a', clientWaNumber: ASHA, type: 'text', timestamp: TIME, status: 'sent' };

test.each([
	['2026-09-14 07:05:00.000', TIME],
	['2026-09-14 07:05:00', TIME],
	['2026-09-14T07:05:00Z', TIME],
	['2026-09-14T12:35:00.000+0530', TIME],
	['2026-09-14T12:35:00+05:30', TIME],
	['yesterday', 'yesterday'],
])('a search that tells the time as "%s" gives %s', async (timestamp, expected) => {
	await fixture.answerNext('/v1/messages/search', {
		messages: [{ ...stored, timestamp }],
		chats: [],
		newCursor: null,
	});
	const { json } = await run({ operation: 'search', searchQuery: 'x', returnAll: true });
	expect(json).toMatchObject([{ timestamp: expected }]);
});

test('a message whose page begins with one without an ID is not the last of the history', async () => {
	const path = `/v1/messages/${ASHA}`;
	await fixture.answerNext(
		path,
		{ messages: [{ ...stored, wamid: null, hemid: 'hemid.b' }], hasMore: true },
		{ messages: [{ ...stored, timestamp: '2026-09-14T07:04:00.000Z' }], hasMore: false },
	);
	const { json } = await run({ operation: 'getMany', clientWaNumber: ASHA, returnAll: true });
	expect(json).toHaveLength(2);
	expect((await fixture.wire()).map(({ query }) => query)).toEqual([
		{ limit: '500' },
		{ limit: '500', before: TIME },
	]);
});

describe('a long conversation', () => {
	test('is read page by page, each message once', async () => {
		const many = Array.from({ length: 1100 }, (_, at) => ({ text: `No. ${at}` }));
		await run(
			{
				operation: 'sendText',
				clientWaNumber: ASHA,
				message: '={{ $json.text }}',
				options: { batchSize: 1000 },
			},
			many,
		);
		await fixture.requests();

		const { json } = await run({ operation: 'getMany', clientWaNumber: ASHA, returnAll: true });
		expect(texts(json)).toEqual(many.map(({ text }) => text));
		const requests = await fixture.requests();
		expect(requests.map(({ query }) => Object.keys(query))).toEqual([
			['limit'],
			['limit', 'before', 'beforeId'],
			['limit', 'before', 'beforeId'],
		]);
		expect(requests[1].query).toMatchObject({ limit: '500', beforeId: json[600].wamid });

		const { json: last } = await run({ operation: 'getMany', clientWaNumber: ASHA, limit: 600 });
		expect(texts(last)).toEqual(many.slice(-600).map(({ text }) => text));
		expect((await fixture.requests()).map(({ query }) => query.limit)).toEqual(['500', '100']);
	});
});

test('a mark as read that had no effect is an error with advice', async () => {
	await fixture.settings({ markRead: false });
	const { error } = await run({ operation: 'markRead', clientWaNumber: ASHA });
	expect(error?.message).toBe('Mark read is disabled in the business settings');
	expect(error?.description).toMatch(/read receipts/);
});
