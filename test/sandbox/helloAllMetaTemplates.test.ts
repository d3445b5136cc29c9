import { MetaBench, TOKEN, WABA } from './metaBench';

let bench: MetaBench;
beforeAll(async () => {
	bench = await MetaBench.start();
});
beforeEach(async () => {
	await bench.panel.control('POST', '/reset');
});
afterAll(async () => await bench.panel.close());

const LIST = `/${WABA}/message_templates`;
const list = async (query = '', headers: object = TOKEN) =>
	await bench.call('GET', `${LIST}${query && `?${query}`}`, undefined, headers);
const names = (entries: Array<{ name: string }>) => entries.map(({ name }) => name);
const all = async () => (await list()).body.data;
const body = (text = 'Hello there') => [{ type: 'BODY', text }];
const draft = { name: 'new_one', category: 'UTILITY', language: 'en', components: body() };

describe('the list', () => {
	test('has the templates of v1, in Meta’s words', async () => {
		const { status, body: answer } = await list();
		const v1 = (await bench.panel.call('GET', '/v1/configs/templates')).body.waba_templates;
		expect([status, names(answer.data)]).toEqual([200, names(v1)]);
		expect(answer.data[0]).toEqual({
			id: expect.stringMatching(/^\d{16}$/),
			name: 'welcome',
			status: 'APPROVED',
			category: 'UTILITY',
			language: 'en',
			components: [{ type: 'BODY', text: 'Welcome to Example Stores! How can we help?' }],
		});
		expect(answer.paging).toEqual({ cursors: { before: expect.any(String), after: expect.any(String) } });
	});

	test('goes on behind the cursor; the address of the next page holds the token', async () => {
		const whole = names(await all());
		const seen: string[] = [];
		let after = '';
		let next: string | undefined;
		do {
			const { body: page } = await list(`limit=5${after && `&after=${after}`}`);
			seen.push(...names(page.data));
			({ next } = page.paging);
			({ after } = page.paging.cursors);
			if (seen.length === 5)
				expect(next).toBe(
					`https://graph.facebook.com/v19.0${LIST}?access_token=sandbox-token&limit=5&after=${after}`,
				);
		} while (next);
		expect(seen).toEqual(whole);
		expect((await list(`after=${after}`)).body).toEqual({ data: [] });
	});

	test('can be narrowed down by name, status and fields', async () => {
		expect(names((await list('name=order_update')).body.data)).toEqual(['order_update', 'order_update']);
		expect(names((await list('status=PAUSED')).body.data)).toEqual(['old_campaign']);
		expect((await list('name=welcome&fields=name,status')).body.data).toEqual([
			{ id: expect.any(String), name: 'welcome', status: 'APPROVED' },
		]);
	});

	test.each(['limit=0', 'limit=x', 'after=x', 'fields=colour'])('%s is refused', async (query) => {
		const { status, body: answer } = await list(query);
		expect([status, answer.error.code]).toEqual([400, 100]);
	});

	test('comes with send bodies on demand', async () => {
		const { json, variables } = (await list('name=new_arrivals&json=true')).body.data[0];
		expect(variables).toEqual(['waba', 'header#image', 'body#1']);
		expect(json).toMatchObject({
			to: '{{waba}}',
			template: {
				name: 'new_arrivals',
				components: [
					{ type: 'header', parameters: [{ type: 'image', image: { link: '{{header#image}}' } }] },
					{ type: 'body', parameters: [{ type: 'text', text: '{{body#1}}' }] },
				],
			},
		});
	});

	test('may be the array alone', async () => {
		await bench.panel.settings({ metaTemplates: 'array' });
		expect(names((await list('limit=1')).body)).toEqual(['welcome']);
	});

	test('shows the login page to a wrong token where the account does so, and no other call does', async () => {
		await bench.panel.settings({ metaWrongToken: 'html200' });
		const wrong = { authorization: 'Bearer nobody' };
		const { status, headers, body: page } = await list('', wrong);
		expect([status, headers.get('content-type'), page]).toEqual([
			200,
			expect.stringContaining('text/html'),
			expect.stringContaining('log in'),
		]);
		expect((await bench.call('POST', LIST, draft, wrong)).status).toBe(401);
		expect((await list()).body.data).not.toEqual([]);
	});
});

describe('one template', () => {
	test('is found by its id', async () => {
		const [, second] = await all();
		expect((await bench.call('GET', `/${second.id}`)).body).toEqual(second);
		expect((await bench.call('GET', `/${second.id}?fields=name`)).body).toEqual({
			id: second.id,
			name: second.name,
		});
	});

	test('is created as pending, for v1 too', async () => {
		const { status, body: answer } = await bench.call('POST', LIST, draft);
		expect([status, answer]).toEqual([
			200,
			{ id: expect.any(String), status: 'PENDING', category: 'UTILITY' },
		]);
		expect((await bench.call('GET', `/${answer.id}`)).body.name).toBe('new_one');
		const v1 = (await bench.panel.call('GET', '/v1/configs/templates')).body.waba_templates;
		expect(v1.at(-1)).toMatchObject({ name: 'new_one', status: 'submitted' });
	});

	test.each<[object, number, number]>([
		[{ ...draft, name: 'welcome' }, 409, 100],
		[{ ...draft, name: 'New One' }, 400, 131009],
		[{ ...draft, components: undefined }, 400, 131008],
		[{ ...draft, components: body('Hello {{1}} there') }, 400, 131009],
		[{ ...draft, colour: 'red' }, 400, 100],
	])('%j is refused in Meta’s form', async (given, status, code) => {
		const answer = await bench.call('POST', LIST, given);
		expect([answer.status, answer.body.error.code]).toEqual([status, code]);
	});

	test('is deleted by name, in every language', async () => {
		expect((await bench.call('DELETE', `${LIST}?name=order_update`)).body).toEqual({ success: true });
		expect(names(await all())).not.toContain('order_update');
		expect((await bench.call('DELETE', `${LIST}?name=order_update`)).status).toBe(404);
		expect((await bench.call('DELETE', LIST)).status).toBe(400);
	});
});
