import type { IDataObject } from 'n8n-workflow';

import { chosen, GENERATIONS, useFixture } from './fixture';

const fixture = useFixture();

const run = async (operation: string, parameters: IDataObject = {}) =>
	await fixture.run({ resource: 'template', operation, ...parameters });

describe.each(GENERATIONS)('generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('the template is read with all its versions', async () => {
		const { json, error } = await run('get', { templateName: chosen('order_update') });
		expect(error).toBeUndefined();
		if (generation === 2026) {
			expect(json.map(({ language }) => language)).toEqual(['en', 'hi']);
			expect(json[0]).toHaveProperty('components');
		} else {
			expect(json).toEqual([
				{ name: 'order_update', content: expect.any(String), numVariables: 4, numButtons: 0 },
			]);
		}
		expect(await fixture.wire()).toEqual([
			{ method: 'GET', path: '/v1/templates/order_update', query: {}, body: null },
		]);
	});

	test('templates are listed', async () => {
		const { json } = await run('getMany', { limit: 3, options: { refresh: true } });
		expect(json).toHaveLength(3);
		expect(json[0]).toHaveProperty('name', 'hello_world');
		expect(await fixture.wire()).toEqual([
			{ method: 'GET', path: '/v1/templates', query: { refresh: 'true' }, body: null },
		]);
		const all = await run('getMany', { returnAll: true });
		expect(all.json.length).toBeGreaterThan(10);
	});
});

describe.each(GENERATIONS)('managing templates, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('a template is submitted and deleted', async () => {
		const { json, error } = await run('create', {
			name: 'delivery_window',
			category: 'UTILITY',
			language: 'en_GB',
			headerFormat: 'TEXT',
			headerText: 'Order {{1}}',
			headerExample: '88',
			bodyText: 'Hello {{1}}, we deliver on {{2}}.',
			bodyExamples: { values: [{ value: 'Dana' }, { value: 'Tuesday' }] },
			footerText: 'Example Ltd',
			buttons: {
				values: [
					{ type: 'QUICK_REPLY', text: 'Fine' },
					{
						type: 'URL',
						text: 'Track',
						url: 'https://track.example.org/{{1}}',
						example: 'https://track.example.org/88',
					},
				],
			},
			options: { allow_category_change: false },
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([
			{
				name: 'delivery_window',
				language: 'en_GB',
				id: expect.any(String),
				status: 'PENDING',
				category: 'UTILITY',
			},
		]);
		const one = await run('delete', {
			templateName: { mode: 'id', value: 'delivery_window' },
			options: { templateId: json[0].id as string },
		});
		expect(one.json).toEqual([{ deleted: true, templateName: 'delivery_window', templateId: json[0].id }]);
		const whole = await run('delete', { templateName: chosen('order_update') });
		expect(whole.json).toEqual([{ deleted: true, templateName: 'order_update' }]);

		expect(await fixture.wire()).toEqual([
			{
				method: 'POST',
				path: '/v1/templates',
				query: {},
				body: {
					name: 'delivery_window',
					category: 'UTILITY',
					language: 'en_GB',
					components: [
						{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['88'] } },
						{
							type: 'BODY',
							text: 'Hello {{1}}, we deliver on {{2}}.',
							example: { body_text: [['Dana', 'Tuesday']] },
						},
						{ type: 'FOOTER', text: 'Example Ltd' },
						{
							type: 'BUTTONS',
							buttons: [
								{ type: 'QUICK_REPLY', text: 'Fine' },
								{
									type: 'URL',
									text: 'Track',
									url: 'https://track.example.org/{{1}}',
									example: ['https://track.example.org/88'],
								},
							],
						},
					],
					allow_category_change: false,
				},
			},
			{
				method: 'DELETE',
				path: `/v1/templates/delivery_window/${String(json[0].id)}`,
				query: {},
				body: null,
			},
			{ method: 'DELETE', path: '/v1/templates/order_update', query: {}, body: null },
		]);
	});

	test('one language version is read', async () => {
		const { json } = await run('get', {
			templateName: chosen('order_update'),
			options: { templateLang: 'hi' },
		});
		// Older servers know no languages and answer with the template.
		expect(json.map(({ language }) => language)).toEqual([generation === 2026 ? 'hi' : undefined]);
		expect((await fixture.wire())[0].query).toEqual({ templateLang: 'hi' });
	});
});
