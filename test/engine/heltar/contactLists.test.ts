import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { GENERATIONS, useFixture } from './fixture';

const ASHA = '919800000101';
const ROHAN = '919800000102';
const DANA = '447700900123';

const fixture = useFixture();

const run = async (operation: string, parameters: IDataObject = {}) =>
	await fixture.run({ resource: 'contact', operation, ...parameters });
const list = async (method: string, ...args: string[]) =>
	await fixture.inPanel<INodeListSearchResult>('listSearch', method, {}, ...args);

describe.each(GENERATIONS)('generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('contacts are listed', async () => {
		const { json, error } = await run('getMany', { limit: 3 });
		expect(error).toBeUndefined();
		expect(json).toHaveLength(3);
		expect(json[0]).toMatchObject({ attributes: expect.any(Object) });
		expect(json[0]).not.toHaveProperty('createdAt');
		expect(await fixture.wire()).toEqual([
			{ method: 'GET', path: '/v1/clients', query: { limit: '3' }, body: null },
		]);
		const full = await run('getMany', { returnAll: true, simplify: false });
		expect(full.json[0]).toHaveProperty('createdAt');
	});

	test('contacts are found by name or number', async () => {
		const { results } = await list('searchContacts', 'meera');
		expect(results).toEqual([{ name: 'Meera Iyer (919800000103)', value: '919800000103' }]);
		expect((await list('searchContacts', '44770')).results).toEqual([
			{ name: 'Dana Field (447700900123)', value: DANA },
		]);
		expect((await list('searchContacts')).results.length).toBeGreaterThan(3);
	});
});

test('lists are filtered and read page by page', async () => {
	await fixture.answerNext(
		'/v1/clients',
		{ clients: [{ clientWaNumber: ASHA }], nextCursor: 'p2' },
		{ clients: [{ clientWaNumber: ROHAN }], nextCursor: null },
	);
	const { json, error } = await run('getMany', {
		returnAll: true,
		filters: { tags: 'vip, new', isOpen: true, unread: false },
	});
	expect(error).toBeUndefined();
	expect(json).toEqual([
		{ clientWaNumber: ASHA, windowOpenUntil: null },
		{ clientWaNumber: ROHAN, windowOpenUntil: null },
	]);
	const filters = { tags: ['vip', 'new'], isOpen: 'true', unread: 'false', limit: '1000' };
	expect((await fixture.wire()).map(({ query }) => query)).toEqual([filters, { ...filters, cursor: 'p2' }]);
});

test('long lists are read on, and searched on until something is found', async () => {
	await fixture.answerNext(
		'/v1/clients',
		{ clients: [], nextCursor: 'p2' },
		{ clients: [{ username: 'Zoe', clientWaNumber: '447700900888' }], nextCursor: 'p3' },
	);
	const found = await list('searchContacts', 'zoe', 'p1');
	expect(found).toEqual({
		results: [{ name: 'Zoe (447700900888)', value: '447700900888' }],
		paginationToken: 'p3',
	});
	expect((await fixture.wire()).map(({ query }) => query)).toEqual([
		{ limit: '5000', cursor: 'p1' },
		{ limit: '5000', cursor: 'p2' },
	]);
});
