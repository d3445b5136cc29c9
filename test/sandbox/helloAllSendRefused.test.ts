import { until } from '../waiting';
import { ASHA, HelloAllBench, KABIR, template, text, words } from './helloAllBench';
import { useBench } from './harness';
import { buttons, interactive, LINK, list, rows, to } from './helloAllMessages';

const bench = useBench(HelloAllBench);

describe('access', () => {
	test.each([
		['no key', {}, 'Missing api key'],
		['a wrong key', { 'API-KEY': 'wrong' }, 'Invalid api key'],
		['the key of the other header', { 'D360-API-KEY': 'sandbox-key' }, 'Missing api key'],
	])('%s is refused by the gateway', async (_, headers, developer_message) => {
		const { status, body } = await bench.call('POST', '/v1/messages', text(), headers);
		expect(status).toBe(401);
		expect(body).toEqual({ meta: { success: false, http_code: 401, developer_message } });
		expect(await bench.conversation(ASHA)).toEqual([]);
	});

	test('a created key works; an expired one does not; one without the area is forbidden', async () => {
		const key = async (more: object) => {
			const { body } = await bench.control('POST', '/keys', { provider: 'hello-all', ...more });
			return (await bench.call('GET', '/v1/configs/phone_number', undefined, { 'API-KEY': body.apiKey }))
				.status;
		};
		expect(await key({})).toBe(200);
		expect(await key({ expired: true })).toBe(401);
		expect(await key({ scopes: ['configs'] })).toBe(200);
		expect(await key({ scopes: ['messages'] })).toBe(403);
	});

	test('the key never shows in the log', async () => {
		await bench.send(text());
		const { body } = await bench.control('GET', '/requests?provider=hello-all');
		expect(body[0]).toMatchObject({ method: 'POST', path: '/v1/messages', status: 201, body: text() });
		expect(body[0].headers['api-key']).toBe('***');
	});
});

describe('what is refused', () => {
	test.each<[string, unknown, number, string]>([
		['no body', undefined, 1008, 'The request has no body'],
		['no type', { to: ASHA, text: { body: 'Hi' } }, 1008, 'type is required'],
		['a type nobody knows', to('hologram', {}), 501, 'Messages of type hologram are not supported'],
		['no recipient', { type: 'text', text: { body: 'Hi' } }, 1008, 'to is required'],
		['a recipient with a plus', text('Hi', { to: `+${ASHA}` }), 1009, 'to: must be digits only'],
		['a recipient that is a number', text('Hi', { to: Number(ASHA) }), 1009, 'to: '],
		['a short recipient', text('Hi', { to: '1234567' }), 1009, 'to: must be digits only'],
		['another kind of recipient', text('Hi', { recipient_type: 'group' }), 1009, 'recipient_type: '],
		['a field nobody knows', text('Hi', { colour: 'red' }), 1010, 'colour is not a known parameter'],
		[
			'a field of the Cloud API',
			text('Hi', { messaging_product: 'whatsapp' }),
			1010,
			'messaging_product is not',
		],
		['a nested one', to('image', { link: LINK, size: 7 }), 1010, 'image.size is not a known parameter'],
		['an empty text', text(''), 1008, 'text.body is required'],
		['4097 characters', text('x'.repeat(4097)), 1001, 'text.body: must be at most 4096 characters long'],
		['a long caption', to('image', { link: LINK, caption: 'x'.repeat(1025) }), 1009, 'image.caption: '],
		['a caption on audio', to('audio', { link: LINK, caption: 'x' }), 1010, 'audio.caption is not a known'],
		['media without a source', to('video', {}), 1008, 'video.link is required'],
		[
			'a plain http link',
			to('image', { link: 'http://files.example.com/a.png' }),
			1009,
			'image.link: must be',
		],
		[
			'a file name of 241',
			to('document', { link: LINK, filename: 'x'.repeat(241) }),
			1009,
			'document.filename',
		],
		['a location in words', to('location', { latitude: '1', longitude: 2 }), 1009, 'location.latitude: '],
		['a bare contact', to('contacts', [{ name: { formatted_name: 'Dana' } }]), 1009, 'contacts.0.name: '],
		['four buttons', buttons('A', 'B', 'C', 'D'), 1009, 'action.buttons must hold at most 3'],
		['a button of 21', buttons('x'.repeat(21)), 1009, 'action.buttons[0].reply.title must be at most 20'],
		['equal buttons', buttons('Yes', 'Yes'), 1009, 'button titles must be unique'],
		['an 11th row', list({ title: 'A', rows: rows(6) }, { title: 'B', rows: rows(5, 6) }), 1009, 'Total row'],
		[
			'two untitled sections',
			list({ rows: rows(1) }, { rows: rows(1, 1) }),
			1008,
			'action.sections[0].title',
		],
		[
			'a header of 61',
			interactive({ type: 'list', header: { type: 'text', text: 'x'.repeat(61) } }),
			1009,
			'header',
		],
		[
			'a body of 1025',
			to('interactive', { type: 'button', body: { text: 'x'.repeat(1025) } }),
			1009,
			'interactive.body.text',
		],
		['another interactive kind', interactive({ type: 'product' }), 1009, 'interactive.type: '],
		[
			'a template without policy',
			{ ...template('welcome'), template: { name: 'welcome', language: { code: 'en' } } },
			1008,
			'template.language.policy is required',
		],
	])('%s', async (_, message, code, details) => {
		const { status, body } = await bench.call('POST', '/v1/messages', message);
		expect(status).toBe(400);
		expect(body.errors).toEqual([
			{
				code,
				title: expect.any(String),
				details: expect.stringContaining(details),
				href: expect.any(String),
			},
		]);
		expect(await bench.conversation(ASHA)).toEqual([]);
	});

	test('a text of 4096 characters passes, counted as code points', async () => {
		expect((await bench.send(text('🙂'.repeat(4096)))).status).toBe(201);
	});

	test('a body that is no JSON', async () => {
		const answer = await fetch(`${bench.running.url}/hello-all/v1/messages`, {
			method: 'POST',
			headers: { 'API-KEY': 'sandbox-key' },
			body: '{"to":',
		});
		expect(answer.status).toBe(400);
		expect(await answer.text()).toContain('The body is not valid JSON');
	});

	test.each<[string, object[] | undefined, object, number]>([
		['order_update', [{ type: 'body', parameters: words('Asha') }], {}, 2000],
		['order_update', undefined, {}, 2000],
		['welcome', [{ type: 'body', parameters: words('Asha') }], {}, 2000],
		['no_such_template', undefined, {}, 2001],
		['welcome', undefined, { language: { policy: 'deterministic', code: 'fr' } }, 2001],
		['welcome', undefined, { namespace: 'someone_elses' }, 2001],
		['festival_offer', [{ type: 'body', parameters: words('Asha') }], {}, 2001],
		['win_back', undefined, {}, 2001],
		['old_campaign', undefined, {}, 132015],
		['retired_notice', undefined, {}, 132016],
		['invoice', [{ type: 'body', parameters: words('17') }], {}, 132012],
		['login_code', [{ type: 'body', parameters: words('') }], {}, 1008],
	])('template %s with %j %j', async (name, components, more, code) => {
		expect((await bench.problem(template(name, components, more))).slice(0, 2)).toEqual([400, code]);
	});

	test('a free message outside the window, while a template passes', async () => {
		await bench.settings({ window: 'closed' });
		expect((await bench.problem(text())).slice(0, 2)).toEqual([400, 470]);
		expect((await bench.send(template('welcome'))).status).toBe(201);
		await bench.settings({ answer: 'cloud' });
		expect((await bench.send(text())).body.error.code).toBe(131047);
	});

	test('a number without WhatsApp: at once on premises, by status in the cloud', async () => {
		await bench.control('PATCH', `/hello-all/customers/${KABIR}`, { onWhatsApp: false });
		expect((await bench.problem(text('Hi', { to: KABIR }))).slice(0, 2)).toEqual([400, 1013]);
		await bench.settings({ answer: 'cloud' });
		expect((await bench.send(text('Hi', { to: KABIR }))).status).toBe(200);
		const [entry] = await until(
			async () => await bench.conversation(KABIR),
			([one]) => one.status === 'failed',
		);
		expect(entry.errors[0].code).toBe(131026);
	});

	test('a message to the own number', async () => {
		expect((await bench.problem(text('Hi', { to: '918000000002' }))).slice(0, 2)).toEqual([400, 131021]);
	});
});

