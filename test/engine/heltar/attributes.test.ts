import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { chosen, GENERATIONS, useFixture } from './fixture';

const fixture = useFixture();

const run = async (operation: string, parameters: IDataObject = {}) =>
	await fixture.run({ resource: 'attribute', operation, ...parameters });
const PATH = '/v1/business/attributes';

describe.each(GENERATIONS)('generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('attributes are listed, whether they come as names or as definitions', async () => {
		const { json, error } = await run('getMany', { limit: 2 });
		expect(error).toBeUndefined();
		expect(json).toEqual(
			generation === 2023
				? [{ fieldKey: 'email' }, { fieldKey: 'city' }]
				: [
						{ fieldKey: 'email', dataType: 'text' },
						{ fieldKey: 'city', dataType: 'text' },
					],
		);
		const all = await run('getMany', { returnAll: true });
		expect(all.json.map(({ fieldKey }) => fieldKey)).toContain('plan');
		expect(await fixture.wire()).toEqual([
			{ method: 'GET', path: PATH, query: {}, body: null },
			{ method: 'GET', path: PATH, query: {}, body: null },
		]);
	});

	test('attributes are created, changed and deleted', async () => {
		const number = await run('create', { fieldKey: 'height', dataType: 'numerical' });
		expect(number.json).toEqual([{ fieldKey: 'height', dataType: 'numerical' }]);
		const choice = await run('create', {
			fieldKey: 'size',
			dataType: 'dropdown',
			dropdownOptions: 'S, M , L',
		});
		expect(choice.json).toEqual([
			{ fieldKey: 'size', dataType: 'dropdown', dropdownOptions: ['S', 'M', 'L'] },
		]);

		const renamed = await run('update', {
			oldAttribute: chosen('height'),
			fieldKey: 'tallness',
			dataType: 'text',
		});
		expect(renamed.json).toEqual([{ fieldKey: 'tallness', dataType: 'text' }]);
		const retyped = await run('update', {
			oldAttribute: { mode: 'id', value: 'tags' },
			dataType: 'tags',
			tagOptions: 'vip, new',
		});
		expect(retyped.json).toEqual([{ fieldKey: 'tags', dataType: 'tags', tagOptions: ['vip', 'new'] }]);

		const gone = await run('delete', { attribute: chosen('tallness') });
		expect(gone.json).toEqual([{ deleted: true, attribute: 'tallness' }]);

		expect(await fixture.wire()).toEqual([
			{
				method: 'POST',
				path: PATH,
				query: {},
				body: { attributes: [{ fieldKey: 'height', dataType: 'numerical' }] },
			},
			{
				method: 'POST',
				path: PATH,
				query: {},
				body: {
					attributes: [{ fieldKey: 'size', dataType: 'dropdown', dropdownOptions: ['S', 'M', 'L'] }],
				},
			},
			{
				method: 'PUT',
				path: PATH,
				query: {},
				body: { oldAttribute: 'height', newAttribute: { fieldKey: 'tallness', dataType: 'text' } },
			},
			{
				method: 'PUT',
				path: PATH,
				query: {},
				body: {
					oldAttribute: 'tags',
					newAttribute: { fieldKey: 'tags', dataType: 'tags', tagOptions: ['vip', 'new'] },
				},
			},
			{ method: 'DELETE', path: PATH, query: { attribute: 'tallness' }, body: null },
		]);
	});

	test('attributes can be picked from a list', async () => {
		const { results } = await fixture.inPanel<INodeListSearchResult>(
			'listSearch',
			'searchAttributes',
			{},
			'CIT',
		);
		expect(results).toEqual([{ name: generation === 2023 ? 'city' : 'city (text)', value: 'city' }]);
	});
});
