import { ASHA, HelloAllBench, KABIR, text } from './helloAllBench';

let bench: HelloAllBench;
beforeAll(async () => {
	bench = await HelloAllBench.start();
});
beforeEach(async () => {
	await bench.control('POST', '/reset');
});
afterAll(async () => await bench.close());

const NEW = '910000000777';
const get = async (path: string) => await bench.call('GET', `/crm${path}`);
const post = async (path: string, body: unknown) => await bench.call('POST', `/crm${path}`, body);
const search = async (field: string, value: string, condition = 'equal to', more = '') =>
	await get(
		`/chat/search?search_field=${field}&search_value=${encodeURIComponent(value)}&condition=${encodeURIComponent(condition)}${more}`,
	);
const chatOf = async (number: string): Promise<string> =>
	(await search('whatsapp', number)).body.data[0].chat_id;
const valuesOf = async (id: string) => (await get(`/chat/setting/${id}/custom-field`)).body.data;

const FLAT = {
	whatsapp: NEW,
	chat_name: 'Meera',
	email: 'meera@example.com',
	chat_operator: 'ravi@example.com',
	custom_fields: [{ id: 'cf_city', value: 'Pune' }],
};
const DOCUMENTED = {
	whatsapp_number: `+${NEW}`,
	name: 'Meera',
	email: 'meera@example.com',
	custom_fields: { City: 'Pune' },
};

describe('a new contact', () => {
	const common = { email: 'meera@example.com', created_at: expect.any(String) };
	const id = expect.stringMatching(/^[0-9a-f]{24}$/);

	test.each<[string, object, string, number, object]>([
		['flat', FLAT, 'flat', 200, { id, whatsapp: NEW, chat_name: 'Meera', ...common }],
		['documented', DOCUMENTED, 'flat', 200, { id, whatsapp: NEW, chat_name: 'Meera', ...common }],
		[
			'flat',
			FLAT,
			'documented',
			201,
			{ success: true, data: { chat_id: id, whatsapp_number: `+${NEW}`, name: 'Meera', ...common } },
		],
	])('by a %s body %#, told in the %s form', async (_, sent, crmForm, status, expected) => {
		await bench.settings({ crmForm });
		const answer = await post('/chat', sent);
		expect([answer.status, answer.body]).toEqual([status, expected]);
		const made = answer.body.id ?? answer.body.data.chat_id;
		expect(await valuesOf(made)).toEqual([expect.objectContaining({ field_id: 'cf_city', value: 'Pune' })]);
		expect((await post('/chat', sent)).status).toBe(409);
	});

	test('may be told of under another name of the id', async () => {
		await bench.settings({ crmId: 'chat_id' });
		expect((await post('/chat', FLAT)).body.chat_id).toEqual(id);
		await bench.settings({ crmId: 'id', crmForm: 'documented' });
		expect((await post('/chat', { whatsapp: '910000000778' })).body.data.id).toEqual(id);
	});

	test.each<[object, string]>([
		[{}, 'whatsapp'],
		[{ ...FLAT, whatsapp: `+${NEW}` }, 'whatsapp'],
		[{ ...FLAT, email: 'meera' }, 'email'],
		[{ ...FLAT, colour: 'red' }, 'colour'],
		[{ ...DOCUMENTED, whatsapp_number: NEW }, 'whatsapp_number'],
		[{ ...DOCUMENTED, custom_fields: [] }, 'custom_fields'],
		[{ ...DOCUMENTED, whatsapp: NEW }, 'whatsapp'],
	])('%j is refused with the field', async (sent, field) => {
		const { status, body } = await post('/chat', sent);
		expect([status, body]).toEqual([
			422,
			{
				success: false,
				error: {
					code: 'VALIDATION_ERROR',
					message: expect.any(String),
					details: [{ field, message: expect.any(String) }],
				},
			},
		]);
	});

	test('a custom field that is not there is refused, and nothing is made', async () => {
		expect((await post('/chat', { ...FLAT, custom_fields: [{ id: 'cf_x', value: 'A' }] })).status).toBe(400);
		expect((await post('/chat', { ...DOCUMENTED, custom_fields: { Town: 'A' } })).status).toBe(400);
		expect((await search('whatsapp', NEW)).body.data).toEqual([]);
	});

	test('an account may know one form of body and of search alone', async () => {
		await bench.settings({ crmBody: 'documented' });
		expect((await post('/chat', FLAT)).body.error.details[0].field).toBe('whatsapp_number');
		expect((await search('whatsapp', ASHA)).status).toBe(422);
		expect((await search('whatsapp_number', `+${ASHA}`)).body.data).toHaveLength(1);
		await bench.settings({ crmBody: 'flat' });
		expect((await post('/chat', DOCUMENTED)).body.error.details[0].field).toBe('whatsapp');
		expect((await search('whatsapp_number', ASHA)).status).toBe(422);
		expect((await search('whatsapp', ASHA)).body.data).toHaveLength(1);
	});
});

