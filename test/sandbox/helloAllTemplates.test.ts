import { HelloAllBench, template, words } from './helloAllBench';
import { useBench } from './harness';

const bench = useBench(HelloAllBench);

const PATH = '/v1/configs/templates';
const list = async (query = '') => (await bench.call('GET', PATH + query)).body;
const create = async (body: object) => await bench.call('POST', PATH, body);

const BODY = {
	type: 'BODY',
	text: 'Hello {{1}}\n\nOrder {{2}} is ready.',
	example: { body_text: [['Asha', '1042']] },
};
const TEXT_HEADER = {
	type: 'HEADER',
	format: 'TEXT',
	text: 'Order {{1}}',
	example: { header_text: ['1042'] },
};
const FOOTER = { type: 'FOOTER', text: 'Example Stores' };
const replies = (...texts: string[]) => ({
	type: 'BUTTONS',
	buttons: texts.map((text) => ({ type: 'QUICK_REPLY', text })),
});
const mediaHeader = (format: string, handle: unknown = 'https://files.example.com/sample') => ({
	type: 'HEADER',
	format,
	example: { header_handle: [handle] },
});
const made = (...components: object[]) => ({
	name: 'made_here',
	category: 'UTILITY',
	language: 'en',
	components,
});

describe('the list', () => {
	test('shows every template in the on-premises words', async () => {
		const { waba_templates: templates, count, total, limit, offset } = await list();
		expect([count, total, limit, offset]).toEqual([12, 12, 1000, 0]);
		expect(templates[1]).toEqual({
			name: 'order_update',
			namespace: '6c1f2a90_4b7d_4e35_9a68_2d5e80f1c3b7',
			category: 'UTILITY',
			language: 'en',
			status: 'approved',
			rejected_reason: 'NONE',
			components: [
				{
					type: 'BODY',
					text: 'Hello {{1}}, your order {{2}} has left the warehouse.',
					example: { body_text: [['Asha', '1042']] },
				},
			],
		});
		const statuses = new Set(templates.map(({ status }: { status: string }) => status));
		expect(statuses).toEqual(new Set(['approved', 'submitted', 'rejected', 'paused', 'disabled']));
	});

	test('is read page by page', async () => {
		const all = await list();
		const first = await list('?limit=5&offset=0');
		const last = await list('?limit=5&offset=10');
		expect([first.count, last.count, (await list('?limit=5&offset=12')).count]).toEqual([5, 2, 0]);
		expect([...first.waba_templates, ...last.waba_templates]).toEqual([
			...all.waba_templates.slice(0, 5),
			...all.waba_templates.slice(10),
		]);
	});

	test.each(['?limit=ten', '?offset=-1'])('refuses %s', async (query) => {
		expect((await bench.call('GET', PATH + query)).body.errors[0].code).toBe(1009);
	});
});

