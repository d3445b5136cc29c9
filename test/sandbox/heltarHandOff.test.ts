import { Bench, text, useBench } from './harness';

const ASHA = '919800000101';
const NOBODY = '919899999999';
const bench = useBench(Bench);

const get = async (number = ASHA) => (await bench.heltar('GET', `/v1/clients/${number}`)).body.data;
const history = async () => (await bench.heltar('GET', `/v1/messages/${ASHA}?limit=10`)).body.data.messages;

describe('a chat is handed over', () => {
	test.each([false, 'false'])(
		'the bot is switched off by %j, which leaves a private note',
		async (isBotReply) => {
			const toggle = async (value: unknown, number = ASHA) =>
				await bench.heltar('PUT', `/v1/clients/bot/toggle/${number}`, { isBotReply: value });
			const { body } = await toggle(isBotReply);
			expect(body).toEqual({ message: 'Client bot status inactive successfully' });
			expect((await get()).isBotReply).toBe(false);
			expect((await toggle('true')).body.message).toBe('Client bot status active successfully');
			expect((await get()).isBotReply).toBe(true);
			expect(await history()).toMatchObject([
				{ type: 'text', status: 'waiting', metaData: { isPrivate: true } },
				{ type: 'text', status: 'waiting', metaData: { isPrivate: true } },
			]);
			expect((await toggle('off')).status).toBe(400);
			expect((await toggle(true, NOBODY)).body.errorMessage).toBe(`Client Details not found with ${NOBODY}`);
		},
	);

	test('the phone page has the same switch', async () => {
		const shown = async () => {
			const { body } = await bench.control('GET', '/heltar/phone');
			return body.people.find(({ number }: { number: string }) => number === ASHA).botReplies;
		};
		expect(await shown()).toBe(true);
		await bench.control('PATCH', `/heltar/customers/${ASHA}`, { botReplies: false });
		expect(await shown()).toBe(false);
		expect((await get()).isBotReply).toBe(false);
		expect(await history()).toMatchObject([{ status: 'waiting', metaData: { isPrivate: true } }]);
		await bench.heltar('PUT', `/v1/clients/bot/toggle/${ASHA}`, { isBotReply: true });
		expect(await shown()).toBe(true);

		await bench.settings({ metaAi: true });
		const change = async (provider: string) =>
			await bench.control('PATCH', `/${provider}/customers/${ASHA}`, { botReplies: false });
		expect((await change('heltar')).status).toBe(400);
		expect((await change('hello-all')).status).toBe(400);
	});

	test('Meta’s own agent does not let the bot be switched off', async () => {
		await bench.settings({ metaAi: true });
		const toggle = async (isBotReply: boolean) =>
			(await bench.heltar('PUT', `/v1/clients/bot/toggle/${ASHA}`, { isBotReply })).status;
		expect(await toggle(false)).toBe(400);
		expect(await toggle(true)).toBe(200);
		expect((await get()).isBotReply).toBe(true);
	});

	test('several agents replace those who had it; none is left when the list is empty', async () => {
		const assign = async (emails: string[], clientWaNumber = ASHA) =>
			await bench.heltar('POST', '/v1/clients/chat/multiassign', { clientWaNumber, emails });
		const emails = async () =>
			(await get()).businessEmployees.map(({ email }: { email: string }) => email) as string[];
		await assign(['priya@example.com']);
		// Leela takes no chats at the moment, and can be given one all the same.
		expect((await assign(['ARJUN@example.com', 'leela@example.com'])).status).toBe(200);
		expect(await emails()).toEqual(['arjun@example.com', 'leela@example.com']);
		const refused = await assign(['priya@example.com', 'nobody@example.com']);
		expect(refused).toMatchObject({
			status: 400,
			body: {
				errorMessage: 'Some employees do not exist!',
				errorRaw: { emails: ['nobody@example.com'] },
			},
		});
		expect(await emails()).toEqual(['arjun@example.com', 'leela@example.com']);
		expect((await assign([])).status).toBe(200);
		expect(await emails()).toEqual([]);
		expect((await assign([], NOBODY)).status).toBe(404);
	});

	test('a cleared session is marked in the history, and nothing is deleted', async () => {
		await bench.send(text(ASHA, 'before'));
		const { body } = await bench.heltar('PUT', `/v1/clients/session/clear/${ASHA}`);
		const { sessionClearedAt, message } = body.data;
		expect(message).toMatchObject({
			wamid: expect.stringMatching(/^wamid\./),
			clientWaNumber: ASHA,
			body: `Session cleared at ${sessionClearedAt}`,
			timestamp: sessionClearedAt,
			status: 'waiting',
			type: 'text',
			metaData: { isPrivate: true, isSessionClear: true },
		});
		expect((await get()).sessionClearedAt).toBe(sessionClearedAt);
		expect((await history()).map((one: { body: string }) => one.body)).toEqual(['before', message.body]);
		expect((await bench.heltar('PUT', `/v1/clients/session/clear/${NOBODY}`)).status).toBe(404);
	});

	test('a bot that is assigned makes the contact; an empty id is refused', async () => {
		const assign = async (chatbotId: unknown) =>
			(await bench.heltar('PUT', '/v1/clients/bot/assign', { clientWaNumber: NOBODY, chatbotId })).status;
		expect(await assign('bot-nobody')).toBe(404);
		expect(await assign('')).toBe(400);
		expect(await get(NOBODY)).toBeUndefined();
		expect(await assign('bot-orders')).toBe(200);
		expect((await get(NOBODY)).assignedChatbotId).toBe('bot-orders');
	});
});

