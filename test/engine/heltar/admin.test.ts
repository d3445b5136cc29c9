import type { IDataObject } from 'n8n-workflow';

import { chosen, GENERATIONS, useFixture } from './fixture';

const fixture = useFixture();

const run = async (
	resource: string,
	operation: string,
	parameters: IDataObject = {},
	items?: IDataObject[],
) => await fixture.run({ resource, operation, ...parameters }, { items });

describe.each(GENERATIONS)('generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('the team is listed', async () => {
		const { json, error } = await run('employee', 'getMany', { limit: 2 });
		expect(error).toBeUndefined();
		expect(await fixture.wire()).toEqual([
			{ method: 'GET', path: '/v1/auth/business-employees', query: {}, body: null },
		]);
		expect(json).toEqual([
			{
				id: 11,
				name: 'Priya Nair',
				email: 'priya@example.com',
				status: 'active',
				isActive: true,
				rolePermission: { id: 1, role: 'ADMIN' },
			},
			expect.objectContaining({ email: 'arjun@example.com' }),
		]);
	});

	test('a webhook is registered, changed and removed', async () => {
		const url = 'https://hooks.example.org/a?b=c';
		const { json } = await run('webhook', 'upsert', {
			url,
			options: { headers: { values: [{ name: 'X-Hook-Secret', value: 'f3a9c1e07d' }] } },
		});
		expect(json).toEqual([expect.objectContaining({ url, isEnabled: true })]);

		await run('webhook', 'upsert', {
			url,
			isEnabled: false,
			fields: ['metaWebhooks', 'metaCustomFieldHook'],
		});
		expect(await fixture.webhooks()).toMatchObject([{ url, isEnabled: false, headers: {} }]);

		const gone = await run('webhook', 'delete', { url });
		expect(gone.json).toEqual([{ deleted: true, url }]);
		const again = await run('webhook', 'delete', { url });
		expect(again.json).toEqual([{ deleted: true, url }]);

		const path = '/v1/business/webhook-url';
		expect(await fixture.wire()).toEqual([
			{
				method: 'POST',
				path,
				query: {},
				body: {
					urls: [
						{
							url,
							isEnabled: true,
							fields: ['metaWebhooks'],
							headers: { 'X-Hook-Secret': 'f3a9c1e07d' },
						},
					],
				},
			},
			{
				method: 'POST',
				path,
				query: {},
				body: { urls: [{ url, isEnabled: false, fields: ['metaWebhooks', 'metaCustomFieldHook'] }] },
			},
			{ method: 'DELETE', path, query: { url }, body: null },
			{ method: 'DELETE', path, query: { url }, body: null },
		]);
	});

	test('the business is read', async () => {
		const simple = await run('business', 'get');
		expect(Object.keys(simple.json[0])).toEqual([
			'id',
			'name',
			'phoneNumberId',
			'bizWhatsappNumber',
			'asyncMessageMode',
			'webhooks',
			'isMarkReadMsg',
		]);
		const full = await run('business', 'get', { simplify: false });
		expect(full.json[0]).toHaveProperty('canViewCost');
		expect(await fixture.wire()).toEqual([
			{ method: 'GET', path: '/v1/business', query: {}, body: null },
			{ method: 'GET', path: '/v1/business', query: {}, body: null },
		]);
	});

	test('the account status is asked for by fields', async () => {
		const { json } = await run('business', 'getAccountStatus', {
			fields: ['health_status', 'quality_rating'],
			options: { isDetailed: true, wholeOrganisation: true },
		});
		expect(json).toEqual([{ health_status: { can_send_message: 'AVAILABLE' }, quality_rating: 'GREEN' }]);
		expect(await fixture.wire()).toEqual([
			{
				method: 'GET',
				path: '/v1/business/account-status',
				query: { fields: 'health_status,quality_rating', isDetailed: 'true', scope: 'org' },
				body: null,
			},
		]);
	});

	test('people who left the team are included when asked for, with everything that is known', async () => {
		const { json } = await run('employee', 'getMany', {
			returnAll: true,
			simplify: false,
			options: { includeDeleted: true },
		});
		expect((await fixture.wire())[0].query).toEqual({ includeDeleted: 'true' });
		expect(json.map(({ email }) => email)).toContain('former@example.com');
		expect(json[0]).toHaveProperty('accessibleBusinessIds');
	});

	test('an upsert that answers with words only gives back what was registered', async () => {
		await fixture.fault(
			{ kind: 'status', status: 200, body: { code: 'OK', message: 'Done' } },
			{ path: '/v1/business/webhook-url' },
		);
		const { json } = await run('webhook', 'upsert', { url: 'https://hooks.example.org/a' });
		expect(json).toEqual([{ url: 'https://hooks.example.org/a', isEnabled: true, fields: ['metaWebhooks'] }]);
	});
});

