import type { IDataObject } from 'n8n-workflow';

import { chosen, GENERATIONS, useFixture } from './fixture';

const ASHA = '919800000101';

const fixture = useFixture();

const run = async (parameters: IDataObject) => await fixture.run({ resource: 'message', ...parameters });

const ask = async (body: string) =>
	await fixture.post('/heltar/inbound', {
		from: ASHA,
		name: 'Asha',
		message: { type: 'text', text: { body } },
	});
const reply = async (message: string, options: IDataObject = {}) =>
	await run({ operation: 'sendText', clientWaNumber: ASHA, message, options });

describe.each(GENERATIONS)('who wrote, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));
	const template = { templateName: chosen('start_conversation'), languageCode: 'en' };

	test('is told of customers, notes, templates, campaigns and others', async () => {
		await ask('Are you open?');
		await reply('Until nine.');
		await reply('Until nine.', { isPrivate: true });
		const sent = await run({
			operation: 'sendTemplate',
			clientWaNumber: ASHA,
			...template,
			options: { simplify: false },
		});
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

test('what Heltar itself notes in a conversation is no message, and a cleared session has its marker', async () => {
	const contact = { resource: 'contact', clientWaNumber: chosen(ASHA) };
	await ask('Are you open?');
	await run({ ...contact, operation: 'toggleBot', isBotReply: false });
	await run({ ...contact, operation: 'clearBotSession' });
	const { json } = await run({ operation: 'getMany', clientWaNumber: ASHA });
	expect(json.map(({ sentBy, isNote, isSessionMarker }) => [sentBy, isNote, isSessionMarker])).toEqual([
		['customer', false, false],
		['note', true, false],
		['note', true, true],
	]);
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
		const { json: welcome } = await reply('Welcome');
		const sent = welcome[0].wamid;
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