describe('search', () => {
	test.each([
		['whatsapp', KABIR, 'equal to', ['Kabir Rao']],
		['whatsapp_number', `+${KABIR}`, 'equal to', ['Kabir Rao']],
		['whatsapp', '0124', 'ends with', ['Kabir Rao']],
		['name', 'asha', 'starts with', ['Asha Verma']],
		['whatsapp', '9100000001', 'contains', ['Asha Verma', 'Kabir Rao']],
		['email', 'a@example.com', 'equal to', []],
	])('%s %s %s', async (field, value, condition, names) => {
		const { body } = await search(field, value, condition);
		expect(body.data.map(({ name }: { name: string }) => name)).toEqual(names);
	});

	test('nobody may be a 404, a list an array alone', async () => {
		await bench.settings({ crmNobody: 'status404', crmLists: 'array' });
		const { status, body } = await search('whatsapp', NEW);
		expect([status, body.error.code]).toEqual([404, 'NOT_FOUND']);
		expect((await search('whatsapp', ASHA)).body).toHaveLength(1);
	});

	test('gives the fields asked for, and the id', async () => {
		expect((await search('whatsapp', ASHA, 'equal to', '&fields=name')).body.data).toEqual([
			{ chat_id: expect.any(String), name: 'Asha Verma' },
		]);
		await bench.settings({ crmForm: 'documented', crmId: 'id' });
		expect((await search('whatsapp', ASHA)).body.data[0]).toEqual({
			id: expect.any(String),
			whatsapp_number: `+${ASHA}`,
			name: 'Asha Verma',
			email: null,
			created_at: expect.any(String),
		});
	});
});

describe('the list of contacts', () => {
	test('comes in pages', async () => {
		await post('/chat', FLAT);
		const page = async (query: string) => {
			const { body } = await get(`/chat?${query}`);
			return [body.data.map(({ name }: { name: string }) => name), body.pagination];
		};
		expect(await page('limit=2')).toEqual([['Asha Verma', 'Kabir Rao'], { page: 1, limit: 2, total: 3 }]);
		expect(await page('page=2&limit=2')).toEqual([['Meera'], { page: 2, limit: 2, total: 3 }]);
		expect(await page('page=3&limit=2')).toEqual([[], { page: 3, limit: 2, total: 3 }]);
		expect((await page(''))[1]).toEqual({ page: 1, limit: 20, total: 3 });
		expect((await get('/chat?page=0')).body.error.details[0].field).toBe('page');
	});

	test('loses whom is deleted', async () => {
		const path = `/crm/chat/${await chatOf(KABIR)}`;
		expect((await bench.call('DELETE', path)).body).toEqual({ success: true, message: expect.any(String) });
		expect((await bench.call('DELETE', path)).status).toBe(404);
		expect((await get('/chat')).body.pagination.total).toBe(1);
	});
});

