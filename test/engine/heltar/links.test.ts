import type { IDataObject } from 'n8n-workflow';

import { chosen, useFixture } from './fixture';

const ASHA = '919800000101';

const fixture = useFixture();

const run = async (operation: string, parameters: IDataObject = {}, items?: IDataObject[]) =>
	await fixture.run(
		{ resource: 'link', operation, destinationLink: 'https://example.org/spring', ...parameters },
		{ items, node: { onError: 'continueRegularOutput' } },
	);

describe('a short link', () => {
	const call = { method: 'POST', path: '/v1/link-tracker/create', query: {} };

	test('is created', async () => {
		const { json } = await run('create', { hashLength: 12, redirectType: 'dynamic' });
		expect(json).toEqual([{ dataHash: expect.stringMatching(/^\w{12}$/) }]);
		expect((await run('create', { destinationLink: 'exampleapp://orders/42' })).json[0]).toHaveProperty(
			'dataHash',
		);
		expect(await fixture.wire()).toEqual([
			{
				...call,
				body: { destinationLink: 'https://example.org/spring', hashLength: 12, redirectType: 'dynamic' },
			},
			{ ...call, body: { destinationLink: 'exampleapp://orders/42', hashLength: 8, redirectType: 'static' } },
		]);
	});

	test('needs an address with its scheme', async () => {
		const { json } = await run('create', { destinationLink: 'example.org/spring' });
		expect(json).toMatchObject([
			{
				outcome: 'failed',
				error: 'Destination: "example.org/spring" is not a web address',
				advice: expect.stringContaining('https://'),
			},
		]);
		expect(await fixture.wire()).toEqual([]);
	});

	test('whose code is taken says what to do', async () => {
		const body = {
			errorType: 'Conflict',
			errorMessage: 'Hash exists',
			errorsValidation: null,
			errorRaw: null,
		};
		await fixture.fault({ kind: 'status', status: 409, body }, { path: call.path });
		expect((await run('create')).json).toMatchObject([
			{
				outcome: 'failed',
				error: 'Hash exists',
				advice: expect.stringContaining('Try again, or choose a longer code'),
			},
		]);
	});
});

describe('short links in bulk', () => {
	const path = '/v1/link-tracker/create-bulk';
	const destinationLink = '={{ $json.to }}';
	const items = ['a', 'b', 'a'].map((name) => ({ to: `https://example.org/${name}` }));
	const made = (name: string, hash: string) => ({
		mainUrl: `https://example.org/${name}`,
		hash,
		redirectLink: hash,
	});

	test('are made in one call, one for every item', async () => {
		const { json, outputs } = await run('createBulk', { destinationLink }, items);
		expect(json.map(({ mainUrl }) => mainUrl)).toEqual(items.map(({ to }) => to));
		expect(new Set(json.map(({ hash }) => hash)).size).toBe(3);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(await fixture.wire()).toEqual([
			{
				method: 'POST',
				path,
				query: {},
				body: { destinationLinks: items.map(({ to }) => to), hashLength: 8, redirectType: 'static' },
			},
		]);
	});

	test('with other settings go out in another call', async () => {
		const mixed = items.map((item, at) => ({ ...item, length: at === 1 ? 9 : 8 }));
		const { json } = await run('createBulk', { destinationLink, hashLength: '={{ $json.length }}' }, mixed);
		expect(json.map(({ hash }) => String(hash).length)).toEqual([8, 9, 8]);
		expect((await fixture.wire()).map(({ body }) => body.destinationLinks.length)).toEqual([2, 1]);
	});

	test('of more than 500 items go out in several calls', async () => {
		const many = Array.from({ length: 501 }, (_, at) => ({ to: `https://example.org/${at}` }));
		expect((await run('createBulk', { destinationLink }, many)).json).toHaveLength(501);
		expect((await fixture.wire()).map(({ body }) => body.destinationLinks.length)).toEqual([500, 1]);
	});

	test('that an answer leaves out are unknown, and no link is given to another destination', async () => {
		await fixture.answerNext(path, [made('b', 'h2')], [made('a', 'h1'), { mainUrl: 'b' }, made('a', 'h3')]);
		const short = await run('createBulk', { destinationLink }, items);
		expect(short.json).toMatchObject([{ outcome: 'unknown' }, { hash: 'h2' }, { outcome: 'unknown' }]);
		const odd = await run('createBulk', { destinationLink }, items);
		expect(odd.json).toMatchObject([{ hash: 'h1' }, { outcome: 'unknown' }, { hash: 'h3' }]);
	});
});

