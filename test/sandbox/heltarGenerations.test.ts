import { Bench, text, useBench } from './harness';

const TO = '919811111111';
const bench = useBench(Bench);

const get = async (path: string) => (await bench.heltar('GET', path)).body;
const keys = (value: object) => Object.keys(value).sort();

const CONTACT_2023 = [
	'attributes',
	'clientWaNumber',
	'conversationExpire',
	'countryCode',
	'createdAt',
	'id',
	'isOpen',
	'latestMessage',
	'latestMessageTimestamp',
	'unreadMessages',
	'username',
];

describe('the generation of 2023', () => {
	beforeEach(async () => await bench.settings({ generation: 2023 }));

	test('lists contacts as a bare array, whatever the limit', async () => {
		const { message, data } = await get('/v1/clients?limit=1');
		expect(message).toBe('Successfully retrieved client list');
		expect(data.length).toBeGreaterThan(3);
		expect(keys(data[0])).toEqual(CONTACT_2023);
		expect(keys((await get('/v1/clients/919800000101')).data)).toEqual(CONTACT_2023);
	});

	test('wants a country code and a text of attributes', async () => {
		const upsert = async (change: object) =>
			await bench.heltar('POST', '/v1/clients', [
				{ username: 'Ravi', attributes: '{}', countryCode: 91, clientWaNumber: TO, ...change },
			]);
		expect((await upsert({})).body.data[0].id).toBe((await get(`/v1/clients/${TO}`)).data.id);
		expect((await upsert({ countryCode: null })).status).toBe(400);
		expect((await upsert({ attributes: {} })).status).toBe(400);
		expect((await upsert({ clientWaNumber: `+${TO}` })).status).toBe(400);
	});

	test('closes a chat with `data: null`, and assigns to a named agent only', async () => {
		const toggled = await bench.heltar('PUT', '/v1/clients/chat/toggle/919800000101', { isOpen: true });
		expect(toggled.body).toEqual({ message: 'Client chat status updated successfully', data: null });
		const assigned = await bench.heltar('POST', '/v1/clients/chat/assign', {
			clientWaNumber: '919800000101',
		});
		expect(assigned.status).toBe(400);
	});

	test('sums templates up, one entry a name', async () => {
		const { data } = await get('/v1/templates');
		expect(data.filter(({ name }: { name: string }) => name === 'order_update')).toEqual([
			{
				name: 'order_update',
				content: expect.stringContaining('Hello {{1}}'),
				numVariables: 4,
				numButtons: 0,
			},
		]);
		expect((await get('/v1/templates/invoice_ready')).data).toEqual([
			{ name: 'invoice_ready', content: expect.any(String), numVariables: 2, numButtons: 2 },
		]);
	});

	test('names attributes as strings', async () => {
		expect((await get('/v1/business/attributes')).data).toEqual(['email', 'city', 'age', 'plan', 'tags']);
		const { body } = await bench.heltar('DELETE', '/v1/business/attributes?attribute=city');
		expect(body.data).toEqual(['email', 'age', 'plan', 'tags']);
	});

	test('takes numbers in digits only, and answers with the whole record, without an id', async () => {
		expect((await bench.send(text(`+${TO}`))).status).toBe(400);
		const { body } = await bench.send(text(TO));
		expect(body.message).toBe('Successfully scheduled messages!');
		const { message, clientWaNumber } = body.data.success[0];
		expect(clientWaNumber).toBe(TO);
		expect(keys(message)).toEqual([
			'advertisementId',
			'body',
			'clientWaNumber',
			'context',
			'phoneNumberId',
			'reaction',
			'sentByName',
			'status',
			'timestamp',
			'type',
			'wamid',
		]);
	});

	test('answers a campaign with its id and full messages, and lists failures', async () => {
		const body = {
			campaignName: 'Visit',
			templateName: 'start_conversation',
			languageCode: 'en',
			messages: [
				{ clientWaNumber: TO, variables: [] },
				{ clientWaNumber: '919800000106', variables: [] },
			],
		};
		const { data } = (await bench.heltar('POST', '/v1/campaigns/send', body)).body;
		expect(keys(data)).toEqual(['campaignId', 'messagesResponse']);
		expect(data.messagesResponse.success[0].message).toMatchObject({
			type: 'template',
			name: 'start_conversation',
			langCode: 'en',
			campaignId: data.campaignId,
			id: expect.any(String),
			wamid: expect.stringMatching(/^wamid\./),
		});
		expect(data.messagesResponse.fail[1].errorData).toBe('Client has not opted in');
		expect((await get('/v1/campaigns')).data).toHaveLength(1);
		const unknownThen = await bench.heltar('POST', '/v1/campaigns/send', { ...body, source: 'api' });
		expect(unknownThen.status).toBe(400);
	});

	test('gives the history as an array', async () => {
		await bench.send(text(TO));
		expect((await get(`/v1/messages/${TO}`)).data).toMatchObject([{ body: 'Hello' }]);
	});
});

