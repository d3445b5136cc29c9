import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { chosen, GENERATIONS, useFixture } from './fixture';

const ASHA = '919800000101';
const ROHAN = '919800000102';

const fixture = useFixture();

const run = async (
	operation: string,
	parameters: IDataObject = {},
	items?: IDataObject[],
	onError?: 'continueRegularOutput',
) => await fixture.run({ resource: 'campaign', operation, ...parameters }, { items, node: { onError } });

const plain: IDataObject = {
	campaignName: 'Season opening',
	clientWaNumber: '={{ $json.number }}',
	templateName: chosen('start_conversation'),
	languageCode: 'en',
};
const people = [{ number: ASHA }, { number: ROHAN }];

describe.each(GENERATIONS)('generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('all items of a campaign go out in one call, each with its own variables', async () => {
		const { json, error, outputs } = await run(
			'send',
			{
				...plain,
				templateName: chosen('feedback_request'),
				variables: { mappingMode: 'defineBelow', value: { 'body.1': '={{ $json.name }}' } },
				options: {
					campaignDesc: 'All customers',
					templateContent: 'How was your visit?',
					customField: '={{ { ticket: $json.name } }}',
				},
			},
			[
				{ number: '+91 98000 00101', name: 'Asha' },
				{ number: ROHAN, name: 'Rohan' },
			],
		);
		expect(error).toBeUndefined();
		const recipient = (clientWaNumber: string, name: string) => ({
			clientWaNumber,
			variables: [{ type: 'body', parameters: [{ type: 'text', text: name }] }],
			integrations: [{ name: 'metaCustomFieldHook', customField: { ticket: name } }],
		});
		expect(await fixture.calls()).toEqual([
			{
				method: 'POST',
				path: '/v1/campaigns/send',
				query: {},
				body: {
					campaignName: 'Season opening',
					campaignDesc: 'All customers',
					templateName: 'feedback_request',
					languageCode: 'en',
					templateContent: 'How was your visit?',
					messages: [recipient(ASHA, 'Asha'), recipient(ROHAN, 'Rohan')],
				},
			},
		]);
		expect(json).toMatchObject([
			{ success: true, campaignId: expect.any(String), clientWaNumber: ASHA },
			{ success: true, campaignId: json[0].campaignId, clientWaNumber: ROHAN },
		]);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		// Only the older answer names the messages.
		if (generation === 2023) expect(json[0].wamid).toMatch(/^wamid\./);
		else expect(json[0].wamid).toBeNull();
	});

	test('campaigns are listed and read with their numbers', async () => {
		const sent = await run('send', plain, people);
		const { campaignId } = sent.json[0];
		const listed = await run('getMany', { limit: 5 });
		expect(listed.error).toBeUndefined();
		expect(listed.json).toEqual([
			{
				id: campaignId,
				name: 'Season opening',
				status: 'sent',
				templateName: 'start_conversation',
				statsTotal: 2,
				statsSent: expect.any(Number),
				statsDelivered: expect.any(Number),
				statsRead: 0,
				statsFailure: 0,
				createdAt: expect.any(String),
			},
		]);
		const one = await run('get', { campaignId: chosen(String(campaignId)), simplify: false });
		expect(one.json[0]).toMatchObject({ id: campaignId, statsTotal: 2, phoneNumberId: expect.any(String) });

		const found = await fixture.inPanel<INodeListSearchResult>('listSearch', 'searchCampaigns', {}, 'season');
		expect(found.results).toEqual([
			{ name: expect.stringMatching(/^Season opening \(sent, \d{4}-\d{2}-\d{2}\)$/), value: campaignId },
		]);
		expect((await fixture.calls()).slice(1)).toEqual([
			{ method: 'GET', path: '/v1/campaigns', query: { limit: '5' }, body: null },
			{ method: 'GET', path: `/v1/campaigns/get-one/${String(campaignId)}`, query: {}, body: null },
			{ method: 'GET', path: '/v1/campaigns', query: { limit: '1000' }, body: null },
		]);
	});

	test('items of different campaigns make a call each, whoever stands in both', async () => {
		const { json, error } = await run('send', { ...plain, campaignName: '={{ $json.name }}' }, [
			{ number: ASHA, name: 'A' },
			{ number: ASHA, name: 'B' },
			{ number: ROHAN, name: 'A' },
			{ number: ROHAN, name: 'B' },
		]);
		expect(error).toBeUndefined();
		expect((await fixture.calls()).map(({ body }) => [body.campaignName, body.messages.length])).toEqual([
			['A', 2],
			['B', 2],
		]);
		expect(json[0].campaignId).toBe(json[2].campaignId);
		expect(json[0].campaignId).not.toBe(json[1].campaignId);
	});

	test('a campaign of more than 1000 recipients is still one', async () => {
		const many = Array.from({ length: 1200 }, (_, at) => ({ number: String(919810000000 + at) }));
		const { json, error } = await run('send', plain, many);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(1200);
		expect((await fixture.calls()).map(({ body }) => body.messages.length)).toEqual([1200]);
		expect(new Set(json.map(({ campaignId }) => campaignId)).size).toBe(1);
	});

	test('a rate limit does not stop a campaign', async () => {
		await fixture.fault(
			{ kind: 'status', status: 429, headers: { 'retry-after': '0' } },
			{ path: '/v1/campaigns/send', times: 1 },
		);
		const { json, error } = await run('send', plain, people);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(2);
		expect(await fixture.calls()).toHaveLength(2);
	});

	test('a server error may have left a campaign behind: nothing is repeated', async () => {
		await fixture.fault(
			{ kind: 'status', status: 503, body: { errorMessage: 'Queue unavailable' } },
			{ path: '/v1/campaigns/send' },
		);
		const { error } = await run('send', plain, people);
		expect(await fixture.calls()).toHaveLength(1);
		expect(error).toMatchObject({
			message: 'Heltar failed while handling the request: Queue unavailable',
			description: expect.stringContaining('Check the list of campaigns before you send it again.'),
			context: { data: { outcomes: { sent: [], failed: [], unknown: [0, 1], untouched: [] } } },
		});
	});
});

