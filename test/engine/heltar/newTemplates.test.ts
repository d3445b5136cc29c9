import type { IDataObject } from 'n8n-workflow';

import { GENERATIONS, useFixture } from './fixture';

const fixture = useFixture();

const run = async (operation: string, parameters: IDataObject = {}) =>
	await fixture.run({ resource: 'template', operation, ...parameters });

describe.each(GENERATIONS)('managing templates, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

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