describe('the generation of today', () => {
	test('has contacts with all their fields', async () => {
		const { data } = await get('/v1/clients/919800000101');
		expect(keys(data)).toEqual(
			[
				...CONTACT_2023,
				'isBotReply',
				'optedIn',
				'isBlocked',
				'businessEmployees',
				'assignedChatbotId',
				'masterClientId',
				'sessionClearedAt',
				'updatedAt',
			].sort(),
		);
	});

	test('closes a chat without data', async () => {
		const { body } = await bench.heltar('PUT', '/v1/clients/chat/toggle/919800000101', { isOpen: true });
		expect(body).toEqual({ message: expect.any(String) });
	});

	test('lists the team, deleted members only when asked', async () => {
		const emails = (data: Array<{ email: string }>) => data.map(({ email }) => email);
		const { data } = await get('/v1/auth/business-employees');
		expect(emails(data)).toEqual([
			'priya@example.com',
			'arjun@example.com',
			'leela@example.com',
			'new.colleague@example.com',
		]);
		expect(data[0]).toMatchObject({
			id: 11,
			status: 'active',
			isActive: true,
			rolePermission: { role: 'ADMIN' },
		});
		expect(emails((await get('/v1/auth/business-employees?includeDeleted=true')).data)).toContain(
			'former@example.com',
		);
	});

	test('pages the history backwards, each page oldest first', async () => {
		for (const word of ['one', 'two', 'three', 'four', 'five']) await bench.send(text(TO, word));
		const seen: string[] = [];
		let query = 'limit=2';
		for (;;) {
			const { messages, hasMore, clientWaNumber } = (await get(`/v1/messages/${TO}?${query}`)).data;
			expect(clientWaNumber).toBe(TO);
			seen.unshift(...messages.map(({ body }: { body: string }) => body));
			if (!hasMore) break;
			const [{ timestamp, wamid }] = messages;
			query = `limit=2&before=${encodeURIComponent(timestamp)}&beforeId=${encodeURIComponent(wamid)}`;
		}
		expect(seen).toEqual(['one', 'two', 'three', 'four', 'five']);
	});

	test.each([
		['limit=0', 'limit: must be a whole number from 1 to 10000'],
		['limit=10001', 'limit: must be a whole number from 1 to 10000'],
		['before=yesterday', 'before must be a valid ISO timestamp'],
		['before=1767225600000&beforeId=wamid.x', 'before must be a valid ISO timestamp'],
		['beforeId=wamid.x', 'beforeId must be sent together with before'],
	])('refuses the history with %s', async (query, errorMessage) => {
		await bench.send(text(TO));
		const { status, body } = await bench.heltar('GET', `/v1/messages/${TO}?${query}`);
		expect([status, body.errorMessage]).toEqual([400, errorMessage]);
	});

	test('pages the history by time alone, too, which leaves out what has the same time', async () => {
		await bench.send(text(TO, 'one'), text(TO, 'two'));
		await new Promise((resolve) => setTimeout(resolve, 3));
		await bench.send(text(TO, 'three'));
		const bodies = async (before: string) =>
			(await get(`/v1/messages/${TO}?before=${before}`)).data.messages.map(
				({ body }: { body: string }) => body,
			);
		const [first, , third] = (await get(`/v1/messages/${TO}`)).data.messages;
		expect(await bodies(third.timestamp)).toEqual(['one', 'two']);
		expect(await bodies(first.timestamp)).toEqual([]);
	});

	test('knows no history of a stranger, and for one who never wrote a window that is over', async () => {
		const stranger = await bench.heltar('GET', '/v1/messages/447700900999');
		expect([stranger.status, stranger.body.errorMessage]).toEqual([404, '447700900999 not exist!']);
		await bench.settings({ window: 'real' });
		const { createdAt } = (await get('/v1/clients/919800000101')).data;
		expect((await get('/v1/messages/919800000101')).data).toEqual({
			messages: [],
			clientWaNumber: '919800000101',
			conversationExpire: createdAt,
			hasMore: false,
			canMessage: false,
		});
	});

	test('finds messages by text and chats by number, page by page', async () => {
		for (const word of ['apple pie', 'apple tart', 'pear']) {
			await bench.send(text(TO, word));
			await new Promise((resolve) => setTimeout(resolve, 3));
		}
		const search = async (query: string) => (await get(`/v1/messages/search?${query}`)).data;
		const first = await search('searchQuery=APPLE&limit=1');
		expect(first.messages.map(({ body }: { body: string }) => body)).toEqual(['apple tart']);
		const second = await search(`searchQuery=apple&limit=1&cursor=${encodeURIComponent(first.newCursor)}`);
		expect(second.messages.map(({ body }: { body: string }) => body)).toEqual(['apple pie']);
		expect(first.messages[0].timestamp).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/);
		expect(Date.parse(`${first.messages[0].timestamp}Z`)).toBe(Date.parse(first.newCursor));
		const last = await search(`searchQuery=apple&limit=1&cursor=${encodeURIComponent(second.newCursor)}`);
		expect(last).toMatchObject({ messages: [], chats: [] });
		expect((await search('searchQuery=98111&limit=5')).chats).toMatchObject([{ clientWaNumber: TO }]);
		expect((await bench.heltar('GET', '/v1/messages/search?searchQuery=x')).status).toBe(400);
	});

	test('looks a message up by id', async () => {
		expect((await bench.heltar('GET', '/v1/messages')).status).toBe(400);
		expect((await bench.heltar('GET', '/v1/messages?wamid=wamid.nobody')).status).toBe(404);
	});

	test('tells of the account: the fields asked for, and which it does not know', async () => {
		expect((await get('/v1/business')).data).toMatchObject({
			phoneNumberId: expect.any(String),
			bizWhatsappNumber: '918000000001',
			webhooks: [],
			asyncMessageMode: false,
			isMarkReadMsg: true,
			integrations: {},
		});
		expect((await get('/v1/business/account-status')).data).toEqual({});
		expect(
			(await get('/v1/business/account-status?fields=quality_rating,health_status,colour')).data,
		).toEqual({
			quality_rating: 'GREEN',
			health_status: { can_send_message: 'AVAILABLE' },
			partialErrors: [{ source: 'colour', error: expect.any(String) }],
		});
	});
});

describe('results keyed by recipient', () => {
	beforeEach(async () => await bench.settings({ resultKeys: 'recipient' }));

	test('a person with two messages has one place in each map', async () => {
		await bench.control('POST', '/faults', {
			method: 'POST',
			path: '/v1/messages/send',
			fault: { kind: 'partial', positions: [0] },
		});
		const message = (words: string) => ({ clientWaNumber: TO, messageType: 'text', message: words });
		const { status, body } = await bench.heltar('POST', '/v1/messages/send', {
			messages: [message('first'), message('second'), message('third')],
		});
		expect(status).toBe(206);
		expect(keys(body.data.success)).toEqual([TO]);
		expect(body.data.success[TO].message.body).toBe('third');
		expect(body.data.fail[TO].message.message).toBe('first');
	});
});
