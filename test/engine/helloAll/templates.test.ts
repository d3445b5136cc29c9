import type {
	IDataObject,
	INodeListSearchResult,
	INodePropertyOptions,
	ResourceMapperFields,
} from 'n8n-workflow';

import { loadInEditor } from '../harness';
import { startProvider } from '../provider';
import { KEY, openFixture, runAt } from './fixture';

const TO = '910000000123';

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
	fixture = await openFixture();
});
afterAll(async () => await fixture.close());

const load = async <T>(
	kind: 'listSearch' | 'loadOptions' | 'resourceMapping',
	method: string,
	parameters: IDataObject = {},
	args: string[] = [],
) =>
	await loadInEditor<T>({
		type: 'helloAll',
		kind,
		method,
		parameters,
		args,
		credentials: { helloAllApi: { apiKey: KEY, baseUrl: fixture.baseUrl } },
	});

const draft = {
	resource: 'template',
	operation: 'create',
	name: 'pick_up',
	language: 'en',
	bodyText: 'Hello {{1}}, pick up {{2}} today.',
	bodyExamples: { mappingMode: 'defineBelow', value: { 'body.1': 'Asha', 'body.2': '1042' } },
};

describe('the template of a message', () => {
	test('is picked from the list, sendable ones first', async () => {
		const { results } = await load<INodeListSearchResult>('listSearch', 'searchTemplates', {}, ['er']);
		expect(results.map(({ value }) => value)).toEqual(['order_ready', 'order_update', 'festival_offer']);
		expect(results[1].name).toContain('order_update (en, hi)');
	});

	test('has the languages it was made in', async () => {
		const languages = await load<INodePropertyOptions[]>('loadOptions', 'getTemplateLanguages', {
			templateName: { mode: 'list', value: 'order_update' },
		});
		expect(languages.map(({ value }) => value).toSorted()).toEqual(['en', 'hi']);
	});

	test('brings a field for each of its variables, which go where they belong', async () => {
		const chosen = { templateName: { mode: 'list', value: 'new_arrivals' }, languageCode: 'en' };
		const { fields } = await load<ResourceMapperFields>('resourceMapping', 'getTemplateVariables', chosen);
		expect(fields.map(({ id, required }) => [id, required])).toEqual([
			['header.image', true],
			['body.1', true],
			['button.0.url', true],
		]);

		await fixture.requests();
		const { error } = await fixture.run({
			resource: 'message',
			operation: 'sendTemplate',
			to: TO,
			...chosen,
			variables: {
				mappingMode: 'defineBelow',
				schema: fields,
				value: {
					'header.image': 'https://files.example.com/a.jpeg',
					'body.1': 'Asha',
					'button.0.url': 'shoes',
				},
			},
		} as IDataObject);
		expect(error).toBeUndefined();
		expect((await fixture.requests())[0].body).toEqual({
			to: TO,
			type: 'template',
			template: {
				name: 'new_arrivals',
				language: { policy: 'deterministic', code: 'en' },
				components: [
					{
						type: 'header',
						parameters: [{ type: 'image', image: { link: 'https://files.example.com/a.jpeg' } }],
					},
					{ type: 'body', parameters: [{ type: 'text', text: 'Asha' }] },
					{ type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'shoes' }] },
				],
			},
		});
	});

	test('takes the names of its variables along, in the header, too', async () => {
		await fixture.run({
			...draft,
			name: 'parcel_waiting',
			headerFormat: 'TEXT',
			headerText: 'Parcel {{parcel_number}}',
			headerExample: 'P-17',
			bodyText: 'Hello {{customer}}, your parcel is here.',
			bodyExamples: { value: { 'body.customer': 'Asha' } },
		});
		await fixture.approve('parcel_waiting');
		const chosen = { templateName: { mode: 'list', value: 'parcel_waiting' }, languageCode: 'en' };
		const { fields } = await load<ResourceMapperFields>('resourceMapping', 'getTemplateVariables', chosen);
		expect(fields.map(({ id }) => id)).toEqual(['header.text', 'body.customer']);
		await fixture.requests();
		const { error } = await fixture.run({
			resource: 'message',
			operation: 'sendTemplate',
			to: TO,
			...chosen,
			variables: { schema: fields, value: { 'header.text': 'P-17', 'body.customer': 'Asha' } },
		} as IDataObject);
		expect(error).toBeUndefined();
		expect((await fixture.requests())[0].body.template.components).toEqual([
			{ type: 'header', parameters: [{ type: 'text', parameter_name: 'parcel_number', text: 'P-17' }] },
			{ type: 'body', parameters: [{ type: 'text', parameter_name: 'customer', text: 'Asha' }] },
		]);
	});

	test('may give each quick reply a payload, whose position goes out as a text', async () => {
		const chosen = { templateName: { mode: 'list', value: 'order_ready' }, languageCode: 'en' };
		const { fields } = await load<ResourceMapperFields>('resourceMapping', 'getTemplateVariables', chosen);
		const value = {
			'header.text': '1042',
			'body.1': 'Asha',
			'body.2': 5,
			'button.1.quick_reply': 'tomorrow',
		};
		await fixture.requests();
		const { error } = await fixture.run({
			resource: 'message',
			operation: 'sendTemplate',
			to: TO,
			...chosen,
			variables: { schema: fields, value },
		} as IDataObject);
		expect(error).toBeUndefined();
		expect((await fixture.requests())[0].body.template.components[2]).toEqual({
			type: 'button',
			sub_type: 'quick_reply',
			index: '1',
			parameters: [{ type: 'payload', payload: 'tomorrow' }],
		});
	});

	test('names what of it cannot be read', async () => {
		const fieldsOf = async (value: string) => {
			const provider = await startProvider(() => ({
				body: {
					waba_templates: [
						null,
						{ name: 'odd', language: 'en', components: [{ text: 'x' }, { type: 'BODY', text: 'Hi {{1}}!' }] },
						{ name: 'untold', language: 'en' },
					],
				},
			}));
			return await loadInEditor<ResourceMapperFields>({
				type: 'helloAll',
				kind: 'resourceMapping',
				method: 'getTemplateVariables',
				parameters: { templateName: { mode: 'list', value }, languageCode: 'en' },
				credentials: { helloAllApi: { apiKey: KEY, baseUrl: provider.url } },
			});
		};
		expect(await fieldsOf('untold')).toEqual({
			fields: [],
			emptyFieldsNotice:
				'The template has components that the provider does not tell. Choose “Using JSON” to fill it in.',
		});
		const { fields } = await fieldsOf('odd');
		expect(fields.map(({ displayName }) => displayName)).toEqual([
			'Body 1 – Hi {{1}}!',
			'Component 1 cannot be read and is left out',
		]);
	});

	test('without variables goes out without components', async () => {
		await fixture.requests();
		await fixture.run({
			resource: 'message',
			operation: 'sendTemplate',
			to: TO,
			templateName: 'welcome',
			languageCode: 'en',
			specifyVariables: 'json',
			variablesJson: '[]',
		});
		expect((await fixture.requests())[0].body).toEqual({
			to: TO,
			type: 'template',
			template: { name: 'welcome', language: { policy: 'deterministic', code: 'en' } },
		});
	});
});

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
		['a variable at the beginning', { bodyText: '{{1}}, pick up {{2}} today.' }, /^Body begins/],
		['a variable at the end', { bodyText: 'Hello {{1}}, pick up {{2}}' }, /^Body .*ends/],
		['variables side by side', { bodyText: 'Hello {{1}} {{2}} today.' }, /side by side/],
		['a body that is too long', { bodyText: 'x'.repeat(1025), bodyExamples: {} }, /at most 1024/],
		[
			'a sample for another variable',
			{ bodyExamples: { value: { 'body.1': 'Asha', 'body.3': '1042' } } },
			/^Body Samples has no sample for \{\{2\}\}/,
		],
		['a missing sample', { bodyExamples: { value: { 'body.1': 'Asha' } } }, /^Body Samples .*2 variables/],
		[
			'two variables in the header',
			{ headerFormat: 'TEXT', headerText: '{{1}} or {{2}}' },
			/^Header Text has 2 variables/,
		],
		[
			'a header variable without a sample',
			{ headerFormat: 'TEXT', headerText: 'Order {{1}}' },
			/Header Sample is empty/,
		],
		['a header file without a sample', { headerFormat: 'IMAGE' }, /Header Sample is empty/],
		[
			'a header file at an unsafe address',
			{ headerFormat: 'IMAGE', headerExample: 'http://files.example.com/a.jpeg' },
			/^Header Sample must start with https/,
		],
		['a variable in the footer', { footerText: 'Store {{1}}' }, /^Footer/],
		['a name with capitals', { name: 'PickUp' }, /^Name is/],
		[
			'four quick replies',
			{ buttons: { values: ['a', 'b', 'c', 'd'].map((text) => ({ type: 'QUICK_REPLY', text })) } },
			/at most 3/,
		],
		[
			'a text of one’s own for authentication',
			{ category: 'OTHER', otherCategory: 'authentication' },
			/^Category is AUTHENTICATION, for which WhatsApp approves no text of your own/,
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

describe('a list of many templates', () => {
	const all = Array.from({ length: 120 }, (_, at) => ({ name: `t${at}`, language: 'en' }));

	/** Serves `pages` of the list, by the offset and limit asked for. */
	async function listWith(
		answer: (offset: number, limit: number) => unknown,
		parameters: IDataObject = { returnAll: true },
	) {
		const provider = await startProvider(({ url }) => {
			const query = new URL(url, 'http://localhost').searchParams;
			return { body: answer(Number(query.get('offset')), Number(query.get('limit'))) };
		});
		const { json } = await runAt(provider.url)({ resource: 'template', operation: 'getMany', ...parameters });
		const pages = provider.calls().map(({ url }) => url.replace(/.*\?/, ''));
		return { json, pages };
	}
	const page = (offset: number, limit: number) => all.slice(offset, offset + limit);

	test('comes page by page until one is short', async () => {
		const { json, pages } = await listWith((offset, limit) => ({ waba_templates: page(offset, limit) }));
		expect(json).toEqual(all);
		expect(pages).toEqual(['limit=50&offset=0', 'limit=50&offset=50', 'limit=50&offset=100']);
	});

	test('ends where the total is reached', async () => {
		const { json, pages } = await listWith((offset, limit) => ({
			waba_templates: page(offset, limit).slice(0, 50),
			total: 100,
		}));
		expect(json).toHaveLength(100);
		expect(pages).toHaveLength(2);
	});

	test('ends with an empty page', async () => {
		const { json, pages } = await listWith((offset) => (offset === 0 ? page(0, 50) : []));
		expect(json).toHaveLength(50);
		expect(pages).toHaveLength(2);
	});

	test('ends when the server ignores the offset, without repeating anything', async () => {
		const { json, pages } = await listWith(() => page(0, 50));
		expect(json).toEqual(all.slice(0, 50));
		expect(pages).toHaveLength(2);
	});

	test('ends after 200 pages in any case', async () => {
		const { json, pages } = await listWith((offset) =>
			Array.from({ length: 50 }, (_, at) => ({ name: `t${offset + at}` })),
		);
		expect(pages).toHaveLength(200);
		expect(json).toHaveLength(10_000);
	});

	test('asks for no more than is wanted', async () => {
		const { json, pages } = await listWith(page, { limit: 60 });
		expect(json).toEqual(all.slice(0, 60));
		expect(pages).toEqual(['limit=50&offset=0', 'limit=10&offset=50']);
	});
});

test('a custom field is picked from the list', async () => {
	const { results } = await load<INodeListSearchResult>('listSearch', 'searchCustomFields', {}, ['i']);
	expect(results).toEqual([
		{ name: 'Birthday', value: 'cf_birthday' },
		{ name: 'City', value: 'cf_city' },
	]);
});
