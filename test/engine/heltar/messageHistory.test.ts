import type { IDataObject } from 'n8n-workflow';

import { chosen, GENERATIONS, useFixture } from './fixture';

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

describe.each(GENERATIONS)('who wrote, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));
	const template = { templateName: chosen('start_conversation'), languageCode: 'en' };

	test('is told of customers, notes, templates, campaigns and others', async () => {
		await talk(['in', 'Are you open?'], ['out', 'Until nine.']);
		await run({
			operation: 'sendText',
			clientWaNumber: ASHA,
			message: 'Until nine.',
			options: { isPrivate: true },
		});
		const sent = await run({ operation: 'sendTemplate', clientWaNumber: ASHA, ...template });
		// The record of today's servers has it elsewhere; workflows may look for it in either place.
		expect(sent.json[0].message).toMatchObject({
			name: 'start_conversation',
			...(generation === 2026 && { templateName: 'start_conversation' }),
		});
		const campaign = await run({
			resource: 'campaign',
			operation: 'send',
			campaignName: 'Opening',
			clientWaNumber: ASHA,
			...template,
		});
		const { campaignId } = campaign.json[0];

		const { json } = await run({ operation: 'getMany', clientWaNumber: ASHA });
		const told = json.map(({ direction, sentBy, isNote, isSessionMarker }) => [
			direction,
			sentBy,
			isNote,
			isSessionMarker,
		]);
		expect(told).toEqual([
			['inbound', 'customer', false, false],
			['outbound', 'other', false, false],
			['outbound', 'note', true, false],
			['outbound', 'template', false, false],
			['outbound', 'campaign', false, false],
		]);
		expect(json[2]).toMatchObject({ text: 'Until nine.', status: 'waiting' });
		expect(json[3]).toMatchObject({ templateName: 'start_conversation', name: 'start_conversation' });
		expect(json[3]).not.toHaveProperty('campaignId');
		expect(json[4]).toMatchObject({ templateName: 'start_conversation', campaignId });
		expect(json[1]).not.toHaveProperty('templateName');
	});
});

const TIME = '2026-09-14T07:05:00.000Z';
const stored = { wamid: 'wamid.a', clientWaNumber: ASHA, type: 'text', timestamp: TIME, status: 'sent' };

test.each<[string, IDataObject, IDataObject]>([
	['a colleague', { sentByName: 'Priya Nair' }, { sentBy: 'teamMember', sentByName: 'Priya Nair' }],
	[
		'a campaign, also where a colleague started it',
		{ sentByName: 'Priya Nair', campaignId: 'c-1' },
		{ sentBy: 'campaign', sentByName: 'Priya Nair', campaignId: 'c-1' },
	],
	['nobody in particular', { sentByName: '', campaignId: null, metaData: null }, { sentBy: 'other' }],
	['a template', { templateName: 'order_update' }, { sentBy: 'template', templateName: 'order_update' }],
	[
		'a note by a colleague',
		{ sentByName: 'Priya Nair', status: 'waiting', metaData: { isPrivate: true } },
		{ sentBy: 'note', isNote: true, sentByName: 'Priya Nair', status: 'waiting' },
	],
	[
		'the marker of a cleared session',
		{ status: 'waiting', metaData: { isPrivate: true, isSessionClear: true } },
		{ sentBy: 'note', isNote: true, isSessionMarker: true, status: 'waiting' },
	],
	[
		'the customer, as older servers say it',
		{ direction: 'inbound', status: 'delivered' },
		{ sentBy: 'customer', direction: 'inbound', status: 'delivered' },
	],
])('a message of %s is known as such', async (_, record, expected) => {
	await fixture.answerNext('/v1/messages', { ...stored, ...record });
	const { json } = await run({ operation: 'get', wamid: 'wamid.a' });
	const own = 'templateName' in record ? { name: record.templateName } : {};
	const usual = { direction: 'outbound', isNote: false, isSessionMarker: false };
	expect(json).toEqual([{ ...stored, ...usual, ...own, ...expected }]);
});

describe('the 24-hour window', () => {
	const read = async (more: IDataObject = {}) =>
		(await run({ operation: 'getMany', clientWaNumber: ASHA, ...more })).json;

	test('is told with every message, of every page, simplified or not', async () => {
		const [sent] = await talk(['out', 'Welcome']);
		await fixture.settings({ window: 'closed' });
		const [{ canMessage, conversationExpire }] = await read();
		expect(canMessage).toBe(false);
		// Of somebody who never wrote it is past, too.
		expect(Date.parse(conversationExpire as string)).toBeLessThan(Date.now());
		expect(await read({ simplify: false })).toMatchObject([{ wamid: sent, canMessage, conversationExpire }]);
		await fixture.settings({ window: 'open' });
		expect(await read({ returnAll: true })).toMatchObject([{ canMessage: true }]);
	});

	test('is the one of the newest page, also where another page says something else', async () => {
		const page = (wamid: string, more: IDataObject) => ({ messages: [{ ...stored, wamid }], ...more });
		await fixture.answerNext(
			`/v1/messages/${ASHA}`,
			page('wamid.b', { hasMore: true, canMessage: true, conversationExpire: TIME }),
			page('wamid.a', { hasMore: false, canMessage: false, conversationExpire: '2020-01-01T00:00:00.000Z' }),
		);
		const window = { canMessage: true, conversationExpire: TIME };
		expect(await read({ returnAll: true })).toMatchObject([
			{ wamid: 'wamid.a', ...window },
			{ wamid: 'wamid.b', ...window },
		]);
	});
});

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
