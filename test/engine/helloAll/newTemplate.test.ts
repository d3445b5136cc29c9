import type { IDataObject, ResourceMapperFields } from 'n8n-workflow';

import { startProvider } from '../provider';
import { useEditor } from './editorFixture';
import { runAt } from './fixture';
import { draft } from './templateDraft';

const { fixture, load } = useEditor();

describe('a new template', () => {
	test('asks for a sample next to each variable', async () => {
		const { fields } = await load<ResourceMapperFields>('resourceMapping', 'getDraftVariables', draft);
		expect(fields.map(({ id, displayName }) => [id, displayName])).toEqual([
			['body.1', 'Body 1 – Hello {{1}}, pick up {{2}} today.'],
			['body.2', expect.stringContaining('pick up {{2}} today.')],
		]);
		for (const bodyText of ['No variable', '={{ $json.text }}']) {
			const none = await load<ResourceMapperFields>('resourceMapping', 'getDraftVariables', {
				...draft,
				bodyText,
			});
			expect(none.fields).toEqual([]);
			expect(none.emptyFieldsNotice).toBeTruthy();
		}
	});

	test.each<[what: string, change: IDataObject, problem: RegExp]>([
		['a gap in its variables', { bodyText: 'Hello {{1}}, pick up {{3}} today.' }, /\{\{2\}\}/],
		['a variable at the beginning', { bodyText: '{{1}}, pick up {{2}} today.' }, /^Body: it begins/],
		['a variable at the end', { bodyText: 'Hello {{1}}, pick up {{2}}' }, /^Body: it ends/],
		['variables side by side', { bodyText: 'Hello {{1}} {{2}} today.' }, /side by side/],
		['a body that is too long', { bodyText: 'x'.repeat(1025), bodyExamples: {} }, /the maximum is 1024/],
		[
			'a sample for another variable',
			{ bodyExamples: { value: { 'body.1': 'Asha', 'body.3': '1042' } } },
			/^Body Samples: no sample for \{\{2\}\}/,
		],
		[
			'a missing sample',
			{ bodyExamples: { value: { 'body.1': 'Asha' } } },
			/^Body Samples: 1 added, but .*2 variables/,
		],
		[
			'two variables in the header',
			{ headerFormat: 'TEXT', headerText: '{{1}} or {{2}}' },
			/^Header Text: 2 variables/,
		],
		[
			'a header variable without a sample',
			{ headerFormat: 'TEXT', headerText: 'Order {{1}}' },
			/Header Sample: nothing is filled in, but the header has a variable/,
		],
		[
			'a header file without a sample',
			{ headerFormat: 'IMAGE' },
			/Header Sample: none added, but a header with a file needs one/,
		],
		[
			'a header file at an unsafe address',
			{ headerFormat: 'IMAGE', headerExample: 'http://files.example.com/a.jpeg' },
			/^Header Sample: must start with https/,
		],
		['a variable in the footer', { footerText: 'Store {{1}}' }, /^Footer/],
		['a name with capitals', { name: 'PickUp' }, /^Name: /],
		[
			'four quick replies',
			{ buttons: { values: ['a', 'b', 'c', 'd'].map((text) => ({ type: 'QUICK_REPLY', text })) } },
			/the maximum is 3/,
		],
		[
			'a text of one’s own for authentication',
			{ category: 'OTHER', otherCategory: 'authentication' },
			/^Category: WhatsApp does not allow your own text in authentication templates/,
		],
		['a language that is none', { language: 'English' }, /language code/],
	])('is refused with %s, before anything is sent', async (_, change, problem) => {
		await fixture.requests();
		const { error } = await fixture.run({ ...draft, ...change });
		expect(error?.message).toMatch(problem);
		expect(await fixture.requests()).toEqual([]);
	});

	test.each([
		[{ headerFormat: 'TEXT', headerText: 'Your order', headerExample: '1042' }, { text: 'Your order' }],
		[
			{ headerFormat: 'IMAGE', headerExample: '4::aW1hZ2U=' },
			{ example: { header_handle: ['4::aW1hZ2U='] } },
		],
	])('shows samples exactly where something is filled in: %j', async (header, component) => {
		await fixture.requests();
		await fixture.run({ ...draft, ...header });
		expect((await fixture.requests())[0].body.components[0]).toEqual({
			type: 'HEADER',
			format: header.headerFormat,
			...component,
		});
	});

	test('asks for a sample for each name, and sends them by name', async () => {
		const named = {
			...draft,
			name: 'pick_up_named',
			bodyText: 'Hello {{customer}}, pick up {{order}} today.',
		};
		const { fields } = await load<ResourceMapperFields>('resourceMapping', 'getDraftVariables', named);
		expect(fields.map(({ id }) => id)).toEqual(['body.customer', 'body.order']);
		await fixture.requests();
		// As an agent may write it: in any order, without the definitions of the fields.
		const bodyExamples = { value: { 'body.order': 1042, 'body.customer': 'Asha' } };
		const { json, error } = await fixture.run({ ...named, bodyExamples });
		expect(error).toBeUndefined();
		expect((await fixture.requests())[0].body).toEqual({
			name: 'pick_up_named',
			category: 'UTILITY',
			language: 'en',
			parameter_format: 'named',
			components: [
				{
					type: 'BODY',
					text: 'Hello {{customer}}, pick up {{order}} today.',
					example: {
						body_text_named_params: [
							{ param_name: 'customer', example: 'Asha' },
							{ param_name: 'order', example: '1042' },
						],
					},
				},
			],
		});
		expect(json).toMatchObject([{ status: 'submitted' }]);
	});

	test('has the form WhatsApp approves for authentication, and is sent with its code', async () => {
		await fixture.requests();
		const { json, error } = await fixture.run({
			...draft,
			name: 'sign_in_code',
			category: 'AUTHENTICATION',
			code_expiration_minutes: 5,
		});
		expect(error).toBeUndefined();
		expect((await fixture.requests())[0].body).toEqual({
			name: 'sign_in_code',
			category: 'AUTHENTICATION',
			language: 'en',
			components: [
				{ type: 'BODY', add_security_recommendation: true },
				{ type: 'FOOTER', code_expiration_minutes: 5 },
				{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
			],
		});
		expect(json).toMatchObject([{ status: 'submitted' }]);
		await fixture.approve('sign_in_code');
		const { fields } = await load<ResourceMapperFields>('resourceMapping', 'getTemplateVariables', {
			templateName: { mode: 'list', value: 'sign_in_code' },
			languageCode: 'en',
		});
		expect(fields.map(({ id }) => id)).toEqual(['body.1', 'button.0.url']);
	});

	test('may have a category the list does not know', async () => {
		await fixture.requests();
		await fixture.run({ ...draft, category: 'OTHER', otherCategory: 'ACCOUNT_UPDATE' });
		expect((await fixture.requests())[0].body).toMatchObject({ category: 'ACCOUNT_UPDATE' });
	});

	test('is not sent in another spelling after a refusal', async () => {
		const provider = await startProvider(() => ({
			status: 400,
			body: { errors: [{ code: 1009, title: 'No' }] },
		}));
		await runAt(provider.url)(draft);
		expect(provider.calls()).toHaveLength(1);
	});

	test('can be sent once it is approved', async () => {
		expect((await fixture.run({ ...draft, name: 'brand_new' })).error).toBeUndefined();
		const { json } = await fixture.run({ resource: 'template', operation: 'getMany', returnAll: true });
		expect(json).toContainEqual(expect.objectContaining({ name: 'brand_new' }));
		expect(
			(await fixture.run({ resource: 'template', operation: 'delete', templateName: 'brand_new' })).json,
		).toEqual([{ deleted: true }]);
	});
});