describe.each(GENERATIONS)('schedules, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	const soon = Math.floor(Date.now() / 1000) + 3600;

	test('a text is planned and called off', async () => {
		const { json, error } = await run('schedule', 'message', {
			scheduleTime: new Date(soon * 1000).toISOString(),
			messageType: 'text',
			clientWaNumber: '+91 98000 00101',
			message: 'See you at nine',
		});
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ scheduleType: 'message', status: 'scheduled', scheduleTime: soon }]);
		const { id } = json[0];
		const gone = await run('schedule', 'delete', { scheduleId: id });
		expect(gone.json).toEqual([{ deleted: true, scheduleId: id }]);
		expect(await fixture.wire()).toEqual([
			{
				method: 'POST',
				path: '/v1/schedule/message',
				query: {},
				body: {
					messages: [{ clientWaNumber: '919800000101', messageType: 'text', message: 'See you at nine' }],
					scheduleTime: soon,
				},
			},
			{ method: 'DELETE', path: `/v1/schedule/${String(id)}`, query: {}, body: null },
		]);
	});

	test('a template is planned with its variables', async () => {
		const { error } = await run('schedule', 'message', {
			scheduleTime: soon,
			templateName: chosen('track_shipment'),
			languageCode: 'en',
			clientWaNumber: '919800000101',
			variables: { mappingMode: 'defineBelow', value: { 'body.1': 'P-17', 'button.0.url': 'p-17' } },
		});
		expect(error).toBeUndefined();
		const [{ body }] = await fixture.wire();
		expect(body).toEqual({
			messages: [
				{
					clientWaNumber: '919800000101',
					messageType: 'template',
					templateName: 'track_shipment',
					languageCode: 'en',
					variables: [
						{ type: 'body', parameters: [{ type: 'text', text: 'P-17' }] },
						{ type: 'button', sub_type: 'url', index: 0, parameters: [{ type: 'text', text: 'p-17' }] },
					],
				},
			],
			scheduleTime: soon,
		});
	});

	test('messages of any type are planned as JSON', async () => {
		const messages = [
			{
				clientWaNumber: '919800000101',
				messageType: 'location',
				location: { latitude: 51.5, longitude: -0.12 },
			},
		];
		await run('schedule', 'message', {
			scheduleTime: soon,
			messageType: 'json',
			messages: JSON.stringify(messages),
		});
		expect((await fixture.wire())[0].body).toEqual({ messages, scheduleTime: soon });
	});

	test('a nudge is planned, and the next one takes its place', async () => {
		const about = { clientWaNumber: chosen('919800000101') };
		const [{ json, error }, second, other] = [
			await run('schedule', 'nudge', { ...about, delaySeconds: 300, chatbotId: 'bot-orders' }),
			await run('schedule', 'nudge', about),
			await run('schedule', 'nudge', { ...about, delaySeconds: 10_000_000, chatbotId: 'bot-support' }),
		];
		expect(error).toBeUndefined();
		expect(json).toEqual([{ scheduleId: expect.any(Number) }]);
		const cancelled = await run('schedule', 'delete', { scheduleId: json[0].scheduleId });
		expect(cancelled.error?.message).toBe('Schedule not found');
		for (const { json: planned } of [second, other]) {
			const gone = await run('schedule', 'delete', { scheduleId: planned[0].scheduleId });
			expect(gone.json).toEqual([{ deleted: true, scheduleId: String(planned[0].scheduleId) }]);
		}
		const nudge = { clientWaNumber: '919800000101' };
		expect((await fixture.wire()).slice(0, 3)).toEqual(
			[
				{ ...nudge, delaySeconds: 300, chatbotId: 'bot-orders' },
				{ ...nudge, delaySeconds: 3600 },
				{ ...nudge, delaySeconds: 10_000_000, chatbotId: 'bot-support' },
			].map((body) => ({ method: 'POST', path: '/v1/schedule/nudge', query: {}, body })),
		);
		const { json: contact } = await run('contact', 'get', { ...about, simplify: false });
		if (generation === 2026) expect(contact).toMatchObject([{ assignedChatbotId: 'bot-support' }]);
	});

	test('a campaign is planned in one call, whatever the number of recipients', async () => {
		const { json, error } = await run(
			'schedule',
			'campaign',
			{
				scheduleTime: soon,
				campaignName: 'Season opening',
				clientWaNumber: '={{ $json.number }}',
				templateName: chosen('start_conversation'),
				languageCode: 'en',
			},
			[{ number: '919800000101' }, { number: '919800000102' }],
		);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{ success: true, status: 'schedule', clientWaNumber: '919800000101' },
			{ success: true, status: 'schedule', clientWaNumber: '919800000102' },
		]);
		expect(json[0].campaignId).toBe(json[1].campaignId);
		expect(await fixture.wire()).toEqual([
			{ method: 'GET', path: '/v1/templates/start_conversation', query: {}, body: null },
			{
				method: 'POST',
				path: '/v1/schedule/campaign',
				query: {},
				body: {
					campaignName: 'Season opening',
					templateName: 'start_conversation',
					languageCode: 'en',
					scheduleTime: soon,
					messages: [
						{ clientWaNumber: '919800000101', variables: [] },
						{ clientWaNumber: '919800000102', variables: [] },
					],
				},
			},
		]);
	});
});