describe('limits', () => {
	test('messages per second: 429 with the seconds to wait; what was refused was not sent', async () => {
		await bench.settings({ limits: { messagesPerSecond: 2 } });
		const answers = [];
		for (let count = 0; count < 4; count += 1) answers.push(await bench.send(text(String(count))));
		expect(answers.map(({ status }) => status)).toEqual([201, 201, 429, 429]);
		expect(answers[2]?.headers.get('retry-after')).toBe('1');
		expect(answers[2]?.body.errors[0].code).toBe(1015);
		expect(await bench.conversation(ASHA)).toHaveLength(2);
	});

	test('one customer, not the others', async () => {
		await bench.settings({ limits: { perPairSeconds: 6 } });
		expect((await bench.send(text())).status).toBe(201);
		const { status, headers, body } = await bench.send(text());
		expect([status, headers.get('retry-after'), body.errors[0].code]).toEqual([429, '6', 131056]);
		expect((await bench.send(text('Hi', { to: KABIR }))).status).toBe(201);
	});

	test('calls at once: refused by the gateway', async () => {
		await bench.settings({ limits: { connections: 1 }, latencyMs: 60 });
		const answers = await Promise.all([bench.send(text()), bench.send(text('Hi', { to: KABIR }))]);
		const refused = answers.filter(({ status }) => status === 429);
		expect(refused).toHaveLength(1);
		expect(refused[0]?.body.meta.http_code).toBe(429);
	});
});

describe('faults', () => {
	test('a connection broken after the work leaves the message sent', async () => {
		await bench.fault({ kind: 'resetAfter' }, { times: 1, path: '/v1/messages' });
		await expect(bench.send(text())).rejects.toThrow();
		expect(await bench.conversation(ASHA)).toHaveLength(1);
	});

	test('a status without a body answers in the form of the gateway', async () => {
		await bench.fault({ kind: 'status', status: 503 }, { times: 1 });
		expect((await bench.send(text())).body.meta).toMatchObject({ success: false, http_code: 503 });
		expect(await bench.conversation(ASHA)).toEqual([]);
	});

	test('partial refuses the message with the code it names', async () => {
		await bench.fault({ kind: 'partial', positions: [0], code: 131049 }, { times: 1 });
		expect((await bench.problem(text())).slice(0, 2)).toEqual([400, 131049]);
		expect((await bench.send(text())).status).toBe(201);
	});
});
