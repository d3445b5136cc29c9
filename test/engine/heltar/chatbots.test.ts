import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { chosen, useFixture } from './fixture';

const ASHA = '919800000101';
const BILAL = '919800000999';

const fixture = useFixture();
const run = async (operation: string, parameters: IDataObject = {}, items?: IDataObject[]) =>
	await fixture.run({ resource: 'chatbot', operation, ...parameters }, { items });
const list = async (method: string, ...args: string[]) =>
	await fixture.inPanel<INodeListSearchResult>('listSearch', method, {}, ...args);

describe('the bots of the account', () => {
	test('are listed with those that are active', async () => {
		const { json } = await run('getMany', { returnAll: true });
		expect(json).toEqual([
			{
				id: 'bot-support',
				name: 'Support Bot',
				type: 'llm',
				model: 'google/gemini-3.5-flash',
				isActive: true,
				isActiveVoiceBot: true,
				functionDefinitionsCount: 2,
				createdBy: 'api',
				createdAt: expect.any(String),
			},
			{
				id: 'bot-orders',
				name: 'Order Tracking',
				type: 'flow',
				model: 'google/gemini-3.5-flash',
				isActive: false,
				isActiveVoiceBot: false,
				functionDefinitionsCount: 0,
				createdBy: 'human',
				createdAt: expect.any(String),
			},
		]);
		expect(await fixture.wire()).toEqual([{ method: 'GET', path: '/v1/chatbots', query: {}, body: null }]);
	});

	test('are filtered, cut and shown whole', async () => {
		const { json } = await run('getMany', {
			filters: { createdBy: 'api' },
			options: { includeFunctionNames: true },
			simplify: false,
		});
		expect(json).toMatchObject([
			{ id: 'bot-support', functions: ['get_order_status', 'create_return'], isActive: true },
		]);
		expect(json[0]).toHaveProperty('systemPrompt');
		expect((await run('getMany', { limit: 1 })).json).toHaveLength(1);
		expect(await fixture.wire()).toEqual([
			{
				method: 'GET',
				path: '/v1/chatbots',
				query: { createdBy: 'api', includeFunctionNames: 'true' },
				body: null,
			},
			{ method: 'GET', path: '/v1/chatbots', query: {}, body: null },
		]);
	});

	test('say nothing of being active where the answer does not', async () => {
		await fixture.answerNext('/v1/chatbots', [{ id: 'b', name: 'B', type: 'llm' }], null, { bots: 'none' });
		expect((await run('getMany')).json).toEqual([{ id: 'b', name: 'B', type: 'llm' }]);
		expect((await run('getMany')).json).toEqual([]);
		const { json, hints } = await run('getMany');
		expect(json).toEqual([{ raw: { bots: 'none' } }]);
		expect(hints.join()).toMatch(/unexpected format/);
	});

	test('are offered by name and kind, for calls only those that speak', async () => {
		const support = { name: 'Support Bot (llm)', value: 'bot-support' };
		const orders = { name: 'Order Tracking (flow)', value: 'bot-orders' };
		expect((await list('searchChatbots')).results).toEqual([support, orders]);
		expect((await list('searchChatbots', 'ORDER')).results).toEqual([orders]);
		expect((await list('searchVoiceBots')).results).toEqual([support]);
	});
});

describe('a bot begins to talk', () => {
	test('as the account chooses, and is assigned', async () => {
		const { json, error } = await run('talk', { clientWaNumber: chosen(BILAL) });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ success: true, message: 'Chatbot conversation triggered successfully' }]);
		expect(await fixture.wire()).toEqual([
			{ method: 'POST', path: '/v1/chatbots/talk', query: {}, body: { clientWaNumber: BILAL } },
		]);
		expect((await fixture.conversation(BILAL)).map(({ text }) => text)).toEqual(['This is Support Bot.']);
	});

	test('with a bot and all options', async () => {
		const { error } = await run('talk', {
			clientWaNumber: { mode: 'id', value: '+91 98000 00101' },
			chatbotId: chosen('bot-orders'),
			options: { context: 'Order 1042', contextLocation: 'system', eventType: ' order_placed ' },
		});
		expect(error).toBeUndefined();
		expect(await fixture.wire()).toEqual([
			{
				method: 'POST',
				path: '/v1/chatbots/talk',
				query: {},
				body: {
					clientWaNumber: ASHA,
					chatbotId: 'bot-orders',
					context: 'Order 1042',
					contextLocation: 'system',
					eventType: 'order_placed',
				},
			},
		]);
	});

	test.each([
		[256, undefined],
		[257, 'Options → Event Type: 257 characters, the maximum is 256'],
	])('an event of %i characters', async (length, message) => {
		const { error } = await run('talk', {
			clientWaNumber: chosen(ASHA),
			options: { eventType: 'e'.repeat(length) },
		});
		expect(error?.message).toBe(message);
		expect(await fixture.requests()).toHaveLength(message ? 0 : 1);
	});

	test('a bot nobody knows may have begun: nothing is repeated', async () => {
		const { error } = await run('talk', { clientWaNumber: chosen(ASHA), chatbotId: chosen('bot-nobody') });
		expect(error?.context.data).toMatchObject({ outcome: 'unknown' });
		expect(await fixture.requests()).toHaveLength(1);
	});
});

