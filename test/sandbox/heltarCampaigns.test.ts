import { until } from '../waiting';
import { Bench, text, useBench } from './harness';

const TO = '919811111111';
const bench = useBench(Bench);

const variables = (name: string) => [{ type: 'body', parameters: [{ type: 'text', text: name }] }];
const campaign = (change: object = {}) => ({
	campaignName: 'Visit',
	templateName: 'feedback_request',
	languageCode: 'en',
	messages: [
		{ clientWaNumber: TO, variables: variables('Asha') },
		{ clientWaNumber: '919811111112', variables: [] },
		{ clientWaNumber: '919800000106', variables: variables('Sunita') },
	],
	...change,
});
const start = async (change?: object) => await bench.heltar('POST', '/v1/campaigns/send', campaign(change));
const one = async (id: string) => (await bench.heltar('GET', `/v1/campaigns/get-one/${id}`)).body.data;
const soon = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

describe('campaigns', () => {
	test('answer with the recipients; what failed shows in the statistics, which hang together', async () => {
		const { status, body } = await start();
		expect(status).toBe(200);
		expect(body.data.messagesResponse).toEqual({
			success: {
				0: { clientWaNumber: TO },
				1: { clientWaNumber: '919811111112' },
				2: { clientWaNumber: '919800000106' },
			},
			fail: {},
		});
		const { id } = body.data.campaign;
		expect(
			await until(
				async () => await one(id),
				({ statsDelivered }) => statsDelivered === 1,
			),
		).toMatchObject({
			status: 'sent',
			templateName: 'feedback_request',
			statsTotal: 3,
			statsWait: 0,
			statsSent: 1,
			statsFailure: 2,
			statsRead: 0,
		});
		const { messages } = (await bench.heltar('GET', `/v1/campaigns/${id}`)).body.data;
		expect(
			messages.map(({ status: state, failureReason }: { status: string; failureReason: string }) => [
				state,
				failureReason,
			]),
		).toEqual([
			['delivered', null],
			['failed', expect.stringContaining('does not match')],
			['failed', 'Client has not opted in'],
		]);
		expect((await bench.conversation(TO))[0].text).toBe('Hello Asha, how was your visit?');
		expect(await bench.conversation('919811111112')).toEqual([]);
	});

	test('count what was read as delivered and sent, too', async () => {
		const { id } = (await start()).body.data.campaign;
		const [entry] = await bench.conversation(TO);
		await bench.control('POST', '/heltar/statuses', { id: entry.id, status: 'read' });
		expect(await one(id)).toMatchObject({ statsSent: 1, statsDelivered: 1, statsRead: 1 });
	});

	test.each<[string, object]>([
		['an unknown key', { colour: 'red' }],
		['an unknown key on a recipient', { messages: [{ clientWaNumber: TO, name: 'Asha' }] }],
		['no recipients', { messages: undefined }],
		['an empty list of recipients', { messages: [] }],
		[
			'a flat list of variables',
			{ messages: [{ clientWaNumber: TO, variables: [{ type: 'text', text: 'x' }] }] },
		],
		['a template that is not there', { templateName: 'nobody' }],
		['a template that is paused', { templateName: 'flash_sale' }],
		[
			'a file beside recipients',
			{ finalPayloadFileUrl: 'https://files.example.com/a.ndjson', recipientCount: 1 },
		],
		[
			'a file without a count',
			{ messages: undefined, finalPayloadFileUrl: 'https://files.example.com/a.ndjson' },
		],
	])('%s: 400', async (_name, change) => {
		expect((await start(change)).status).toBe(400);
	});

	test('are listed newest first, in pages, scheduled ones on the first; by day when asked', async () => {
		for (const campaignName of ['first', 'second', 'third']) await start({ campaignName });
		await bench.heltar(
			'POST',
			'/v1/schedule/campaign',
			campaign({ campaignName: 'later', scheduleTime: soon(3600) }),
		);
		const page = async (query: string) => (await bench.heltar('GET', `/v1/campaigns?${query}`)).body.data;
		const names = (data: { campaigns: Array<{ name: string }> }) => data.campaigns.map(({ name }) => name);
		const first = await page('limit=2');
		expect(names(first)).toContain('later');
		expect(names(first)).toHaveLength(3);
		const second = await page(`limit=2&cursor=${first.nextCursor}`);
		expect(names(second)).toHaveLength(1);
		expect(second.nextCursor).toBeNull();
		expect(names(await page('startDate=2020-01-01&endDate=2020-01-02'))).toEqual([]);
		expect((await bench.heltar('GET', '/v1/campaigns?startDate=2020-01-01')).status).toBe(400);
	});

	/** Starts a campaign whose recipients stand in a file. */
	async function startWith(content: string, recipientCount: number) {
		const { data } = (
			await bench.heltar(
				'GET',
				'/v1/messages/presigned-url?file_name=a.ndjson&file_type=application%2Fx-ndjson',
			)
		).body;
		await fetch(data.signedRequest, {
			method: 'PUT',
			body: content,
			headers: { 'content-type': 'application/x-ndjson' },
		});
		return await start({ messages: undefined, finalPayloadFileUrl: data.url, recipientCount });
	}
	const lines = campaign().messages.map((message) => JSON.stringify(message));

	test('take their recipients from a file, too', async () => {
		const { body } = await startWith(lines.join('\n'), 3);
		expect(body.data.messagesResponse).toEqual({ success: {}, fail: {} });
		expect(await bench.conversation(TO)).toHaveLength(1);
	});

	test('pass over lines that are no recipients, and what stands behind as many as announced', async () => {
		const { id } = (await startWith(['{', '{"name": "Asha"}', ...lines].join('\n'), 1)).body.data.campaign;
		const { messages } = (await bench.heltar('GET', `/v1/campaigns/${id}`)).body.data;
		expect(messages).toMatchObject([{ clientWaNumber: TO }]);
	});

	test.each([
		['one list of all recipients', `[${lines.join(',')}]`],
		[
			'a line of more than a million characters',
			`{"clientWaNumber": "${TO}", "x": "${'x'.repeat(1_000_000)}"}`,
		],
	])('refuse a file with %s', async (_name, content) => {
		expect((await startWith(content, 3)).status).toBe(400);
	});

	test('are exported with counts that hang together, and rows by status', async () => {
		const { id } = (await start()).body.data.campaign;
		await until(
			async () => await one(id),
			({ statsDelivered }) => statsDelivered === 1,
		);
		const { data } = (await bench.heltar('GET', `/v1/campaigns/download-stats/${id}`)).body;
		expect(data.statusCounts).toEqual({
			waiting: 0,
			failed: 2,
			sent: 1,
			delivered: 1,
			read: 0,
			responded: 0,
			clicked: 0,
			clicked_responded: 0,
			total: 3,
		});
		expect(
			data.campaignStats.map(({ status, failureReason }: Record<string, string>) => [status, failureReason]),
		).toEqual([
			['failed', expect.stringContaining('does not match')],
			['failed', 'Client has not opted in'],
			['delivered', ''],
		]);
		expect((await bench.heltar('GET', '/v1/campaigns/download-stats/nobody')).status).toBe(404);
	});

	test('count what expired as failed', async () => {
		const { id } = (await start()).body.data.campaign;
		const [entry] = await bench.conversation(TO);
		await bench.control('POST', '/heltar/statuses', { id: entry.id, status: 'expired' });
		expect(await one(id)).toMatchObject({ statsSent: 0, statsFailure: 3 });
	});

	test('are made while marketing is paused, and their messages cancelled', async () => {
		await bench.settings({ pauseMarketing: true });
		const { id } = (await start({ templateName: 'product_tour' })).body.data.campaign;
		const { messages } = (await bench.heltar('GET', `/v1/campaigns/${id}`)).body.data;
		expect(messages[0]).toMatchObject({
			status: 'cancelled',
			failureReason: 'Marketing templates are paused for this business',
		});
	});

	test('tell their recipients before they run, and fail when they run without an approved template', async () => {
		const later = campaign({ templateName: 'flash_sale', scheduleTime: soon(4) });
		const { id } = (await bench.heltar('POST', '/v1/schedule/campaign', later)).body.data.campaign;
		const recipients = async () => (await bench.heltar('GET', `/v1/campaigns/${id}`)).body.data.messages;
		expect(await recipients()).toMatchObject([
			{ clientWaNumber: TO, status: 'waiting', failureReason: null, timestamp: null },
			{ status: 'waiting' },
			{ status: 'waiting' },
		]);
		expect((await bench.heltar('GET', `/v1/campaigns/download-stats/${id}`)).status).toBe(404);
		const [first] = await until(recipients, ([one]) => one.status === 'failed');
		expect(first.failureReason).toMatch(/is paused/);
	});
});