test('who the older answer says was not reached fails alone', async () => {
	await fixture.settings({ generation: 2023 });
	const { json } = await run(
		'send',
		plain,
		[{ number: ASHA }, { number: '919800000105' }, { number: ROHAN }],
		'continueRegularOutput',
	);
	expect(json).toMatchObject([
		{ success: true, clientWaNumber: ASHA },
		{ outcome: 'failed', error: expect.stringContaining('blocked'), advice: expect.any(String) },
		{ success: true, clientWaNumber: ROHAN },
	]);
});

test('the answer at top level, by recipient, is read, too', async () => {
	const body = {
		campaign: { id: 'c-1', name: 'Season opening' },
		messagesResponse: { success: { [ASHA]: { clientWaNumber: ASHA }, [ROHAN]: {} }, fail: {} },
	};
	await fixture.fault({ kind: 'status', status: 200, body }, { path: '/v1/campaigns/send' });
	const { json, error } = await run('send', plain, people);
	expect(error).toBeUndefined();
	expect(json).toMatchObject([
		{ campaignId: 'c-1', clientWaNumber: ASHA },
		{ campaignId: 'c-1', success: true },
	]);
});

test('lists are filtered by days, read page by page, and older names are understood', async () => {
	const first = { campaigns: [{ id: '1', name: 'a', statsFailed: 3 }], nextCursor: 'x' };
	const second = { campaigns: [{ id: '2', name: 'b', statsFailure: 4 }], nextCursor: null };
	await fixture.answerNext('/v1/campaigns', first, second);
	const { json, error } = await run('getMany', {
		returnAll: true,
		filters: { startDate: '2026-03-01', endDate: '2026-03-31T00:00:00' },
	});
	expect(error).toBeUndefined();
	expect(json).toEqual([
		{ id: '1', name: 'a', statsFailure: 3 },
		{ id: '2', name: 'b', statsFailure: 4 },
	]);
	const days = { startDate: '2026-03-01', endDate: '2026-03-31', limit: '10000' };
	expect((await fixture.wire()).map(({ query }) => query)).toEqual([days, { ...days, cursor: 'x' }]);
});