describe('a bot replies to a conversation without sending', () => {
	const reply = { role: 'assistant', content: 'Support Bot: Where is order 1042?' };
	const call = { method: 'POST', path: '/v1/chatbots/bot-support/process', query: {} };
	const bot = { chatbotId: chosen('bot-support') };

	test('that was filled in', async () => {
		const { json } = await run('process', {
			...bot,
			messages: {
				values: [
					{ role: 'assistant', content: 'How can I help?' },
					{ role: 'user', content: 'Where is order 1042?' },
				],
			},
		});
		expect(json).toEqual([{ messages: [reply], isComplete: true }]);
		expect(await fixture.wire()).toEqual([
			{
				...call,
				body: {
					messages: [
						{ role: 'assistant', content: 'How can I help?' },
						{ role: 'user', content: 'Where is order 1042?' },
					],
				},
			},
		]);
		expect(await fixture.conversation(ASHA)).toEqual([]);
	});

	test('that came as JSON, with images, tools and options', async () => {
		const messages = [
			{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'https://example.org/a.png' } }] },
			{ role: 'assistant', tool_calls: [{ id: 't1', type: 'function', function: { name: 'find' } }] },
			{ role: 'tool', tool_call_id: 't1', content: '' },
			{ role: 'user', content: 'Where is order 1042?' },
		];
		const { error } = await run('process', {
			...bot,
			specifyMessages: 'json',
			messagesJson: JSON.stringify(messages),
			options: { clientNumber: '+91 98000 00101', executeFunctions: true, outputMessageFormat: true },
		});
		expect(error).toBeUndefined();
		expect(await fixture.wire()).toEqual([
			{
				...call,
				body: { messages, clientNumber: ASHA, executeFunctions: true, outputMessageFormat: true },
			},
		]);
	});

	test.each<[string, unknown, unknown[]]>([
		['a text', '"Where is order 1042?"', [{ role: 'user', content: 'Where is order 1042?' }]],
		[
			'a list of texts',
			'["Hi", "Hello"]',
			[
				{ role: 'user', content: 'Hi' },
				{ role: 'user', content: 'Hello' },
			],
		],
		['one message', '{"role": "User", "content": "Hi"}', [{ role: 'user', content: 'Hi' }]],
		[
			'a list from an expression',
			'={{ [{ role: "user", content: "Hi" }] }}',
			[{ role: 'user', content: 'Hi' }],
		],
	])('that is %s', async (_name, messagesJson, messages) => {
		await run('process', { ...bot, specifyMessages: 'json', messagesJson } as IDataObject);
		expect(await fixture.wire()).toEqual([{ ...call, body: { messages } }]);
	});

	test.each([
		['nothing', '[]', 'Messages (JSON): none added, the minimum is 1'],
		['a number', '[7]', 'Messages (JSON) → Message 1: must be an object'],
		[
			'a role nobody has',
			'[{"role": "customer", "content": "Hi"}]',
			'Messages (JSON) → Message 1: needs a role: one of assistant, system, tool, user',
		],
		[
			'a message that says nothing',
			'["Hi", {"role": "user", "content": " "}]',
			'Messages (JSON) → Message 2: needs content',
		],
		[
			'a result of no call',
			'[{"role": "tool", "content": "42"}]',
			'Messages (JSON) → Message 1: needs tool_call_id',
		],
	])('%s is refused before anything is sent', async (_name, messagesJson, message) => {
		const { error } = await run('process', { ...bot, specifyMessages: 'json', messagesJson });
		expect(error?.message).toBe(message);
		expect(await fixture.requests()).toEqual([]);
	});
});

describe('what bots found out', () => {
	const results = [
		{
			id: 102,
			createdAt: expect.any(String),
			clientName: 'Asha Verma',
			clientWaNumber: ASHA,
			chatbotId: 'bot-orders',
			chatbotName: 'Order Tracking',
			intent: 'order_status',
			'order.id': '1042',
		},
		{
			id: 101,
			createdAt: expect.any(String),
			clientName: 'Rohan Mehta',
			clientWaNumber: '919800000102',
			chatbotId: 'bot-support',
			chatbotName: 'Support Bot',
		},
	];

	test('all of it, of one bot, and the first', async () => {
		expect((await run('getResults', { returnAll: true })).json).toEqual(results);
		expect((await run('getResults', { chatbotId: chosen('bot-support') })).json).toEqual([results[1]]);
		expect((await run('getResults', { limit: 1 })).json).toEqual([results[0]]);
		const call = { method: 'GET', path: '/v1/chatbots/results', body: null };
		expect(await fixture.wire()).toEqual([
			{ ...call, query: {} },
			{ ...call, query: { chatbotId: 'bot-support' } },
			{ ...call, query: {} },
		]);
	});
});

test.each([
	['a text', 'bot-orders'],
	['an expression', '={{ $json.bot }}'],
	['a text with blanks', ' bot-orders '],
	['a choice', chosen('bot-orders')],
])('a workflow that was saved with %s as the bot to assign still runs', async (_name, chatbotId) => {
	const { json, error } = await fixture.run(
		{ resource: 'contact', operation: 'assignBot', clientWaNumber: chosen(ASHA), chatbotId },
		{ items: [{ bot: 'bot-orders' }] },
	);
	expect(error).toBeUndefined();
	expect(json).toEqual([{ clientWaNumber: ASHA, assignedChatbotId: 'bot-orders' }]);
});
