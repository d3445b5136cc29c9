import { createHash } from 'node:crypto';
import { ASHA, HelloAllBench, KABIR, text } from './helloAllBench';
import { useBench } from './harness';

const bench = useBench(HelloAllBench);

describe('media', () => {
	const receive = async (message: object): Promise<string> => {
		await bench.inbound(message);
		const [{ raw }] = await bench.conversation(ASHA);
		return raw[raw.type].id;
	};
	const PATHS = (id: string) => [`/v1/media.php?id=${id}`, `/v1/media/${id}`];

	test('a file comes with its type and name, at both addresses', async () => {
		const base64 = Buffer.from('%PDF-1.4 invoice').toString('base64');
		const id = await receive({ type: 'document', document: { base64, filename: 'Rechnung März.pdf' } });
		for (const path of PATHS(id)) {
			const { status, headers, bytes } = await bench.bytes('GET', path);
			expect([status, bytes.toString()]).toEqual([200, '%PDF-1.4 invoice']);
			expect(headers.get('content-type')).toBe('application/pdf');
			expect(headers.get('content-disposition')).toBe(
				"attachment; filename*=UTF-8''Rechnung%20M%C3%A4rz.pdf",
			);
		}
	});

	test('a large file is streamed whole', async () => {
		const id = await receive({ type: 'video', video: { bytes: 3_000_000 } });
		const { bytes } = await bench.bytes('GET', `/v1/media.php?id=${id}`);
		const [{ raw }] = await bench.conversation(ASHA);
		expect(createHash('sha256').update(bytes).digest('base64')).toBe(raw.video.sha256);
	});

	test.each([0, 1])('a deleted file is gone everywhere (address %i)', async (which) => {
		const id = await receive({ type: 'image' });
		expect((await bench.call('DELETE', PATHS(id)[which] as string)).status).toBe(200);
		for (const path of PATHS(id)) {
			expect((await bench.call('GET', path)).body.errors[0].code).toBe(1006);
			expect((await bench.call('DELETE', path)).status).toBe(404);
		}
	});

	test('without an id there is nothing to do', async () => {
		for (const path of ['/v1/media.php', '/v1/media.php?id='])
			for (const method of ['GET', 'DELETE'])
				expect((await bench.call(method, path)).body.errors[0].details).toBe('id is required');
	});
});

describe('the number and its profile', () => {
	test('phone number and user', async () => {
		expect((await bench.call('GET', '/v1/configs/phone_number')).body).toMatchObject({
			phone_number: '918000000002',
			status: 'CONNECTED',
		});
		expect((await bench.call('GET', '/api/getuser')).body.data.email).toBe('ravi@example.com');
	});

	test('business profile', async () => {
		const { body } = await bench.call('GET', '/v1/settings/business/profile');
		expect(Object.keys(body.settings.business.profile)).toEqual([
			'address',
			'description',
			'email',
			'vertical',
			'websites',
		]);
	});

	test.each([
		['conventional', '/v1/settings/profile/about'],
		['literal', '/v1/configs/settings/business/profile'],
	])('about, %s', async (dialect, path) => {
		await bench.settings({ dialect });
		const read = async () =>
			(await bench.call('GET', '/v1/settings/profile/about')).body.settings.profile.about.text;
		expect(await read()).toBe('Open 9 to 18, Monday to Saturday');
		expect((await bench.call('PATCH', path, { text: 'Closed on Friday' })).status).toBe(200);
		expect(await read()).toBe('Closed on Friday');
		for (const wrong of [{ text: 'x'.repeat(140) }, { text: '' }, {}, { text: 'Hi', vertical: 'Retail' }])
			expect((await bench.call('PATCH', path, wrong)).status).toBe(400);
		expect(await read()).toBe('Closed on Friday');
	});

	test('photo, as a file and as a link that needs no key', async () => {
		const photo = await bench.bytes('GET', '/v1/settings/profile/photo');
		expect(photo.headers.get('content-type')).toBe('image/png');
		const { body } = await bench.call('GET', '/v1/settings/profile/photo?format=link');
		const linked = await fetch(body.settings.profile.photo.link);
		expect(Buffer.from(await linked.arrayBuffer()).equals(photo.bytes)).toBe(true);
		expect((await bench.call('GET', '/v1/settings/profile/photo?format=png')).status).toBe(400);
	});
});

