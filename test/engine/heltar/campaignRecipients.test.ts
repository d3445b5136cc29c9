import type { IDataObject } from 'n8n-workflow';

import { until } from '../../waiting';
import { chosen, useFixture } from './fixture';

const [REACHED, SLOWED, HELD_BACK, BLOCKED, NOT_THERE] = [1, 2, 3, 4, 5].map((at) => `91981000000${at}`);
const PEOPLE = [REACHED, SLOWED, HELD_BACK, BLOCKED, NOT_THERE];

const fixture = useFixture();

const run = async (operation: string, parameters: IDataObject, items?: IDataObject[]) =>
	await fixture.run({ resource: 'campaign', operation, ...parameters }, { items });

const campaign: IDataObject = {
	campaignName: 'Season opening',
	clientWaNumber: '={{ $json.number }}',
	templateName: chosen('start_conversation'),
	languageCode: 'en',
};

/** A campaign to five people, which four did not get, each for a reason of their own. @returns its ID */
async function failInFourWays(): Promise<string> {
	await fixture.customer(BLOCKED, { blocked: true });
	await fixture.customer(NOT_THERE, { onWhatsApp: false });
	await fixture.fault(
		{ kind: 'partial', positions: [1], code: 130429 },
		{ path: '/v1/campaigns/send', times: 1 },
	);
	const { json, error } = await run(
		'send',
		campaign,
		PEOPLE.map((number) => ({ number })),
	);
	expect(error).toBeUndefined();
	const delivered = async (number: string) =>
		await until(
			async () => await fixture.conversation(number),
			([message]) => message?.status === 'delivered',
		);
	await delivered(REACHED);
	const [message] = await delivered(HELD_BACK);
	const title = 'This message was not delivered to maintain healthy ecosystem engagement.';
	await fixture.post('/heltar/statuses', {
		id: message.id,
		status: 'failed',
		errors: [{ code: 131049, title }],
	});
	await fixture.requests();
	return String(json[0].campaignId);
}

test('every recipient says what became of the message and whether to send it again', async () => {
	const campaignId = await failInFourWays();
	const { json, error } = await run('getRecipients', { campaignId: chosen(campaignId), returnAll: true });
	expect(error).toBeUndefined();
	const recipient = (clientWaNumber: string, status: string, reason: RegExp | null, retry: string) => ({
		campaignId,
		clientWaNumber,
		status,
		failureReason: reason && expect.stringMatching(reason),
		timestamp: expect.any(String),
		advice: reason && expect.any(String),
		retry,
	});
	expect(json).toEqual([
		recipient(REACHED, 'delivered', null, 'never'),
		// The sandbox's own words for a refusal it was told to make.
		expect.objectContaining({ clientWaNumber: SLOWED, status: 'failed' }),
		recipient(HELD_BACK, 'failed', /healthy ecosystem/, 'later'),
		recipient(BLOCKED, 'failed', /blocked/, 'never'),
		recipient(NOT_THERE, 'failed', /incapable of receiving/, 'never'),
	]);
	expect(await fixture.wire()).toEqual([
		{ method: 'GET', path: `/v1/campaigns/${campaignId}`, query: {}, body: null },
	]);
});

test('recipients are chosen by status and by what is said of them, up to a limit', async () => {
	const campaignId = chosen(await failInFourWays());
	const numbers = async (more: IDataObject) =>
		(await run('getRecipients', { campaignId, ...more })).json.map(({ clientWaNumber }) => clientWaNumber);
	expect(await numbers({ filters: { status: ['delivered'] } })).toEqual([REACHED]);
	expect(await numbers({ filters: { status: ['failed'], retry: ['later'] } })).toContain(HELD_BACK);
	expect(await numbers({ filters: { retry: ['never'] } })).toEqual([REACHED, BLOCKED, NOT_THERE]);
	expect(await numbers({ filters: { retry: ['never'] }, limit: 2 })).toEqual([REACHED, BLOCKED]);
	expect(await numbers({ filters: {} })).toEqual(PEOPLE);
});

test('what Heltar answers is read in every form; counts alone are handed on as they came', async () => {
	const path = '/v1/campaigns/c-1';
	const one = { clientWaNumber: REACHED, status: 'expired', failureReason: '' };
	await fixture.answerNext(path, { messages: [one] }, [one], { statsTotal: 3 });
	const asked = { campaignId: chosen('c-1') };
	const judged = {
		campaignId: 'c-1',
		...one,
		failureReason: null,
		advice: expect.stringMatching(/expired/),
		retry: 'now',
	};
	expect((await run('getRecipients', asked)).json).toEqual([judged]);
	expect((await run('getRecipients', asked)).json).toEqual([judged]);
	expect((await run('getRecipients', asked)).json).toEqual([{ raw: { statsTotal: 3 } }]);
});