describe('employees', () => {
	test('are set available or not; an unknown one is answered with 500', async () => {
		const set = async (email: string, isActive: unknown = false) =>
			await bench.heltar('PUT', '/v1/auth/business-employees/toggle-status', { email, isActive });
		expect((await set('Priya@example.com')).body.data).toEqual({
			email: 'priya@example.com',
			isActive: false,
		});
		const team = (await bench.heltar('GET', '/v1/auth/business-employees')).body.data;
		expect(team.find(({ id }: { id: number }) => id === 11)).toMatchObject({
			isActive: false,
			status: 'active',
		});
		expect((await set('nobody@example.com')).status).toBe(500);
		expect((await set('priya@example.com', 'no')).status).toBe(400);
	});
});

describe('profiles', () => {
	const profile = async (number = ASHA) =>
		(await bench.heltar('GET', `/v1/clients/${number}/profile`)).body.data;
	const update = async (body: object, number = ASHA) =>
		await bench.heltar('PUT', `/v1/clients/${number}/profile`, body);

	test('are read, also of somebody nobody knows', async () => {
		expect(await profile()).toEqual({
			masterClientId: (await get()).masterClientId,
			primaryPhone: ASHA,
			email: null,
			attributes: {},
			channels: [
				{ clientWaNumber: ASHA, channel: 'whatsapp', username: 'Asha Verma', latestMessageTimestamp: null },
			],
		});
		expect(await profile(NOBODY)).toEqual({
			masterClientId: null,
			primaryPhone: null,
			email: null,
			attributes: {},
			channels: [],
		});
	});

	test('are changed in parts; null clears', async () => {
		await update({ email: 'Asha@Example.org', attributes: { crmId: 'K-9', visits: 2 } });
		const { body } = await update({ primaryPhone: '+91 (22) 5550-1234', attributes: { visits: 3 } });
		expect(body.data).toMatchObject({
			email: 'asha@example.org',
			primaryPhone: '912255501234',
			attributes: { crmId: 'K-9', visits: 3 },
		});
		expect((await update({ email: null, primaryPhone: null })).body.data).toMatchObject({
			email: null,
			primaryPhone: null,
		});
		// The attributes of the contact are others.
		expect(JSON.parse((await get()).attributes)).not.toHaveProperty('crmId');
	});

	test('merge into the one that has the email or phone already, whose values win', async () => {
		await update({ email: 'dana@example.org', attributes: { city: 'Leeds' } }, '447700900123');
		const { masterClientId } = await profile('447700900123');
		const { body } = await update({ email: 'dana@example.org', attributes: { city: 'Pune', visits: 1 } });
		expect(body.data).toMatchObject({
			masterClientId,
			primaryPhone: '447700900123',
			attributes: { city: 'Leeds', visits: 1 },
		});
		expect(body.data.channels).toHaveLength(2);
		expect((await get()).masterClientId).toBe(masterClientId);
		// Email and phone of two different people: there is no one to merge into.
		const torn = await update({ email: 'dana@example.org', primaryPhone: '919800000103' }, '919800000102');
		expect(torn.body.errorMessage).toBe('This email address is already linked to another contact');
	});

	test.each([
		[{ primaryPhone: '123456' }],
		[{ email: 'no address' }],
		[{ attributes: 'city=Pune' }],
		[{ phone: '447700900123' }],
	])('%j is refused', async (body) => {
		expect((await update(body)).status).toBe(400);
	});
});

describe('a colleague writes in the inbox', () => {
	const write = async (body: object, provider = 'heltar') =>
		await bench.control('POST', `/${provider}/inbox`, body);

	test('and the record has their name, which that of the API has not', async () => {
		await bench.send(text(ASHA, 'From the API'));
		const { status, body } = await write({ to: ASHA, text: 'From me', by: 'Priya Nair' });
		expect(status).toBe(200);
		expect(await history()).toMatchObject([
			{ body: 'From the API', sentByName: null },
			{ wamid: body.id, body: 'From me', sentByName: 'Priya Nair' },
		]);
	});

	test('but not to somebody who is blocked, and not where the provider does not tell', async () => {
		await bench.control('PATCH', `/heltar/customers/${ASHA}`, { blocked: true });
		expect((await write({ to: ASHA, text: 'Hello', by: 'Priya Nair' })).status).toBe(400);
		expect((await write({ to: ASHA, text: 'Hello', by: 'Priya Nair' }, 'hello-all')).status).toBe(400);
		expect((await write({ to: ASHA, text: 'Hello' })).status).toBe(400);
	});
});
