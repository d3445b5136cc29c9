import { indianDay } from '../../sandbox/heltar/indianDay';
import { Bench, useBench } from './harness';

const bench = useBench(Bench);

const body = { type: 'BODY', text: 'We are open.' };
const create = async (change: object) =>
	await bench.heltar('POST', '/v1/templates', {
		name: 'spring',
		category: 'UTILITY',
		language: 'en',
		components: [body],
		...change,
	});
const stored = async (name: string) => (await bench.heltar('GET', `/v1/templates/${name}`)).body.data[0];
const today = () => indianDay(Date.now());

describe('components', () => {
	test.each([
		['a place', { type: 'HEADER', format: 'LOCATION' }],
		['a product', { type: 'HEADER', format: 'PRODUCT' }],
		[
			'an offer of 16 characters',
			{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x'.repeat(16) } },
		],
		['a request to call of 256 characters', { type: 'CALL_PERMISSION_REQUEST', text: 'x'.repeat(256) }],
		['a carousel', { type: 'CAROUSEL', cards: [{ components: [body] }] }],
		['a request for the number', { type: 'BUTTONS', buttons: [{ type: 'REQUEST_CONTACT_INFO' }] }],
	])('%s passes', async (_name, component) => {
		expect((await create({ components: [body, component] })).status).toBe(200);
	});

	test.each([
		[
			'an offer of 17 characters',
			{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x'.repeat(17) } },
		],
		['a request to call of 257 characters', { type: 'CALL_PERMISSION_REQUEST', text: 'x'.repeat(257) }],
		['a carousel without cards', { type: 'CAROUSEL', cards: [] }],
		['a card without a body', { type: 'CAROUSEL', cards: [{ components: [{ type: 'FOOTER', text: 'x' }] }] }],
		['an unknown kind', { type: 'HOLOGRAM' }],
	])('%s: 400', async (_name, component) => {
		expect((await create({ components: [body, component] })).status).toBe(400);
	});

	test('a language has two to five characters', async () => {
		expect((await create({ language: 'en_GB' })).status).toBe(200);
		expect((await create({ language: 'en_GBR' })).status).toBe(400);
	});
});

describe('an update', () => {
	const update = async (id: string, change: object) =>
		await bench.heltar('POST', `/v1/templates/${id}`, change);

	test('replaces category and components, and starts another review', async () => {
		const { id } = await stored('start_conversation');
		const { status, body: answer } = await update(id, { category: 'MARKETING', components: [body] });
		expect([status, answer.data]).toEqual([200, { success: true }]);
		expect(await stored('start_conversation')).toMatchObject({
			id,
			status: 'PENDING',
			category: 'MARKETING',
			components: [body],
		});
	});

	test('needs something to change, a body, known keys and a template that is there', async () => {
		const { id } = await stored('start_conversation');
		for (const change of [{}, { components: [{ type: 'FOOTER', text: 'x' }] }, { name: 'other' }]) {
			expect((await update(id, change)).status).toBe(400);
		}
		const { status, body: answer } = await update('1', { components: [body] });
		expect([status, answer.errorMessage]).toEqual([400, 'Failed to update template']);
	});
});

test('a template is made from the library', async () => {
	const { data } = (await bench.heltar('GET', '/v1/templates/library?search=payment')).body;
	expect(data).toMatchObject([{ name: 'payment_due_reminder_1', topic: 'PAYMENTS' }]);
	expect((await bench.heltar('GET', '/v1/templates/library?topic=payments')).body.data).toHaveLength(1);
	expect((await bench.heltar('GET', '/v1/templates/library?language=hi')).body.data).toEqual([]);
	const made = await create({ components: undefined, library_template_name: 'payment_due_reminder_1' });
	expect(made.body.data.status).toBe('PENDING');
	expect((await stored('spring')).components[0].text).toMatch(/^Hello \{\{1\}\}/);
	expect((await create({ name: 'other', components: undefined })).status).toBe(400);
});

describe('fallbacks', () => {
	const config = (change: object = {}) => ({
		sourceTemplateName: 'start_conversation',
		sourceLanguageCode: 'en',
		triggerCondition: 'PAUSED',
		fallbackTemplateName: 'spring',
		...change,
	});
	const set = async (change?: object) => await bench.heltar('POST', '/v1/templates/fallback', config(change));
	beforeEach(async () => void (await create({})));

	test('are replaced by the same source, language and reason', async () => {
		const first = (await set()).body.data;
		expect(first).toMatchObject({ ...config(), isEnabled: true });
		expect((await set({ isEnabled: false })).body.data).toMatchObject({ id: first.id, isEnabled: false });
		expect((await set({ triggerCondition: 'UTILITY_TO_MARKETING' })).body.data.id).not.toBe(first.id);
		expect((await bench.heltar('GET', '/v1/templates/fallback')).body.data).toHaveLength(2);
	});

	test.each<[number, RegExp, object]>([
		[400, /cannot be the same/, { fallbackTemplateName: 'start_conversation' }],
		[404, /Source template "nobody" \(en\) not found/, { sourceTemplateName: 'nobody' }],
		[404, /Fallback template "nobody" \(en\) not found/, { fallbackTemplateName: 'nobody' }],
		[400, /not compatible/, { fallbackTemplateName: 'order_update' }],
		[400, /triggerCondition/, { triggerCondition: 'DISABLED' }],
		[400, /Unrecognized key/, { note: 'x' }],
	])('%i %s', async (status, message, change) => {
		const { status: answered, body: answer } = await set(change);
		expect([answered, answer.errorMessage]).toEqual([status, expect.stringMatching(message)]);
	});

	test('lead to no loop, and to a utility where one became marketing', async () => {
		await set();
		const back = { sourceTemplateName: 'spring', fallbackTemplateName: 'start_conversation' };
		expect((await set(back)).body.errorMessage).toMatch(/Loop detected: /);
		await create({ name: 'sale', category: 'MARKETING' });
		const change = { triggerCondition: 'UTILITY_TO_MARKETING', fallbackTemplateName: 'sale' };
		expect((await set(change)).body.errorMessage).toMatch(/must be UTILITY category/);
	});

	test('are deleted by their number', async () => {
		const { id } = (await set()).body.data;
		const remove = async (one: unknown) =>
			await bench.heltar('DELETE', `/v1/templates/fallback/${String(one)}`);
		expect((await remove('x')).body).toMatchObject({ errorMessage: 'Invalid config ID' });
		expect((await remove(id)).body.data).toEqual({ id });
		expect((await remove(id)).status).toBe(404);
	});
});

describe('reports', () => {
	test.each([
		['startDate=2026-9-1&endDate=2026-09-02', /Invalid date format\. Expected YYYY-MM-DD format/],
		['startDate=2026-13-01&endDate=2026-13-02', /must be valid dates/],
		['startDate=2026-09-02&endDate=2026-09-01', /must not be before startDate/],
	])('%s: 400', async (query, message) => {
		const { status, body: answer } = await bench.heltar('GET', `/v1/templates/category-updates?${query}`);
		expect([status, answer.errorMessage]).toEqual([400, expect.stringMatching(message)]);
	});

	test('costs begin in July 2026', async () => {
		const cost = async (day: string) =>
			(await bench.heltar('GET', `/v1/templates/cost-analytics?startDate=${day}&endDate=${today()}`)).status;
		expect([await cost('2026-06-30'), await cost('2026-07-01')]).toEqual([400, 200]);
	});

	test('all analytics share sixty calls in a quarter of an hour; others do not count', async () => {
		await bench.settings({ readLimits: true });
		const period = `startDate=${today()}&endDate=${today()}`;
		for (let call = 1; call <= 60; call++) {
			const path = call % 2 ? 'cost-analytics' : 'template-analytics-clickhouse';
			expect((await bench.heltar('GET', `/v1/templates/${path}?${period}`)).status).toBe(200);
		}
		const refused = await bench.heltar('GET', `/v1/templates/template-details/spring/${today()}`);
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
		expect((await bench.heltar('GET', `/v1/templates/category-updates?${period}`)).status).toBe(200);
		expect((await bench.heltar('GET', '/v1/templates/spring')).status).toBe(200);
	});
});