describe('creation', () => {
	test.each<[string, object[]]>([
		['body only', [BODY]],
		[
			'text header, footer and quick replies',
			[TEXT_HEADER, BODY, FOOTER, replies('Today', 'Tomorrow', 'Cancel')],
		],
		['components in the order of the document', [TEXT_HEADER, FOOTER, BODY, replies('Today')]],
		['image header', [mediaHeader('IMAGE'), BODY]],
		['document header', [mediaHeader('DOCUMENT'), BODY]],
		['video header', [mediaHeader('VIDEO'), BODY]],
		['an upload handle', [mediaHeader('IMAGE', '4::aW1hZ2UvanBlZw=='), BODY]],
	])('%s', async (_, components) => {
		const { status, body } = await create(made(...components));
		expect(status).toBe(201);
		expect(body).toMatchObject({ name: 'made_here', status: 'submitted', components });
		expect((await list()).waba_templates.at(-1)).toEqual(body);
	});

	test('answers with id, status and category in the cloud', async () => {
		await bench.settings({ answer: 'cloud' });
		expect((await create(made(BODY))).body).toEqual({
			id: expect.stringMatching(/^\d+$/),
			status: 'PENDING',
			category: 'UTILITY',
		});
	});

	test('may not be sent before it is approved', async () => {
		await create(made(BODY));
		const message = template('made_here', [{ type: 'body', parameters: words('Asha', '7') }]);
		expect((await bench.send(message)).body.errors[0].code).toBe(2001);
		await bench.control('PATCH', '/hello-all/templates/made_here', { status: 'APPROVED' });
		expect((await bench.send(message)).status).toBe(201);
	});

	test('is refused when name and language exist; another language is fine', async () => {
		await create(made(BODY));
		const { status, body } = await create(made(BODY));
		expect([status, body.errors[0].code]).toEqual([409, 1004]);
		expect((await create({ ...made(BODY), language: 'hi' })).status).toBe(201);
	});

	const NAMED = {
		type: 'BODY',
		text: 'Hello {{customer}}, welcome.',
		example: { body_text_named_params: [{ param_name: 'customer', example: 'Asha' }] },
	};
	const CODE = {
		...made(
			{ type: 'BODY', add_security_recommendation: true },
			{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
		),
		category: 'AUTHENTICATION',
	};
	test.each<[string, string, object]>([
		['submitted', 'names that are said to be names', { ...made(NAMED), parameter_format: 'named' }],
		['rejected', 'names that are not', made(NAMED)],
		['submitted', 'a code with WhatsApp’s own text', CODE],
		['rejected', 'a code with a text of one’s own', { ...made(BODY), category: 'AUTHENTICATION' }],
	])('%s: %s', async (expected, _what, given) => {
		const { status, body } = await create(given);
		expect([status, body.status]).toEqual([201, expected]);
	});

	const text = (value: string, ...samples: string[]) => ({
		type: 'BODY',
		text: value,
		...(samples.length > 0 && { example: { body_text: [samples] } }),
	});
	test.each<[string, object, number, string]>([
		['no name', { ...made(BODY), name: undefined }, 1008, 'name is required'],
		['capitals in the name', { ...made(BODY), name: 'Made' }, 1009, 'name: may hold lower case'],
		['a name of 513', { ...made(BODY), name: 'x'.repeat(513) }, 1009, 'name: '],
		['no category', { ...made(BODY), category: '' }, 1008, 'category is required'],
		[
			'a language in words',
			{ ...made(BODY), language: 'English' },
			1009,
			'language: must be a language code',
		],
		['no components', made(), 1009, 'components: '],
		['no body', made(TEXT_HEADER), 1008, 'components: BODY is required'],
		['a code outside of its category', { ...CODE, category: 'UTILITY' }, 1009, 'category: '],
		[
			'an example of another name',
			{ ...made({ ...NAMED, text: 'Hello {{guest}}, welcome.' }), parameter_format: 'NAMED' },
			1009,
			'BODY: variables must be',
		],
		['two bodies', made(BODY, BODY), 1009, 'components: there may be one BODY'],
		['a body without text', made({ type: 'BODY' }), 1008, 'components.0.text is required'],
		[
			'the footer as the document misspells it',
			made(BODY, { type: 'FOOTER', format: 'Bye' }),
			1008,
			'components.1.text',
		],
		['a body of 1025', made(text('x'.repeat(1025))), 1009, 'components.0.text: must be at most 1024'],
		[
			'a header of 61',
			made({ ...TEXT_HEADER, text: 'x'.repeat(61) }, BODY),
			1009,
			'components.0.text: must be at most 60',
		],
		['a footer of 61', made(BODY, { type: 'FOOTER', text: 'x'.repeat(61) }), 1009, 'components.1.text'],
		['a variable in the footer', made(BODY, { type: 'FOOTER', text: 'Bye {{1}}' }), 1009, 'FOOTER: '],
		[
			'two variables in the header',
			made({ ...TEXT_HEADER, text: '{{1}} {{2}}' }, BODY),
			1009,
			'HEADER: there may be one',
		],
		['a gap', made(text('Hi {{1}} and {{3}}.', 'a', 'b')), 1009, 'BODY: variables must be'],
		['no example', made(text('Hi {{1}}.')), 1009, 'BODY: 1 variables need as many examples'],
		['an example too many', made(text('Hi {{1}}.', 'a', 'b')), 1009, 'BODY: 1 variables need'],
		['an example without a variable', made(text('Hi.', 'a')), 1009, 'BODY: 0 variables'],
		['a variable at the beginning', made(text('{{1}}, hi.', 'a')), 1009, 'BODY: a variable may not stand'],
		['a variable at the end', made(text('Hi {{1}}', 'a')), 1009, 'BODY: a variable may not stand'],
		['side by side', made(text('Hi {{1}} {{2}}.', 'a', 'b')), 1009, 'BODY: two variables'],
		[
			'a media header without example',
			made({ type: 'HEADER', format: 'IMAGE' }, BODY),
			1008,
			'components.0.example',
		],
		[
			'an http example',
			made(mediaHeader('IMAGE', 'http://files.example.com/a'), BODY),
			1009,
			'must be an https address',
		],
		['a reply of 26', made(BODY, replies('x'.repeat(26))), 1009, 'components.1.buttons.0.text'],
		['eleven buttons', made(BODY, replies(...'abcdefghijk')), 1009, 'components.1.buttons'],
		['a field nobody knows', { ...made(BODY), colour: 'red' }, 1010, 'colour is not a known parameter'],
	])('is refused: %s', async (_, body, code, details) => {
		const answer = await create(body);
		expect(answer.status).toBe(400);
		expect(answer.body.errors[0]).toMatchObject({ code, details: expect.stringContaining(details) });
		expect((await list()).total).toBe(12);
	});
});

test('removing a template removes every language of it, once', async () => {
	const remove = async () => await bench.call('DELETE', `${PATH}/order_update`);
	expect((await remove()).status).toBe(200);
	expect((await list()).total).toBe(10);
	const again = await remove();
	expect([again.status, again.body.errors[0].code]).toEqual([404, 1006]);
});