test('short links are listed page by page, by a cursor that is a number', async () => {
	await fixture.answerNext(
		'/v1/link-tracker',
		{ links: [{ id: 812, hash: 'b' }], nextCursor: 812 },
		{ links: [{ id: 811, hash: 'a' }], nextCursor: null },
	);
	expect((await run('getMany', { returnAll: true })).json).toEqual([
		{ id: 812, hash: 'b' },
		{ id: 811, hash: 'a' },
	]);
	await run('createBulk', { destinationLink: '={{ $json.to }}' }, [
		{ to: 'https://a.org' },
		{ to: 'https://b.org' },
	]);
	expect((await run('getMany', { limit: 1 })).json).toMatchObject([{ destinationLink: 'https://b.org' }]);
	const call = { method: 'GET', path: '/v1/link-tracker', body: null };
	expect((await fixture.wire()).filter(({ method }) => method === 'GET')).toEqual([
		{ ...call, query: { limit: '500' } },
		{ ...call, query: { limit: '500', cursor: '812' } },
		{ ...call, query: { limit: '1' } },
	]);
});

describe('an embedded chat', () => {
	const open = async (options: IDataObject = {}) =>
		await fixture.run({
			resource: 'embed',
			operation: 'createSession',
			clientWaNumber: chosen(ASHA),
			options,
		});
	const call = { method: 'POST', path: '/v1/embed/session', query: {} };

	test('is opened', async () => {
		const { json } = await open();
		expect(json).toEqual([{ embedUrl: expect.stringMatching(/^http/), expiresAt: expect.any(String) }]);
		await open({
			agentEmail: chosen('priya@example.com'),
			encrypt: false,
			hideCallButton: true,
			hideChatOptions: false,
			showRefresh: true,
			sessionExpiredText: ' Open it again ',
		});
		expect(await fixture.wire()).toEqual([
			{ ...call, body: { clientWaNumber: ASHA } },
			{
				...call,
				body: {
					clientWaNumber: ASHA,
					agentEmail: 'priya@example.com',
					encrypt: false,
					ui: {
						hideCallButton: true,
						hideChatOptions: false,
						showRefresh: true,
						sessionExpiredText: 'Open it again',
					},
				},
			},
		]);
	});

	test('says up to 200 characters once it is over', async () => {
		expect((await open({ sessionExpiredText: 'x'.repeat(200) })).error).toBeUndefined();
		const { error } = await open({ sessionExpiredText: 'x'.repeat(201) });
		expect(error?.message).toBe('Options → Text After the End: 201 characters, the maximum is 200');
		expect(await fixture.wire()).toHaveLength(1);
	});

	test('needs the scope for it', async () => {
		const apiKey = await fixture.key({ scopes: ['clients:*'] });
		const parameters = { resource: 'embed', operation: 'createSession', clientWaNumber: chosen(ASHA) };
		const { error } = await fixture.run(parameters, { apiKey });
		expect(error?.message).toBe('API key does not have the required scope (embed:write)');
	});
});

describe('daily engagement', () => {
	const read = async (startDate: unknown, endDate: unknown) =>
		await fixture.run({
			resource: 'analytics',
			operation: 'getDailyEngagement',
			startDate,
			endDate,
		} as IDataObject);
	const call = { method: 'GET', path: '/v1/analytics/daily-engagement', body: null };

	test('is one item a day', async () => {
		const { json } = await read('2026-03-01', '2026-03-02T23:00:00+05:30');
		expect(json.map(({ date }) => date)).toEqual(['2026-03-02T00:00:00.000Z', '2026-03-01T00:00:00.000Z']);
		expect(json[0]).toEqual({
			date: '2026-03-02T00:00:00.000Z',
			uniqueDailyActiveUsers: 0,
			newActiveUsers: 0,
			totalMessages: 0,
			campaignMessages: 0,
		});
		expect(await fixture.wire()).toEqual([
			{ ...call, query: { startDate: '2026-03-01', endDate: '2026-03-02' } },
		]);
	});

	test.each([
		['2026-01-01', '2026-12-31'],
		['2027-01-01', '2028-01-01'],
		['2026-03-01', '2026-03-01'],
	])('from %s to %s can be asked for', async (startDate, endDate) => {
		expect((await read(startDate, endDate)).error).toBeUndefined();
		expect(await fixture.wire()).toEqual([{ ...call, query: { startDate, endDate } }]);
	});

	test.each([
		['2027-01-01', '2028-01-02', 'Last Day: 367 days from the first day, the maximum is 366'],
		['2026-03-02', '2026-03-01', 'Last Day: 2026-03-01 is before the first day, 2026-03-02'],
		['2026-02-30', '2026-03-01', 'First Day: "2026-02-30" is not a date'],
	])('from %s to %s is refused', async (startDate, endDate, message) => {
		expect((await read(startDate, endDate)).error?.message).toBe(message);
		expect(await fixture.wire()).toEqual([]);
	});
});
