import type { IDataObject } from 'n8n-workflow';

import { startProvider } from '../provider';
import { DIALECTS, openFixture, runAt } from './fixture';

const MINE = 'https://n8n.example.com/webhook/mine';
const OTHERS = 'https://crm.example.com/incoming';

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
	fixture = await openFixture();
});
afterAll(async () => await fixture.close());

const webhook = (operation: string, parameters: IDataObject = {}) =>
	fixture.run({ resource: 'webhook', operation, ...parameters });
const stored = async () => (await fixture.webhooks()).map(({ url }) => url);
const calls = async () =>
	(await fixture.requests()).map(({ method, body }) => (body === null ? method : [method, body]));

const start = async (dialect: string, url?: string) => {
	await fixture.reset();
	if (url !== undefined) await webhook('set', { url, replace: true });
	await fixture.settings({ dialect });
	await fixture.requests();
};

describe.each(DIALECTS)('in the %s dialect', (dialect) => {
	test.each<[attempt: string, operation: string, parameters: IDataObject]>([
		['setting one’s own', 'set', { url: MINE }],
		[
			'setting one’s own, with headers',
			'set',
			{ url: MINE, headers: { values: [{ name: 'X-A', value: '1' }] } },
		],
		['deleting one’s own', 'delete', { url: MINE }],
		['deleting one that differs by a slash only', 'delete', { url: `${OTHERS}/` }],
		['reading', 'get', {}],
	])('%s leaves another system’s webhook alone', async (_, operation, parameters) => {
		await start(dialect, OTHERS);
		await webhook(operation, parameters);
		expect(await stored()).toEqual([OTHERS]);
		for (const { method, body, query } of await fixture.requests()) {
			expect(query).toEqual({});
			if (method === 'POST') expect(body).toEqual({ url: '' });
		}
	});

	test('with the tick, another is replaced', async () => {
		await start(dialect, OTHERS);
		const { error } = await webhook('set', {
			url: MINE,
			replace: true,
			headers: { values: [{ name: 'X-Secret', value: '7f3a' }] },
		});
		expect(error).toBeUndefined();
		expect(await fixture.webhooks()).toMatchObject([{ url: MINE, headers: { 'X-Secret': '7f3a' } }]);
	});

	test('by hand, whichever there is is deleted', async () => {
		await start(dialect, OTHERS);
		const { json } = await webhook('delete');
		expect(json).toEqual([{ deleted: true, method: dialect === 'conventional' ? 'delete' : 'clear' }]);
		expect(await stored()).toEqual([]);
	});
});

describe('where the account shows its webhook', () => {
	test('none is set without a tick, and so is the same one again', async () => {
		await start('conventional');
		expect((await webhook('set', { url: MINE })).json).toMatchObject([{ success: true, url: MINE }]);
		expect((await webhook('set', { url: MINE })).json).toMatchObject([{ success: true, url: MINE }]);
		expect(await stored()).toEqual([MINE]);
	});

	test('a refusal names the other one and the way out', async () => {
		await start('conventional', OTHERS);
		const { error } = await webhook('set', { url: MINE });
		expect(error?.message).toContain(OTHERS);
		expect(error?.message).toMatch(/^Replace Existing Webhook: it is off/);
		expect(error?.context.field).toBe('replace');
		expect(await calls()).toEqual(['GET']);
	});

	test('the tick tells what it replaced', async () => {
		await start('conventional', OTHERS);
		expect((await webhook('set', { url: MINE, replace: true })).json).toMatchObject([{ replaced: OTHERS }]);
	});

	test('deleting names what it skips', async () => {
		await start('conventional', OTHERS);
		expect((await webhook('delete', { url: MINE })).json).toEqual([
			{ deleted: false, skipped: 'another webhook is registered', registered: OTHERS },
		]);
		expect(await calls()).toEqual(['GET']);
	});

	test('deleting where there is none sends nothing', async () => {
		await start('conventional');
		expect((await webhook('delete', { url: MINE })).json).toMatchObject([{ deleted: true }]);
		expect(await calls()).toEqual(['GET']);
	});

	test('one’s own is deleted by its address', async () => {
		await start('conventional', MINE);
		expect((await webhook('delete', { url: MINE })).json).toEqual([{ deleted: true, method: 'delete' }]);
		expect(await calls()).toEqual(['GET', ['DELETE', { url: MINE }]]);
	});

	test('reading gives the address, and none as null', async () => {
		await start('conventional', MINE);
		expect((await webhook('get')).json).toMatchObject([{ url: MINE }]);
		await start('conventional');
		expect((await webhook('get')).json).toMatchObject([{ url: null }]);
	});
});

describe('where the account cannot show it', () => {
	test('setting wants the tick', async () => {
		await start('literal');
		const { error } = await webhook('set', { url: MINE });
		expect(error?.message).toMatch(/cannot show whether another webhook is registered/);
		expect(await calls()).toEqual(['GET']);
	});

	test('reading says so', async () => {
		await start('literal', MINE);
		const { error } = await webhook('get');
		expect(error?.message).toMatch(/^Reading the webhook is not supported by this account/);
		expect(await stored()).toEqual([MINE]);
	});

	test('deleting a certain one goes no further than DELETE', async () => {
		await start('literal', MINE);
		const { error } = await webhook('delete', { url: MINE });
		expect(error?.description).toMatch(/leave URL empty/);
		expect(await calls()).toEqual(['GET', ['DELETE', { url: MINE }]]);
	});
});

describe('whatever form the answer has', () => {
	let stored: unknown;
	let provider: Awaited<ReturnType<typeof startProvider>>;
	beforeAll(async () => {
		provider = await startProvider(({ method }) => (method === 'GET' ? { body: stored } : { status: 405 }));
	});
	const run = async (operation: string, parameters: IDataObject) =>
		await runAt(provider.url)({ resource: 'webhook', operation, ...parameters });
	const sent = () => provider.calls().filter(({ method }) => method !== 'GET');

	test.each([
		[{ url: OTHERS }],
		[{ data: { url: OTHERS } }],
		[{ webhook: { url: OTHERS } }],
		[{ webhook_url: OTHERS }],
		[{ webhooks: [{ target: OTHERS }] }],
		[{ success: true, data: [{ url: OTHERS }] }],
	])('%j is another system’s', async (answer) => {
		stored = answer;
		expect((await run('set', { url: MINE })).error).toBeDefined();
		expect(sent()).toEqual([]);
		await run('delete', { url: MINE });
		expect(sent().filter(({ method }) => method === 'POST')).toEqual([]);
	});

	test.each([
		[undefined],
		[{}],
		[{ url: '' }],
		[{ url: null, headers: {} }],
		[{ data: null, success: true }],
		[[]],
	])('%j is none', async (answer) => {
		stored = answer;
		await run('set', { url: MINE });
		expect(sent()).toMatchObject([{ method: 'POST', body: { url: MINE } }]);
	});

	test('one’s own may be cleared where it cannot be deleted', async () => {
		stored = { url: MINE };
		await run('delete', { url: MINE });
		expect(sent()).toMatchObject([
			{ method: 'DELETE', body: { url: MINE } },
			{ method: 'POST', body: { url: '' } },
		]);
	});
});

test('a webhook that cannot be read for another reason is not overwritten', async () => {
	const provider = await startProvider(() => ({ status: 403, body: { message: 'Forbidden' } }));
	const { error } = await runAt(provider.url)({
		resource: 'webhook',
		operation: 'set',
		url: MINE,
		replace: true,
	});
	expect(error?.message).toBe('Forbidden');
	expect(provider.calls().map(({ method }) => method)).toEqual(['GET']);
});
