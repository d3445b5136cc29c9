import type { IDataObject } from 'n8n-workflow';

import { conversationOf } from '../../../../nodes/Heltar/chatMemory/conversation';

const time = (minute: number) => `2026-09-14T07:${String(minute).padStart(2, '0')}:00.000Z`;
const record = (wamid: string, minute: number, more: IDataObject = {}): IDataObject => ({
	wamid,
	type: 'text',
	body: wamid,
	status: 'delivered',
	timestamp: time(minute),
	...more,
});
const customer = (wamid: string, minute: number, more: IDataObject = {}) =>
	record(wamid, minute, { status: 'received', ...more });
const turns = (records: IDataObject[], ...prompt: string[]) =>
	conversationOf(records, new Set(prompt)).map(({ role, text }) => `${role}: ${text}`);

describe('who speaks', () => {
	test.each<[string, IDataObject, string, IDataObject]>([
		['the customer', { status: 'received' }, 'user: hi', { sentBy: 'customer' }],
		['the customer, as older servers say it', { direction: 'inbound' }, 'user: hi', { sentBy: 'customer' }],
		['the API, a bot or the phone app', { sentByName: null }, 'assistant: hi', { sentBy: 'other' }],
		['nobody in particular', { sentByName: '' }, 'assistant: hi', { sentBy: 'other' }],
		[
			'a colleague, by name',
			{ sentByName: 'Priya Nair' },
			'assistant: [Priya Nair] hi',
			{ sentBy: 'teamMember', sentByName: 'Priya Nair' },
		],
		['a campaign', { campaignId: 'c-1' }, 'assistant: hi', { sentBy: 'campaign' }],
		[
			'a campaign a colleague started',
			{ campaignId: 'c-1', sentByName: 'Priya Nair' },
			'assistant: hi',
			{ sentBy: 'campaign' },
		],
		['a template', { templateName: 'offer' }, 'assistant: hi', { sentBy: 'template' }],
	])('%s', (_, more, turn, details) => {
		const [message, ...others] = conversationOf([record('hi', 1, more)]);
		expect(`${message.role}: ${message.text}`).toBe(turn);
		expect(message.details).toEqual({ id: 'hi', timestamp: time(1), ...details });
		expect(others).toEqual([]);
	});
});

describe('what is no part of it', () => {
	test.each<[string, IDataObject]>([
		['a note', { metaData: { isPrivate: true } }],
		['a note of older servers', { isPrivate: true }],
		['a failed message', { status: 'failed' }],
		['an expired one', { status: 'expired' }],
		['a cancelled one', { status: 'cancelled' }],
		['a call', { type: 'interactive', interactive: { type: 'call' } }],
	])('%s', (_, more) => {
		expect(turns([customer('a', 1), record('b', 2, more), customer('c', 3)])).toEqual(['user: a', 'user: c']);
	});

	test.each(['waiting', 'sent', 'delivered', 'read', 'responded', 'clicked', 'clicked_responded'])(
		'but a message that is “%s” is',
		(status) => {
			expect(turns([record('b', 2, { status })])).toEqual(['assistant: b']);
		},
	);

	test('nor is what was before the latest cleared session', () => {
		const marker = { status: 'waiting', metaData: { isPrivate: true, isSessionClear: true } };
		const records = [
			customer('a', 1),
			record('first', 2, marker),
			customer('b', 3),
			record('second', 4, marker),
			customer('c', 5),
		];
		expect(turns(records)).toEqual(['user: c']);
		expect(turns(records.slice(0, 4))).toEqual([]);
		expect(turns([record('note', 0, { metaData: { isPrivate: true } }), ...records.slice(0, 1)])).toEqual([
			'user: a',
		]);
	});
});

describe('order', () => {
	test('is that of time, whichever way the records come', () => {
		const records = [customer('a', 1), record('b', 2), customer('c', 3)];
		const expected = ['user: a', 'assistant: b', 'user: c'];
		expect(turns(records)).toEqual(expected);
		expect(turns([...records].reverse())).toEqual(expected);
	});

	test('stays at the same time', () => {
		expect(turns([customer('a', 1), customer('b', 1)])).toEqual(['user: a', 'user: b']);
	});

	test('has each message once', () => {
		expect(turns([customer('a', 1), customer('a', 1), record('b', 2)])).toEqual(['user: a', 'assistant: b']);
		const unnamed = { ...customer('a', 1), wamid: null };
		expect(conversationOf([unnamed, unnamed])).toHaveLength(2);
	});
});

describe('the prompt', () => {
	const records = [customer('a', 1), record('b', 2), customer('c', 3), customer('d', 4), record('e', 5)];

	test('is left out, with what the customer wrote after it; what the business wrote since then stays', () => {
		expect(turns(records, 'c')).toEqual(['user: a', 'assistant: b', 'assistant: e']);
		expect(turns(records, 'd')).toEqual(['user: a', 'assistant: b', 'user: c', 'assistant: e']);
	});

	test('may be several messages, also where one of them has an earlier time than the first', () => {
		expect(turns(records, 'c', 'd')).toEqual(['user: a', 'assistant: b', 'assistant: e']);
		expect(turns([customer('x', 3), ...records], 'c', 'x')).toEqual([
			'user: a',
			'assistant: b',
			'assistant: e',
		]);
	});

	test('that the history does not have yet takes nothing away', () => {
		expect(turns(records, 'unknown')).toHaveLength(5);
		expect(turns(records)).toHaveLength(5);
	});
});