describe('compliance', () => {
	const PATH = '/v1/settings/business/compliance_info';
	const CARE = { email: 'care@example.com', mobile_number: '+910000000001' };
	const OFFICER = { name: 'Mira', email: 'mira@example.com', landline_number: '+910000000002' };
	const info = (more: object = {}) => ({
		entity_name: 'Example Stores Ltd',
		entity_type: 'Private Company',
		customer_care_details: CARE,
		grievance_officer_details: OFFICER,
		...more,
	});
	const read = async () => (await bench.call('GET', PATH)).body.settings.business.compliance_info;

	test('is empty at first, and replaced as a whole', async () => {
		expect(await read()).toEqual({});
		const first = info({ entity_type: 'Other', entity_type_custom: 'Trust', is_registered: true });
		await bench.call('POST', PATH, first);
		expect(await read()).toEqual(first);
		await bench.call('POST', PATH, info());
		expect(await read()).toEqual(info());
	});

	test.each<[string, object, string]>([
		['no name', info({ entity_name: '' }), 'entity_name is required'],
		['Other without its own word', info({ entity_type: 'Other', is_registered: true }), 'entity_type_custom'],
		['Partnership without registration', info({ entity_type: 'Partnership' }), 'is_registered'],
		[
			'no number',
			info({ customer_care_details: { email: 'a@example.com' } }),
			'customer_care_details.mobile_number',
		],
		[
			'an empty number',
			info({ grievance_officer_details: { ...OFFICER, landline_number: '' } }),
			'landline_number',
		],
		['a field nobody knows', info({ colour: 'red' }), 'colour'],
	])('is refused: %s', async (_, body, details) => {
		const answer = await bench.call('POST', PATH, body);
		expect(answer.status).toBe(400);
		expect(answer.body.errors[0].details).toContain(details);
		expect(await read()).toEqual({});
	});
});