describe('scheduled', () => {
	test('messages go out at their time', async () => {
		const body = { messages: [text(TO, 'Good morning')], scheduleTime: soon(2) };
		const { data } = (await bench.heltar('POST', '/v1/schedule/message', body)).body;
		expect(data).toEqual({
			id: expect.any(String),
			scheduleType: 'message',
			status: 'scheduled',
			scheduleTime: body.scheduleTime,
		});
		expect(await bench.conversation(TO)).toEqual([]);
		const [entry] = await until(
			async () => await bench.conversation(TO),
			(entries) => entries.length > 0,
		);
		expect(entry.text).toBe('Good morning');
		expect(Date.parse(entry.at) / 1000).toBeGreaterThanOrEqual(body.scheduleTime);
	});

	test('campaigns run at their time', async () => {
		const { campaign: planned } = (
			await bench.heltar('POST', '/v1/schedule/campaign', campaign({ scheduleTime: soon(2) }))
		).body.data;
		expect(planned).toMatchObject({ status: 'schedule', statsTotal: 3, statsWait: 3, statsSent: 0 });
		await until(
			async () => await one(planned.id),
			({ status }) => status === 'sent',
		);
		expect(await bench.conversation(TO)).toHaveLength(1);
	});

	test('things can be called off once', async () => {
		const { data } = (
			await bench.heltar('POST', '/v1/schedule/message', { messages: [text(TO)], scheduleTime: soon(3600) })
		).body;
		expect((await bench.heltar('DELETE', `/v1/schedule/${data.id}`)).status).toBe(200);
		expect((await bench.heltar('DELETE', `/v1/schedule/${data.id}`)).status).toBe(404);
	});

	test.each([
		['the past', () => soon(-5)],
		['milliseconds instead of seconds', () => Date.now() + 60_000],
		['half seconds', () => soon(10) + 0.5],
	])('%s: 400', async (_name, time) => {
		const body = { messages: [text(TO)], scheduleTime: time() };
		expect((await bench.heltar('POST', '/v1/schedule/message', body)).status).toBe(400);
	});

	test('messages are checked when they are scheduled', async () => {
		const body = { messages: [text(TO, '')], scheduleTime: soon(60) };
		expect((await bench.heltar('POST', '/v1/schedule/message', body)).status).toBe(400);
	});
});
