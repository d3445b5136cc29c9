import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { chosen, useFixture } from './fixture';

const ASHA = '919800000101';

const fixture = useFixture();

const run = async (operation: string, parameters: IDataObject = {}, items?: IDataObject[]) =>
	await fixture.run(
		{ resource: 'contact', operation, clientWaNumber: chosen(ASHA), ...parameters },
		{ items },
	);
const stored = async () => {
	const { json } = await run('get');
	await fixture.wire();
	return json[0];
};

test('a contact shows who handles the chat, and where the bot begins', async () => {
	await run('assignBot', { chatbotId: 'bot-orders' });
	await run('toggleBot', { isBotReply: false });
	const { sessionClearedAt } = (await run('clearBotSession')).json[0];
	await run('multiAssign', { emails: { values: [{ email: chosen('leela@example.com') }] } });
	expect(await stored()).toMatchObject({
		isBotReply: false,
		assignedChatbotId: 'bot-orders',
		sessionClearedAt,
		businessEmployees: [{ id: 13, name: 'Leela Das', email: 'leela@example.com' }],
		masterClientId: expect.any(String),
	});
});

test('the bot is stopped and started', async () => {
	const stopped = await run('toggleBot', { isBotReply: false });
	expect(stopped.json).toEqual([{ success: true, message: 'Client bot status inactive successfully' }]);
	const started = await run('toggleBot', { isBotReply: '={{ $json.on }}' }, [{ on: 'yes' }]);
	expect(started.json).toEqual([{ success: true, message: 'Client bot status active successfully' }]);
	const call = { method: 'PUT', path: `/v1/clients/bot/toggle/${ASHA}`, query: {} };
	expect(await fixture.wire()).toEqual([
		{ ...call, body: { isBotReply: false } },
		{ ...call, body: { isBotReply: true } },
	]);
});

test('a bot that Meta runs is not stopped, and the error says who can', async () => {
	await fixture.settings({ metaAi: true });
	const { error } = await run('toggleBot', { isBotReply: false });
	expect(error?.description).toMatch(/^Meta’s own AI agent handles this chat/);
});

test('a session is cleared: the output is the moment and the note that marks it', async () => {
	const { json, error } = await run('clearBotSession');
	expect(error).toBeUndefined();
	expect(json).toEqual([
		{
			success: true,
			sessionClearedAt: expect.stringMatching(/^\d{4}-.*Z$/),
			message: expect.objectContaining({ metaData: { isPrivate: true, isSessionClear: true } }),
		},
	]);
	expect(await fixture.wire()).toEqual([
		{ method: 'PUT', path: `/v1/clients/session/clear/${ASHA}`, query: {}, body: null },
	]);
});

test('a session cleared by a server that answers with words only is cleared', async () => {
	await fixture.fault(
		{ kind: 'status', status: 200, body: { message: 'Session cleared' } },
		{ path: `/v1/clients/session/clear/${ASHA}` },
	);
	expect((await run('clearBotSession')).json).toEqual([{ success: true, message: 'Session cleared' }]);
});