describe('a chat', () => {
	const operator = async (what: string, body: object, id?: string) =>
		await post(`/chat/setting/${id ?? (await chatOf(ASHA))}/operator/${what}`, body);

	test('is assigned to somebody there is', async () => {
		const email = { operator_email: 'ravi@example.com' };
		const { status, body } = await operator('assign_chat', { ...email, pause_automation: true });
		expect([status, body]).toEqual([
			200,
			{ success: true, message: expect.any(String), data: { assigned_to: 'ravi@example.com' } },
		]);
		expect((await operator('assign_chat', { operator_email: 'x@example.com' })).status).toBe(404);
		expect((await operator('assign_chat', { ...email, pause_automation: 'yes' })).status).toBe(422);
		expect((await operator('assign_chat', {})).status).toBe(422);
		expect((await operator('assign_chat', email, 'none')).status).toBe(404);
	});

	test.each([{}, { metadata: { resolution_notes: 'Sent anew' } }])(
		'is marked as done with %j',
		async (body) => {
			expect((await operator('mark_as_done', body)).body).toEqual({
				success: true,
				message: expect.any(String),
			});
			expect((await operator('mark_as_done', { notes: 'x' })).status).toBe(422);
		},
	);

	test('has a history, of both sides, which comes in pages and either way round', async () => {
		await bench.inbound({ type: 'text', text: 'One' });
		await bench.send(text('Two'));
		await bench.inbound({ type: 'text', text: 'Three' });
		const id = await chatOf(ASHA);
		const said = async (query: string) => {
			const { data } = (await get(`/chat/${id}/messages?${query}`)).body;
			return [data.messages.map(({ content }: { content: string }) => content), data.pagination];
		};
		expect(await said('')).toEqual([['Three', 'Two', 'One'], { page: 1, limit: 50, total: 3 }]);
		expect(await said('sort=oldest&limit=2&page=2')).toEqual([['Three'], { page: 2, limit: 2, total: 3 }]);
		expect((await get(`/chat/${id}/messages?sort=oldest`)).body.data.messages[0]).toEqual({
			message_id: expect.stringMatching(/^wamid\./),
			type: 'text',
			content: 'One',
			direction: 'inbound',
			status: 'received',
			timestamp: expect.any(String),
		});
		expect((await get(`/chat/${id}/messages?sort=up`)).status).toBe(422);
		await bench.settings({ crmHistoryDelayMs: 60_000 });
		expect((await said(''))[0]).toEqual([]);
	});
});

describe('campaigns', () => {
	test('are listed and reported on in either form', async () => {
		expect((await get('/campaign?rows=1')).body).toEqual([
			expect.objectContaining({ id: 'cmp_monsoon', title: 'Monsoon sale' }),
		]);
		expect((await get('/campaign/cmp_monsoon/report')).body).toMatchObject({ total: 200, delivered: 190 });
		await bench.settings({ crmForm: 'documented' });
		expect((await get('/campaign?page=2&limit=1')).body).toEqual({
			success: true,
			data: [expect.objectContaining({ campaign_id: 'cmp_festival', scheduled_at: expect.any(String) })],
			count: 2,
			page: 2,
			rows: 1,
		});
		expect((await get('/campaign/cmp_monsoon/report')).body).toMatchObject({
			metrics: { total_recipients: 200, delivered: 190, read: 120, replied: 15, failed: 10 },
			delivery_rate: 95,
		});
		expect((await get('/campaign/cmp_none/report')).status).toBe(404);
	});

	test('cannot be made or set off here', async () => {
		expect((await post('/campaign', {})).status).toBe(405);
		expect((await post('/campaign/cmp_monsoon/trigger', {})).status).toBe(404);
	});
});

describe('calls a minute', () => {
	const rates = async (path: string) => {
		const { status, headers } = await get(path);
		return [status, headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')];
	};

	test('are not counted at first', async () => {
		expect(await rates('/chat')).toEqual([200, null, null]);
	});

	test('are told of in headers, with failures counted; one too many gets 429', async () => {
		await bench.settings({ crmPerMinute: 2 });
		const now = Math.floor(Date.now() / 1000);
		expect(await rates('/chat')).toEqual([200, '2', '1']);
		expect(await rates('/chat/none/messages')).toEqual([404, '2', '0']);
		const { status, headers, body } = await get('/chat');
		expect([status, body.error.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
		expect(Number(headers.get('x-ratelimit-reset')) - now).toBeGreaterThanOrEqual(59);
		expect(headers.get('retry-after')).toBeNull();
		expect((await bench.call('GET', '/v1/configs/phone_number')).status).toBe(200);
	});
});
