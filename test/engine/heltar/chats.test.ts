import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { chosen, GENERATIONS, useFixture } from './fixture';

const ASHA = '919800000101';

const fixture = useFixture();

const run = async (operation: string, parameters: IDataObject = {}) =>
	await fixture.run({ resource: 'contact', operation, ...parameters });
const list = async (method: string, ...args: string[]) =>
	await fixture.inPanel<INodeListSearchResult>('listSearch', method, {}, ...args);

describe.each(GENERATIONS)('generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('chats are opened, closed, assigned and blocked', async () => {
		const toggled = await run('toggleChat', { clientWaNumber: chosen(ASHA), isOpen: false });
		expect(toggled.json).toEqual([{ success: true, message: 'Client chat status updated successfully' }]);
		const assigned = await run('assignChat', {
			clientWaNumber: { mode: 'id', value: '+91 98000 00101' },
			email: chosen('arjun@example.com'),
		});
		expect(assigned.json).toEqual([{ success: true, message: expect.any(String) }]);
		const blocked = await run('block', { clientWaNumber: chosen(ASHA) });
		expect(blocked.json).toEqual([{ success: true, message: expect.any(String) }]);
		expect(await fixture.wire()).toEqual([
			{ method: 'PUT', path: `/v1/clients/chat/toggle/${ASHA}`, query: {}, body: { isOpen: false } },
			{
				method: 'POST',
				path: '/v1/clients/chat/assign',
				query: {},
				body: { clientWaNumber: ASHA, email: 'arjun@example.com' },
			},
			{ method: 'PUT', path: `/v1/clients/chat/block/${ASHA}`, query: {}, body: { isBlocked: true } },
		]);
	});

	test('a bot is assigned and taken away', async () => {
		const assigned = await run('assignBot', { clientWaNumber: chosen(ASHA), chatbotId: ' bot-orders ' });
		expect(assigned.json).toEqual([{ clientWaNumber: ASHA, assignedChatbotId: 'bot-orders' }]);
		const taken = await run('assignBot', { clientWaNumber: chosen(ASHA), assign: 'none' });
		expect(taken.json).toEqual([{ clientWaNumber: ASHA, assignedChatbotId: null }]);
		const call = { method: 'PUT', path: '/v1/clients/bot/assign', query: {} };
		expect(await fixture.wire()).toEqual([
			{ ...call, body: { clientWaNumber: ASHA, chatbotId: 'bot-orders' } },
			{ ...call, body: { clientWaNumber: ASHA, chatbotId: null } },
		]);
	});

	test('agents who can take chats are listed', async () => {
		const { results } = await list('searchEmployees');
		expect(results).toEqual([
			{ name: 'Priya Nair (priya@example.com)', value: 'priya@example.com' },
			{ name: 'Arjun Rao (arjun@example.com)', value: 'arjun@example.com' },
		]);
		expect((await list('searchEmployees', 'arj')).results).toHaveLength(1);
	});
});

test('Heltar may choose the agent', async () => {
	const { json } = await run('assignChat', { clientWaNumber: chosen(ASHA), assign: 'auto' });
	expect(json).toMatchObject([{ success: true }]);
	expect((await fixture.wire())[0].body).toEqual({ clientWaNumber: ASHA });
});