describe('several agents', () => {
	const call = { method: 'POST', path: '/v1/clients/chat/multiassign', query: {} };

	test('get the chat, each once', async () => {
		const { json, error } = await run('multiAssign', {
			emails: {
				values: [
					{ email: chosen('arjun@example.com') },
					{ email: { mode: 'id', value: ' leela@example.com ' } },
					{ email: { mode: 'id', value: 'Arjun@Example.com' } },
				],
			},
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([{ success: true, message: expect.any(String) }]);
		expect(await fixture.wire()).toEqual([
			{ ...call, body: { clientWaNumber: ASHA, emails: ['Arjun@Example.com', 'leela@example.com'] } },
		]);
	});

	test.each<[string, unknown, string[]]>([
		[
			'a list of addresses',
			['arjun@example.com', 'priya@example.com'],
			['arjun@example.com', 'priya@example.com'],
		],
		['rows', [{ email: 'arjun@example.com' }], ['arjun@example.com']],
		['a JSON text', '["arjun@example.com"]', ['arjun@example.com']],
	])('may come from data as %s', async (_, value, emails) => {
		const { error } = await run('multiAssign', { specifyEmails: 'json', emailsJson: '={{ $json.value }}' }, [
			{ value } as IDataObject,
		]);
		expect(error).toBeUndefined();
		expect(await fixture.wire()).toEqual([{ ...call, body: { clientWaNumber: ASHA, emails } }]);
	});

	test('are none only when that is chosen: an empty list is refused', async () => {
		for (const parameters of [{}, { specifyEmails: 'json', emailsJson: '={{ [] }}' }]) {
			const { error } = await run('multiAssign', parameters);
			expect(error?.message).toMatch(/^Team Members( \(JSON\))?: none added, the minimum is 1$/);
		}
		expect(await fixture.wire()).toEqual([]);
		const { json } = await run('multiAssign', {
			assign: 'none',
			emails: { values: [{ email: chosen('arjun@example.com') }] },
		});
		expect(json).toMatchObject([{ success: true }]);
		expect(await fixture.wire()).toEqual([{ ...call, body: { clientWaNumber: ASHA, emails: [] } }]);
	});

	test('of whom one is not in the team are not assigned, and that one is named', async () => {
		const { error } = await run('multiAssign', {
			specifyEmails: 'json',
			emailsJson: '["arjun@example.com", "nobody@example.com"]',
		});
		expect(error?.message).toBe('Some employees do not exist!');
		expect(error?.description).toContain('Not in the team: nobody@example.com. Nothing was changed.');
		expect((await stored()).businessEmployees).toEqual([]);
	});
});

test('attributes are read by themselves', async () => {
	const { json } = await run('getAttributes');
	expect(json).toEqual([{ attributes: { city: 'Pune', age: 34, plan: 'Plus', tags: ['vip'] } }]);
	expect(await fixture.wire()).toEqual([
		{ method: 'GET', path: `/v1/clients/client-attributes/${ASHA}`, query: {}, body: null },
	]);
});

test('blocked contacts are listed', async () => {
	await run('block', { clientWaNumber: chosen('919800000102') });
	await fixture.wire();
	expect((await run('getBlocked', { limit: 1 })).json).toHaveLength(1);
	const { json } = await run('getBlocked', { returnAll: true });
	expect(json).toEqual([
		{ id: expect.any(String), clientWaNumber: '919800000102', username: 'Rohan Mehta' },
		{ id: expect.any(String), clientWaNumber: '919800000105', username: 'Vikram Blocked' },
	]);
	const call = { method: 'GET', path: '/v1/clients/blocked', query: {}, body: null };
	expect(await fixture.wire()).toEqual([call, call]);
});

describe('the availability of an employee', () => {
	const set = async (email: string, isActive: boolean) =>
		await fixture.run({
			resource: 'employee',
			operation: 'setAvailability',
			email: { mode: 'id', value: email },
			isActive,
		});
	const call = { method: 'PUT', path: '/v1/auth/business-employees/toggle-status', query: {} };

	test('is set', async () => {
		expect((await set('Priya@Example.com', false)).json).toEqual([
			{ email: 'priya@example.com', isActive: false },
		]);
		expect(await fixture.wire()).toEqual([
			{ ...call, body: { email: 'priya@example.com', isActive: false } },
		]);
	});

	test('can be set of everybody in the list, who is not available is marked', async () => {
		await set('priya@example.com', false);
		const { results } = await fixture.inPanel<INodeListSearchResult>('listSearch', 'searchTeam');
		expect(results.map(({ name }) => name)).toEqual([
			'Priya Nair (priya@example.com) – unavailable',
			'Arjun Rao (arjun@example.com)',
			'Leela Das (leela@example.com) – unavailable',
			'New Colleague (new.colleague@example.com) – unavailable',
		]);
	});

	test('of somebody who is not in the team is refused, although Heltar answers 500', async () => {
		const { error } = await set('nobody@example.com', true);
		expect(error?.message).toBe('Nobody in the team has the email nobody@example.com');
		expect(error?.context.data).toMatchObject({ outcome: 'failed' });
		expect(await fixture.wire()).toEqual([
			{ ...call, body: { email: 'nobody@example.com', isActive: true } },
			{ method: 'GET', path: '/v1/auth/business-employees', query: {}, body: null },
		]);
	});

	test.each<[string, () => Promise<unknown>]>([
		['is in the team', async () => undefined],
		[
			'may be in a team that cannot be read',
			async () =>
				await fixture.fault(
					{ kind: 'status', status: 403 },
					{ path: '/v1/auth/business-employees', method: 'GET' },
				),
		],
		[
			'may be in a team that is not told',
			async () => await fixture.answerNext('/v1/auth/business-employees', []),
		],
	])('of somebody who %s stays unknown after a failure', async (_, given) => {
		await fixture.fault({ kind: 'status', status: 500 }, { path: call.path, method: 'PUT' });
		await given();
		const { error } = await set('priya@example.com', true);
		expect(error?.context.data).toMatchObject({ outcome: 'unknown' });
	});
});