describe('custom fields', () => {
	const FIELDS = '/crm/setting/custom-field';
	const chatOf = async (number: string): Promise<string> => {
		const { body } = await bench.call('GET', `/crm/chat/search?search_field=phone&search_value=${number}`);
		return body.data[0]?.chat_id;
	};
	const valuesPath = async (number = ASHA) => `/crm/chat/setting/${await chatOf(number)}/custom-field`;
	const values = async (number = ASHA) => (await bench.call('GET', await valuesPath(number))).body.data;

	test('are listed, created and deleted', async () => {
		expect((await bench.call('GET', FIELDS)).body.data[0]).toEqual({
			custom_field_id: 'cf_city',
			name: 'City',
			type: 'text',
			description: 'Where the customer lives',
			required: false,
		});
		const { status, body } = await bench.call('POST', FIELDS, { name: 'Shoe size', type: 'number' });
		expect([status, body]).toEqual([
			201,
			{
				success: true,
				data: expect.objectContaining({ name: 'Shoe size', type: 'number', description: '' }),
			},
		]);
		const id = body.data.custom_field_id;
		expect((await bench.call('DELETE', `${FIELDS}/${id}`)).body).toEqual({ success: true });
		expect((await bench.call('DELETE', `${FIELDS}/${id}`)).body.error.code).toBe('NOT_FOUND');
	});

	test('have different names', async () => {
		const { status, body } = await bench.call('POST', FIELDS, { name: 'City', type: 'text' });
		expect([status, body.error.code]).toEqual([409, 'ALREADY_EXISTS']);
	});

	test('have values in a chat, which go with the field', async () => {
		const CITY = { field_id: 'cf_city', field_name: 'City', field_type: 'text', value: 'Pune' };
		expect((await values())[0]).toEqual(CITY);
		const data = [
			{ id: 'cf_city', value: 'Goa' },
			{ id: 'cf_birthday', value: '1990-05-17' },
		];
		expect((await bench.call('POST', await valuesPath(), { data })).body).toEqual({ success: true });
		expect(await values()).toEqual([
			{ ...CITY, value: 'Goa' },
			expect.objectContaining({ field_id: 'cf_orders', value: 3 }),
			expect.objectContaining({ field_id: 'cf_birthday', value: '1990-05-17' }),
		]);
		expect((await bench.call('DELETE', `${await valuesPath()}/cf_birthday`)).status).toBe(204);
		await bench.call('DELETE', `${FIELDS}/cf_orders`);
		expect(await values()).toEqual([{ ...CITY, value: 'Goa' }]);
		for (const gone of ['cf_birthday', 'cf_orders'])
			expect((await bench.call('DELETE', `${await valuesPath()}/${gone}`)).status).toBe(404);
	});

	test.each<[string, unknown, string]>([
		['an unknown field', [{ id: 'cf_x', value: 'a' }], 'There is no custom field with the id cf_x'],
		['words for a number', [{ id: 'cf_orders', value: 'many' }], 'The value of Orders must be a number'],
		['words for a date', [{ id: 'cf_birthday', value: 'soon' }], 'The value of Birthday must be a date'],
		['an empty value', [{ id: 'cf_city', value: '' }], 'data.0.value is required'],
		['nothing', [], 'data: must hold at least one value'],
	])('one wrong value changes none: %s', async (_, wrong, message) => {
		const data = [{ id: 'cf_city', value: 'Goa' }, ...(wrong as object[])];
		const { status, body } = await bench.call('POST', await valuesPath(), {
			data: (wrong as []).length ? data : [],
		});
		expect(status).toBe(400);
		expect(body.error.message).toContain(message.replace('data.0', 'data.1'));
		expect((await values())[0].value).toBe('Pune');
	});

	test('an unknown chat', async () => {
		const { status, body } = await bench.call('GET', '/crm/chat/setting/nobody/custom-field');
		expect([status, body.error.code]).toEqual([404, 'NOT_FOUND']);
	});

	test('a chat begins with its first message, whoever writes it', async () => {
		expect(await chatOf('910000000777')).toBeUndefined();
		await bench.send(text('Hi', { to: '910000000777' }));
		expect(await values('910000000777')).toEqual([]);
		await bench.inbound({ type: 'text', text: 'Hi' }, '910000000888');
		expect(await chatOf('910000000888')).toMatch(/^[0-9a-f]{24}$/);
	});
});

describe('chat search', () => {
	const search = async (query: string) => await bench.call('GET', `/crm/chat/search?${query}`);
	const names = async (query: string) =>
		(await search(query)).body.data.map(({ name }: { name: string }) => name);

	test('by name or number, whole or in part', async () => {
		expect(await names(`search_field=phone&search_value=${KABIR}&condition=equals`)).toEqual(['Kabir Rao']);
		expect(await names('search_field=name&search_value=asha&condition=contains')).toEqual(['Asha Verma']);
		expect(await names('search_field=name&search_value=asha')).toEqual([]);
		expect((await search(`search_field=phone&search_value=${ASHA}`)).body.data[0]).toEqual({
			chat_id: expect.stringMatching(/^[0-9a-f]{24}$/),
			name: 'Asha Verma',
			phone: ASHA,
			created_at: expect.any(String),
			last_message_at: expect.any(String),
		});
	});

	test.each([
		'',
		'search_field=phone',
		'search_field=hat&search_value=1',
		'search_field=name&search_value=a&condition=near',
	])('refuses "%s"', async (query) => {
		const { status, body } = await search(query);
		expect([status, body.error.code]).toEqual([400, 'VALIDATION_ERROR']);
	});
});
