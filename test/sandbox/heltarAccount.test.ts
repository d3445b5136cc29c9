import { indianDay } from '../../sandbox/heltar/indianDay';
import { Bench, text, useBench } from './harness';
import { template, words } from './heltarTemplateMessages';

const ASHA = '919800000101';
const bench = useBench(Bench);

const get = async (path: string) => (await bench.heltar('GET', path)).body.data;
const business = async () => await get('/v1/business');

describe('opt rules', () => {
	const rule = (condition: string, value: string, nextIs = 'OR') => ({ condition, value, nextIs });
	const set = async (body: object) => await bench.heltar('PUT', '/v1/business/opt-rules', body);
	const write = async (words: string) =>
		await bench.control('POST', '/heltar/inbound', { from: ASHA, message: { type: 'text', text: words } });
	const optedIn = async () => (await get(`/v1/clients/${ASHA}`)).optedIn;

	test('are replaced as a whole, read back, and decide who is written to', async () => {
		const rules = {
			optOutRules: [
				rule('startsWith', 'no', 'AND'),
				rule('contains', 'more', 'OR'),
				rule('isEqualTo', 'bye'),
			],
			optInRules: [rule('endsWith', 'again')],
			templatePayload: { templateName: 'start_conversation', languageCode: 'en' },
		};
		expect((await business()).integrations).toEqual({});
		expect((await set(rules)).body).toEqual({ message: expect.any(String) });
		expect((await business()).integrations.optRules).toEqual(rules);
		await write('stop');
		expect(await optedIn()).toBe(true);
		await write('No MORE of this');
		expect(await optedIn()).toBe(false);
		const sent = await bench.control('GET', `/heltar/conversations/${ASHA}`);
		expect(sent.body.filter((one: { direction: string }) => one.direction === 'out')).toMatchObject([
			{ type: 'template' },
		]);
		await write('Write to me again');
		expect(await optedIn()).toBe(true);
		await write('bye');
		expect(await optedIn()).toBe(false);
		await set({ optOutRules: [], optInRules: [] });
		await write('Write to me again');
		expect(await optedIn()).toBe(false);
	});

	test.each([
		[{ optOutRules: [] }],
		[{ optOutRules: [rule('is', 'stop')], optInRules: [] }],
		[{ optOutRules: [rule('isEqualTo', ' ')], optInRules: [] }],
		[{ optOutRules: [{ condition: 'isEqualTo', value: 'stop' }], optInRules: [] }],
	])('%j are none', async (body) => {
		expect((await set(body)).status).toBe(400);
	});
});

test('marketing templates are paused and resumed', async () => {
	const pause = async (pauseMarketingTemplates: unknown) =>
		await bench.heltar('PUT', '/v1/business/pause-marketing-templates', { pauseMarketingTemplates });
	expect((await pause('yes')).status).toBe(400);
	await pause(true);
	expect((await business()).integrations).toEqual({ pauseMarketingTemplates: true });
	const video = { type: 'video', video: { link: 'https://files.example.com/tour.mp4' } };
	const marketing = template('product_tour', 'en', [
		{ type: 'header', parameters: [video] },
		words('body', 'Dana'),
	]);
	expect((await bench.send(marketing)).body.errorRaw.fail[0].errorData).toMatch(/paused/);
	await pause(false);
	expect((await business()).integrations).toEqual({});
	expect((await bench.send(marketing)).status).toBe(200);
});

describe('the business profile', () => {
	const path = '/v1/business/profile';

	test('is read as a list of one and changed in parts', async () => {
		const { body } = await bench.heltar('POST', path, {
			about: 'Open from 9 to 18',
			websites: ['https://a.org'],
		});
		expect(body.data).toEqual({ success: true });
		expect(await get(path)).toEqual([
			{
				about: 'Open from 9 to 18',
				websites: ['https://a.org'],
				vertical: 'RETAIL',
				messaging_product: 'whatsapp',
			},
		]);
	});

	test.each([
		[{ about: '' }],
		[{ about: 'x'.repeat(140) }],
		[{ address: 'x'.repeat(257) }],
		[{ description: 'x'.repeat(513) }],
		[{ email: 'x'.repeat(129) }],
		[{ websites: ['a', 'b', 'c'] }],
		[{ websites: ['x'.repeat(257)] }],
		[{ vertical: 'PETS' }],
		[{ name: 'Other' }],
	])('%j is refused', async (body) => {
		const { status, body: answer } = await bench.heltar('POST', path, body);
		expect([status, answer.errorMessage]).toEqual([400, 'Error updating business profile details!']);
	});
});

