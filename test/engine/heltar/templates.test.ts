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

	test('a template whose variables have names says so', async () => {
		const { json, error } = await run('create', {
			name: 'parcel_waiting',
			category: 'UTILITY',
			language: 'en',
			headerFormat: 'TEXT',
			headerText: 'Parcel {{parcel_number}}',
			headerExample: 'P-17',
			bodyText: 'Hello {{customer}}, your parcel waits at {{shop}}. Bye {{customer}}!',
			bodyExamples: { values: [{ value: 'Dana' }, { value: 'MG Road' }] },
		});
		expect(error).toBeUndefined();
		expect((await fixture.wire())[0].body).toEqual({
			name: 'parcel_waiting',
			category: 'UTILITY',
			language: 'en',
			parameter_format: 'named',
			components: [
				{
					type: 'HEADER',
					format: 'TEXT',
					text: 'Parcel {{parcel_number}}',
					example: { header_text_named_params: [{ param_name: 'parcel_number', example: 'P-17' }] },
				},
				{
					type: 'BODY',
					text: 'Hello {{customer}}, your parcel waits at {{shop}}. Bye {{customer}}!',
					example: {
						body_text_named_params: [
							{ param_name: 'customer', example: 'Dana' },
							{ param_name: 'shop', example: 'MG Road' },
						],
					},
				},
			],
		});
		// What has names without saying so, WhatsApp rejects at once.
		expect(json).toMatchObject([{ status: 'PENDING' }]);
	});

	test('the same holds for components given as JSON', async () => {
		const components = [
			{
				type: 'BODY',
				text: 'Hello {{customer}}, we are open again.',
				example: { body_text_named_params: [{ param_name: 'customer', example: 'Dana' }] },
			},
		];
		const { json, error } = await run('create', {
			name: 'open_again',
			specifyComponents: 'json',
			components: JSON.stringify(components),
		});
		expect(error).toBeUndefined();
		expect((await fixture.wire())[0].body).toMatchObject({ parameter_format: 'named', components });
		expect(json).toMatchObject([{ status: 'PENDING' }]);
	});

	test.each([
		[
			{},
			[
				{ type: 'BODY', add_security_recommendation: true },
				{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
			],
		],
		[
			{
				add_security_recommendation: false,
				code_expiration_minutes: 10,
				copyButtonText: 'Copy the code',
				// Left over from another category: n8n does not show them.
				bodyText: 'Your code is {{1}}.',
				headerFormat: 'IMAGE',
			},
			[
				{ type: 'BODY', add_security_recommendation: false },
				{ type: 'FOOTER', code_expiration_minutes: 10 },
				{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy the code' }] },
			],
		],
	])('an authentication template has the form WhatsApp approves: %j', async (parameters, components) => {
		const { json, error } = await run('create', {
			name: 'sign_in_code',
			category: 'AUTHENTICATION',
			language: 'en',
			...parameters,
		});
		expect(error).toBeUndefined();
		expect((await fixture.wire())[0].body).toEqual({
			name: 'sign_in_code',
			category: 'AUTHENTICATION',
			language: 'en',
			components,
		});
		expect(json).toMatchObject([{ status: 'PENDING', category: 'AUTHENTICATION' }]);
	});

	test('a category that comes from data decides for each item which form it has', async () => {
		const { json, error } = await fixture.run(
			{
				resource: 'template',
				operation: 'create',
				name: '={{ $json.name }}',
				category: '={{ $json.category }}',
				bodyText: 'We are open.',
			},
			{
				items: [
					{ name: 'open_again', category: 'UTILITY' },
					{ name: 'sign_in_code', category: 'AUTHENTICATION' },
				],
			},
		);
		expect(error).toBeUndefined();
		expect(json.map(({ status }) => status)).toEqual(['PENDING', 'PENDING']);
		expect((await fixture.wire()).map(({ body }) => body.components[0])).toEqual([
			{ type: 'BODY', text: 'We are open.' },
			{ type: 'BODY', add_security_recommendation: true },
		]);
	});

	test('a template may use every limit', async () => {
		const { json, error } = await run('create', {
			name: 'x'.repeat(512),
			headerFormat: 'TEXT',
			headerText: 'é'.repeat(60),
			bodyText: '🙂'.repeat(1024),
			footerText: 'x'.repeat(60),
			buttons: {
				values: [
					...['A', 'B', 'C'].map((one) => ({ type: 'QUICK_REPLY', text: one })),
					{ type: 'URL', text: 'x'.repeat(25), url: 'https://example.org' },
					{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+447700900123' },
				],
			},
		});
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ status: 'PENDING' }]);
	});

	test('a template is submitted as JSON', async () => {
		const components = [{ type: 'BODY', text: 'We are open again.' }];
		const { error } = await run('create', {
			name: 'open_again',
			category: 'MARKETING',
			specifyComponents: 'json',
			components: JSON.stringify(components),
		});
		expect(error).toBeUndefined();
		expect((await fixture.wire())[0].body).toEqual({
			name: 'open_again',
			category: 'MARKETING',
			language: 'en',
			components,
		});
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

	test('a body pasted into the editor, which n8n marks as an expression, keeps its variables', async () => {
		const { error } = await run('create', {
			name: 'pasted_text',
			category: 'UTILITY',
			language: 'en',
			bodyText: '=Hello {{1}}, order {{2}} is on its way.',
			bodyExamples: { values: [{ value: 'Dana' }, { value: '88' }] },
		});
		expect(error).toBeUndefined();
		const [{ body }] = await fixture.wire();
		expect(body.components[0].text).toBe('Hello {{1}}, order {{2}} is on its way.');
	});
});