test('a scheduled campaign has recipients that wait', async () => {
	const scheduled = await fixture.run({
		resource: 'schedule',
		operation: 'campaign',
		scheduleTime: Math.floor(Date.now() / 1000) + 3600,
		...campaign,
		clientWaNumber: REACHED,
	});
	const campaignId = chosen(String(scheduled.json[0].campaignId));
	expect((await run('getRecipients', { campaignId })).json).toMatchObject([
		{ clientWaNumber: REACHED, status: 'waiting', timestamp: null, retry: 'never' },
	]);
	expect((await run('export', { campaignId })).error?.message).toBe('Campaign has not started');
});

test('paused marketing cancels the messages of a campaign', async () => {
	await fixture.settings({ pauseMarketing: true });
	const { json } = await run(
		'send',
		{ ...campaign, templateName: chosen('product_tour'), clientWaNumber: REACHED, specifyVariables: 'json' },
		[{}],
	);
	const recipients = await run('getRecipients', { campaignId: chosen(String(json[0].campaignId)) });
	expect(recipients.json).toMatchObject([
		{ status: 'cancelled', advice: expect.stringMatching(/Switch the pause off/), retry: 'later' },
	]);
});

test('a campaign is exported with names and answers, or as counts', async () => {
	const campaignId = await failInFourWays();
	const rows = await run('export', {
		campaignId: chosen(campaignId),
		filters: { status: ['delivered', 'failed'] },
	});
	expect(rows.error).toBeUndefined();
	expect(rows.json).toHaveLength(5);
	expect(rows.json.at(-1)).toEqual({
		campaignId,
		name: '',
		clientWaNumber: REACHED,
		status: 'delivered',
		respondedMsg: '',
		failureReason: null,
		timestamp: expect.any(String),
		advice: null,
		retry: 'never',
	});
	expect((await run('export', { campaignId: chosen(campaignId), limit: 2 })).json).toHaveLength(2);
	const counts = await run('export', { campaignId: chosen(campaignId), output: 'counts' });
	expect(counts.json).toEqual([
		{
			campaignId,
			waiting: 0,
			failed: 4,
			sent: 1,
			delivered: 1,
			read: 0,
			responded: 0,
			clicked: 0,
			clicked_responded: 0,
			total: 5,
		},
	]);
	const call = { method: 'GET', path: `/v1/campaigns/download-stats/${campaignId}`, query: {}, body: null };
	expect(await fixture.wire()).toEqual([call, call, call]);
});

describe('recipients from a file', () => {
	const file = 'https://files.example.org/recipients.ndjson';
	const shared = { campaignName: 'Season opening', templateName: 'start_conversation', languageCode: 'en' };
	const fromFile = {
		...shared,
		templateName: chosen('start_conversation'),
		recipientSource: 'file',
		finalPayloadFileUrl: file,
		recipientCount: 2,
	};

	test('go out as a link and a number, and the answer names the campaign', async () => {
		const { json, error } = await run('send', {
			...fromFile,
			options: {
				source: 'n8n',
				originalFileUrl: 'https://files.example.org/recipients.csv',
				csvColumnConfig: '{"number": "A"}',
			},
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ success: true, outcome: 'sent', campaignId: expect.any(String), recipientCount: 2 },
		]);
		expect(await fixture.wire()).toEqual([
			{
				method: 'POST',
				path: '/v1/campaigns/send',
				query: {},
				body: {
					...shared,
					finalPayloadFileUrl: file,
					recipientCount: 2,
					source: 'n8n',
					originalFileUrl: 'https://files.example.org/recipients.csv',
					csvColumnConfig: { number: 'A' },
				},
			},
		]);
	});

	test('two files are two campaigns, also beside items', async () => {
		const { json, error } = await run(
			'send',
			{
				...fromFile,
				recipientSource: '={{ $json.source }}',
				clientWaNumber: REACHED,
				finalPayloadFileUrl: '={{ $json.file }}',
			},
			[{ source: 'file', file }, { source: 'items' }, { source: 'file', file: `${file}?2` }],
		);
		expect(error).toBeUndefined();
		expect(new Set(json.map(({ campaignId }) => campaignId)).size).toBe(3);
		expect((await fixture.calls()).map(({ body }) => body.finalPayloadFileUrl)).toEqual([
			file,
			undefined,
			`${file}?2`,
		]);
	});

	test('can wait for their time', async () => {
		const scheduleTime = Math.floor(Date.now() / 1000) + 3600;
		const { json, error } = await fixture.run({
			resource: 'schedule',
			operation: 'campaign',
			scheduleTime,
			...fromFile,
		});
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ success: true, campaignId: expect.any(String), recipientCount: 2 }]);
		expect((await fixture.wire())[0].body).toEqual({
			...shared,
			finalPayloadFileUrl: file,
			recipientCount: 2,
			scheduleTime,
		});
	});

	test('a server error may have left a campaign behind: nothing is repeated', async () => {
		await fixture.fault({ kind: 'status', status: 503, body: {} }, { path: '/v1/campaigns/send' });
		const { error } = await run('send', fromFile);
		expect(await fixture.wire()).toHaveLength(1);
		expect(error).toMatchObject({ context: { data: { outcomes: { unknown: [0] } } } });
	});
});
