import type { IDataObject } from 'n8n-workflow';

import { indianDay } from '../../../sandbox/heltar/indianDay';
import { until } from '../../waiting';
import { chosen, useFixture } from './fixture';

const ASHA = '919800000101';
const fixture = useFixture();

const run = async (operation: string, parameters: IDataObject = {}) =>
	await fixture.run({ resource: 'template', operation, ...parameters });
const today = () => indianDay(Date.now());
const period = () => ({ startDate: today(), endDate: today() });

/** One message that is delivered, and one that fails after it was accepted. */
async function sendTwo(): Promise<void> {
	await fixture.customer('919810000001', { onWhatsApp: false });
	for (const clientWaNumber of [ASHA, '919810000001']) {
		const { error } = await fixture.run({
			resource: 'message',
			operation: 'sendTemplate',
			clientWaNumber,
			templateName: chosen('start_conversation'),
			languageCode: 'en',
		});
		expect(error).toBeUndefined();
	}
	for (const [number, end] of [
		[ASHA, 'delivered'],
		['919810000001', 'failed'],
	]) {
		await until(
			async () => await fixture.conversation(number),
			(messages) => messages.at(-1)?.status === end,
		);
	}
	await fixture.requests();
}

test('the daily funnel counts what was sent, by template and day', async () => {
	await sendTwo();
	const { json, error } = await run('getDailyFunnel', period());
	expect(error).toBeUndefined();
	expect(json).toEqual([
		{
			template_name: 'start_conversation',
			category: 'UTILITY',
			date: today(),
			totalCount: 2,
			waitingCount: 0,
			sentCount: 1,
			deliveredCount: 1,
			readCount: 0,
			failedCount: 1,
			respondedCount: 0,
			clickedCount: 0,
			clickedRespondedCount: 0,
		},
	]);
	expect(await fixture.wire()).toEqual([
		{ method: 'GET', path: '/v1/templates/template-analytics-clickhouse', query: period(), body: null },
	]);
});

test('the messages of a day say why they failed and whether to send them again', async () => {
	await sendTwo();
	const { json, error } = await run('getSent', { templateName: chosen('start_conversation'), date: today() });
	expect(error).toBeUndefined();
	expect(json).toEqual([
		{
			wamid: expect.any(String),
			client_wa_number: '919810000001',
			status: 'failed',
			failure_reason: 'Receiver is incapable of receiving this message',
			timestamp: expect.stringMatching(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/),
			sent_by_name: null,
			response_text: null,
			advice: expect.stringMatching(/Check number and country code/),
			retry: 'never',
		},
		expect.objectContaining({ client_wa_number: ASHA, status: 'delivered', advice: null, retry: 'never' }),
	]);
	const limited = await run('getSent', {
		templateName: chosen('start_conversation'),
		date: `${today()}T00:00:00`,
		limit: 1,
	});
	expect(limited.json).toHaveLength(1);
	const path = `/v1/templates/template-details/start_conversation/${today()}`;
	const call = { method: 'GET', path, query: {}, body: null };
	expect(await fixture.wire()).toEqual([call, call]);
});

test('what WhatsApp puts into another category is told', async () => {
	const before = await run('getCategoryUpdates', period());
	expect(before.json).toEqual([]);
	await fixture.recategorize('start_conversation', 'MARKETING');
	const { json } = await run('getCategoryUpdates', period());
	expect(json).toMatchObject([
		{ templateName: 'start_conversation', previousCategory: 'UTILITY', newCategory: 'MARKETING' },
	]);
	expect((await fixture.wire())[0]).toEqual({
		method: 'GET',
		path: '/v1/templates/category-updates',
		query: period(),
		body: null,
	});
});

test('costs come with their rows, of the business or of the organization', async () => {
	await sendTwo();
	const own = await run('getCost', period());
	expect(own.json).toMatchObject([
		{
			volumeRows: [{ date: today(), category: 'UTILITY', volume: 1, unitPrice: 0.115, cost: 0.115 }],
			totalMessagingCost: 0.115,
			grandTotalCost: 0.115,
		},
	]);
	const all = await run('getCost', { ...period(), scope: 'org' });
	expect(all.json[0]).toHaveProperty('businesses');
	expect(await fixture.wire()).toEqual(
		['business', 'org'].map((scope) => ({
			method: 'GET',
			path: '/v1/templates/cost-analytics',
			query: { ...period(), scope },
			body: null,
		})),
	);
});

test('costs may be asked for from the first day they are kept', async () => {
	const { error } = await run('getCost', { startDate: '2026-07-01', endDate: '2026-07-01' });
	expect(error).toBeUndefined();
});
