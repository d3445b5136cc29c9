import { Bench, useBench } from './harness';
import { template, words } from './heltarTemplateMessages';

const bench = useBench(Bench);

describe('the template list', () => {
	test('has an entry per language with all components', async () => {
		const { data } = (await bench.heltar('GET', '/v1/templates')).body;
		expect(
			data
				.filter((one: { name: string }) => one.name === 'order_update')
				.map((one: { language: string }) => one.language),
		).toEqual(['en', 'hi']);
		expect(data.find((one: { name: string }) => one.name === 'flash_sale')).toMatchObject({
			id: expect.any(String),
			status: 'PAUSED',
			category: 'MARKETING',
			rejected_reason: 'NONE',
			last_updated_time: expect.any(String),
			components: [{ type: 'BODY' }],
		});
	});

	test('one by name, in one language or all; an unknown name is an empty list', async () => {
		const count = async (path: string) =>
			(await bench.heltar('GET', `/v1/templates/${path}`)).body.data.length;
		expect(await count('order_update')).toBe(2);
		expect(await count('order_update?templateLang=hi')).toBe(1);
		expect(await count('nobody')).toBe(0);
	});
});

describe('creating and deleting a template', () => {
	const body = { type: 'BODY', text: 'Hello {{1}}', example: { body_text: [['Asha']] } };
	const create = async (change: object = {}) =>
		await bench.heltar('POST', '/v1/templates', {
			name: 'spring',
			category: 'UTILITY',
			language: 'en',
			components: [body],
			...change,
		});

	test('it waits for approval, then can be sent', async () => {
		const { data } = (await create()).body;
		expect(data).toEqual({ id: expect.stringMatching(/^\d+$/), status: 'PENDING', category: 'UTILITY' });
		expect((await bench.send(template('spring', 'en', [words('body', 'A')]))).status).toBe(400);
		await bench.control('PATCH', '/heltar/templates/spring', { status: 'APPROVED' });
		expect((await bench.send(template('spring', 'en', [words('body', 'A')]))).status).toBe(200);
	});

	const names = { type: 'BODY', text: 'Hello {{customer}}', example: { body_text_named_params: [] } };
	const code = {
		category: 'AUTHENTICATION',
		components: [
			{ type: 'BODY', add_security_recommendation: true },
			{ type: 'FOOTER', code_expiration_minutes: 5 },
			{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
		],
	};
	test.each<[string, string, object]>([
		['PENDING', 'names that are said to be names', { parameter_format: 'named', components: [names] }],
		['REJECTED', 'names that are not', { components: [names] }],
		['REJECTED', 'numbers that are said to be names', { parameter_format: 'NAMED' }],
		['PENDING', 'a code with WhatsApp’s own text', code],
		['REJECTED', 'a code with a text of one’s own', { category: 'AUTHENTICATION' }],
		['REJECTED', 'a code outside of its category', { ...code, category: 'UTILITY' }],
	])('%s: %s', async (status, _what, change) => {
		expect((await create(change)).body.data).toMatchObject({ status });
	});

	test('WhatsApp writes the text of an authentication template', async () => {
		await create(code);
		const [{ components }] = (await bench.heltar('GET', '/v1/templates/spring')).body.data;
		expect(components).toMatchObject([
			{ type: 'BODY', text: '{{1}} is your verification code. For your security, do not share this code.' },
			{ type: 'FOOTER', text: 'This code expires in 5 minutes.' },
			{
				type: 'BUTTONS',
				buttons: [{ type: 'URL', text: 'Copy code', url: expect.stringMatching(/\{\{1\}\}$/) }],
			},
		]);
	});

	test.each<[string, object]>([
		['a body without text', { components: [{ type: 'BODY' }] }],
		['an unknown format of variables', { parameter_format: 'LETTERS' }],
		['capital letters in the name', { name: 'Spring' }],
		['an unknown category', { category: 'ALERT_UPDATE' }],
		['no body', { components: [{ type: 'FOOTER', text: 'x' }] }],
		['a body of 1025 characters', { components: [{ type: 'BODY', text: 'x'.repeat(1025) }] }],
		['a footer of 61 characters', { components: [body, { type: 'FOOTER', text: 'x'.repeat(61) }] }],
		[
			'four quick replies',
			{
				components: [
					body,
					{ type: 'BUTTONS', buttons: ['a', 'b', 'c', 'd'].map((text) => ({ type: 'QUICK_REPLY', text })) },
				],
			},
		],
		['variables without a sample', { components: [{ type: 'BODY', text: 'Hello {{1}}' }] }],
		['a media header without a sample', { components: [body, { type: 'HEADER', format: 'IMAGE' }] }],
		['a language version that exists', { name: 'order_update' }],
	])('%s: 400', async (_name, change) => {
		expect((await create(change)).status).toBe(400);
	});

	test('by name in all languages, and the name is blocked; by id only one version', async () => {
		const all = (await bench.heltar('GET', '/v1/templates/festive_offer')).body.data;
		expect((await bench.heltar('DELETE', `/v1/templates/festive_offer/${all[0].id}`)).status).toBe(200);
		expect((await bench.heltar('GET', '/v1/templates/festive_offer')).body.data).toHaveLength(1);
		expect((await bench.heltar('DELETE', '/v1/templates/order_update')).status).toBe(200);
		expect((await bench.heltar('GET', '/v1/templates/order_update')).body.data).toEqual([]);
		expect((await create({ name: 'order_update' })).status).toBe(400);
		expect((await bench.heltar('DELETE', '/v1/templates/order_update')).status).toBe(404);
	});
});