describe('short links', () => {
	const destinationLink = 'https://example.org/spring?a=b';
	const create = async (body: object) => await bench.heltar('POST', '/v1/link-tracker/create', body);

	test('of one destination are the same one, in bulk always new ones', async () => {
		const { dataHash } = (await create({ destinationLink, hashLength: 8 })).body.data;
		expect(dataHash).toMatch(/^[A-Za-z0-9]{8}$/);
		const again = await create({ destinationLink, hashLength: '12', redirectType: 'dynamic' });
		expect(again.body.data).toEqual({ dataHash });
		const { body } = await bench.heltar('POST', '/v1/link-tracker/create-bulk', {
			destinationLinks: [destinationLink, 'https://example.org/b'],
			hashLength: 9,
		});
		expect(body.data).toEqual([
			{
				mainUrl: destinationLink,
				hash: expect.stringMatching(/^[A-Za-z0-9]{9}$/),
				redirectLink: expect.stringMatching(new RegExp(`/${body.data[0].hash}$`)),
			},
			expect.objectContaining({ mainUrl: 'https://example.org/b' }),
		]);
		expect(body.data[0].hash).not.toBe(dataHash);
		const followed = await fetch(body.data[0].redirectLink, { redirect: 'manual' });
		expect(followed.headers.get('location')).toBe(destinationLink);
	});

	test('are listed newest first, page by page, by a number', async () => {
		await bench.heltar('POST', '/v1/link-tracker/create-bulk', {
			destinationLinks: ['a', 'b', 'c'].map((name) => `https://example.org/${name}`),
			hashLength: 8,
		});
		const first = await get('/v1/link-tracker?limit=2');
		const names = ({ links }: { links: Array<{ destinationLink: string }> }) =>
			links.map((link) => link.destinationLink.at(-1));
		expect(names(first)).toEqual(['c', 'b']);
		expect(first.nextCursor).toEqual(expect.any(Number));
		const second = await get(`/v1/link-tracker?limit=2&cursor=${first.nextCursor}`);
		expect([names(second), second.nextCursor]).toEqual([['a'], null]);
		expect((await bench.heltar('GET', '/v1/link-tracker?limit=501')).status).toBe(400);
		expect((await bench.heltar('GET', '/v1/link-tracker?cursor=next')).status).toBe(400);
	});

	test.each([
		[{ destinationLink: 'example.org', hashLength: 8 }],
		[{ destinationLink, hashLength: 7 }],
		[{ destinationLink, hashLength: 13 }],
		[{ destinationLink }],
		[{ destinationLink, hashLength: 8, redirectType: 'fast' }],
	])('%j is refused', async (body) => {
		expect((await create(body)).status).toBe(400);
	});
});

describe('the embedded chat', () => {
	const open = async (body: object) => await bench.heltar('POST', '/v1/embed/session', body);

	test('has an address for a day, without the number unless that is asked for', async () => {
		const { embedUrl, expiresAt } = (await open({ clientWaNumber: ASHA, agentEmail: 'x@example.com' })).body
			.data;
		expect(embedUrl).not.toContain(ASHA);
		expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(23 * 3_600_000);
		expect((await open({ clientWaNumber: ASHA, encrypt: false })).body.data.embedUrl).toContain(ASHA);
	});

	test.each([
		[{}],
		[{ clientWaNumber: ASHA, encrypt: 'no' }],
		[{ clientWaNumber: ASHA, ui: { sessionExpiredText: '' } }],
		[{ clientWaNumber: ASHA, ui: { sessionExpiredText: 'x'.repeat(201) } }],
	])('%j is refused', async (body) => {
		expect((await open(body)).status).toBe(400);
	});
});

describe('daily engagement', () => {
	const read = async (startDate: string, endDate: string) =>
		await bench.heltar('GET', `/v1/analytics/daily-engagement?startDate=${startDate}&endDate=${endDate}`);

	test('counts every day in Indian time, the newest first', async () => {
		await bench.control('POST', '/heltar/inbound', { from: ASHA, message: { type: 'text', text: 'Hi' } });
		await bench.send(text(ASHA));
		const today = indianDay(Date.now());
		const before = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
		const none = { uniqueDailyActiveUsers: 0, newActiveUsers: 0, totalMessages: 0, campaignMessages: 0 };
		expect((await read(before, today)).body.data).toEqual([
			{
				date: `${today}T00:00:00.000Z`,
				uniqueDailyActiveUsers: 1,
				newActiveUsers: 1,
				totalMessages: 2,
				campaignMessages: 0,
			},
			{ date: `${before}T00:00:00.000Z`, ...none },
		]);
	});

	test('is told for 366 days at most', async () => {
		expect((await read('2027-01-01', '2028-01-01')).status).toBe(200);
		expect((await read('2027-01-01', '2028-01-02')).status).toBe(400);
		expect((await read('2027-01-02', '2027-01-01')).status).toBe(400);
		expect((await read('', '2027-01-01')).status).toBe(400);
	});
});
