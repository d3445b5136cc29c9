import type {
	IDataObject,
	INodeListSearchResult,
	INodePropertyOptions,
	ResourceMapperFields,
} from 'n8n-workflow';

import { loadInEditor, runNode } from '../harness';
import { openSandbox } from '../sandboxClient';

const KEY = 'hk_live_sandbox';
const ASHA = '919800000101';

let sandbox: Awaited<ReturnType<typeof openSandbox>>;
beforeAll(async () => {
	sandbox = await openSandbox();
});
afterAll(async () => await sandbox.close());
beforeEach(async () => await sandbox.reset());

const credentials = () => ({ heltarApi: { apiKey: KEY, baseUrl: sandbox.baseUrl } });
const run = async (
	resource: string,
	operation: string,
	parameters: IDataObject = {},
	items?: IDataObject[],
) =>
	await runNode({
		type: 'heltar',
		credentials: credentials(),
		parameters: { resource, operation, ...parameters },
		items,
	});
const wire = async () =>
	(await sandbox.requests()).map(({ method, path, query, body }) => ({ method, path, query, body }));

const chosen = (name: string) => ({ mode: 'list', value: name });

/** What the panel asks for, with the parameters as they stand in it. */
const inPanel = async <T>(
	kind: 'listSearch' | 'loadOptions' | 'resourceMapping',
	method: string,
	parameters: IDataObject = {},
	...args: string[]
) => await loadInEditor<T>({ type: 'heltar', kind, method, parameters, credentials: credentials(), args });
const variableFields = async (name: string, languageCode = '') =>
	await inPanel<ResourceMapperFields>('resourceMapping', 'getTemplateVariables', {
		templateName: chosen(name),
		languageCode,
	});

/** The variables as the editor saves them: the generated fields beside what was filled in. */
const filledIn = async (name: string, languageCode: string, value: IDataObject) => ({
	mappingMode: 'defineBelow',
	value,
	matchingColumns: [],
	schema: (await variableFields(name, languageCode)).fields as never,
	attemptToConvertTypes: false,
	convertFieldsToString: false,
});

const text = (...texts: string[]) => texts.map((one) => ({ type: 'text', text: one }));

interface Sent {
	template: string;
	language: string;
	values: IDataObject;
	/** What goes out as `variables`. */
	variables: unknown[];
}

const sendings: Record<string, Sent> = {
	'without variables': { template: 'start_conversation', language: 'en', values: {}, variables: [] },
	'with a text header and a body': {
		template: 'order_update',
		language: 'en',
		values: {
			'header.text': '1042',
			'body.1': 'Dana',
			'body.2': 1042,
			'body.3': 'packed',
			'body.4': 'Friday',
		},
		variables: [
			{ type: 'header', parameters: text('1042') },
			{ type: 'body', parameters: text('Dana', '1042', 'packed', 'Friday') },
		],
	},
	'with an image header': {
		template: 'festive_offer',
		language: 'en',
		values: { 'header.image': 'https://files.example.org/f.jpg', 'body.1': 'Dana', 'body.2': '20%' },
		variables: [
			{
				type: 'header',
				parameters: [{ type: 'image', image: { link: 'https://files.example.org/f.jpg' } }],
			},
			{ type: 'body', parameters: text('Dana', '20%') },
		],
	},
	'with a video header': {
		template: 'product_tour',
		language: 'en',
		values: { 'header.video': 'https://files.example.org/t.mp4', 'body.1': 'Dana' },
		variables: [
			{
				type: 'header',
				parameters: [{ type: 'video', video: { link: 'https://files.example.org/t.mp4' } }],
			},
			{ type: 'body', parameters: text('Dana') },
		],
	},
	'with a document header and a button that is the second': {
		template: 'invoice_ready',
		language: 'en_GB',
		values: {
			'header.document': 'https://files.example.org/i.pdf',
			'header.filename': 'i-88.pdf',
			'body.1': 'Dana',
			'body.2': 'INV-88',
			'button.1.url': 'inv-88',
		},
		variables: [
			{
				type: 'header',
				parameters: [
					{ type: 'document', document: { link: 'https://files.example.org/i.pdf', filename: 'i-88.pdf' } },
				],
			},
			{ type: 'body', parameters: text('Dana', 'INV-88') },
			{ type: 'button', sub_type: 'url', index: 1, parameters: text('inv-88') },
		],
	},
	'with quick replies': {
		template: 'feedback_request',
		language: 'en',
		values: { 'body.1': 'Dana' },
		variables: [{ type: 'body', parameters: text('Dana') }],
	},
	'with a code to copy': {
		template: 'coupon_code',
		language: 'en',
		values: { 'body.1': 'Dana', 'button.0.copy_code': 'SAVE5' },
		variables: [
			{ type: 'body', parameters: text('Dana') },
			{
				type: 'button',
				sub_type: 'copy_code',
				index: 0,
				parameters: [{ type: 'coupon_code', coupon_code: 'SAVE5' }],
			},
		],
	},
};

/** The older servers' fields cannot tell what a header or a button takes: the user adds those. */
const withAdded = (variables: Awaited<ReturnType<typeof filledIn>>) => ({
	...variables,
	schema: (variables.schema as unknown as Array<{ id: string }>).map((field) =>
		field.id in variables.value ? { ...field, removed: false } : field,
	) as never,
});

describe.each([2023, 2026])('generation %i', (generation) => {
	beforeEach(async () => void (await sandbox.settings({ generation })));

	const sendable = Object.entries(sendings).filter(
		([name]) => generation === 2026 || name !== 'with a code to copy',
	);
	test.each(sendable)('a template %s goes out as documented', async (_name, sent) => {
		const { template, language, values, variables } = sent;
		const generated = withAdded(await filledIn(template, language, values));
		await sandbox.requests();
		const { json, error } = await run('message', 'sendTemplate', {
			clientWaNumber: '+91 98000-00101',
			templateName: chosen(template),
			languageCode: language,
			variables: generated,
		});
		expect(error).toBeUndefined();
		expect(await wire()).toEqual([
			{
				method: 'POST',
				path: '/v1/messages/send',
				query: {},
				body: {
					messages: [
						{
							clientWaNumber: ASHA,
							messageType: 'template',
							templateName: template,
							languageCode: language,
							variables,
						},
					],
				},
			},
		]);
		expect(json).toMatchObject([{ success: true, clientWaNumber: ASHA, wamid: expect.any(String) }]);
		const [bubble] = await sandbox.conversation(ASHA);
		expect(bubble).toMatchObject({ direction: 'out', type: 'template' });
	});

	test('the list of templates holds every name once, those that can be sent first', async () => {
		const { results } = await inPanel<INodeListSearchResult>('listSearch', 'searchTemplates');
		const names = results.map(({ value }) => value);
		expect(new Set(names).size).toBe(names.length);
		expect(names.indexOf('coupon_code')).toBeLessThan(names.indexOf('delivery_slot'));
		if (generation === 2026) {
			expect(names.indexOf('track_shipment')).toBeLessThan(names.indexOf('flash_sale'));
			expect(results.find(({ value }) => value === 'order_update')?.name).toBe('order_update (en, hi)');
			expect(results.at(-1)?.name).toMatch(/ – (pending|rejected|paused)$/);
		}
		const found = await inPanel<INodeListSearchResult>('listSearch', 'searchTemplates', {}, 'ORDER');
		expect(found.results.map(({ value }) => value)).toEqual(['order_update']);
		expect((await wire())[0]).toEqual({ method: 'GET', path: '/v1/templates', query: {}, body: null });
	});

	test('the languages are those of the template, or all of them where the answer names none', async () => {
		const languages = await inPanel<INodePropertyOptions[]>('loadOptions', 'getTemplateLanguages', {
			templateName: chosen('order_update'),
		});
		const values = languages.map(({ value }) => value);
		if (generation === 2026) expect(values).toEqual(['en', 'hi']);
		else expect(values).toEqual(expect.arrayContaining(['en', 'hi', 'pt_BR']));
	});

	test('the template is read with all its versions', async () => {
		const { json, error } = await run('template', 'get', { templateName: chosen('order_update') });
		expect(error).toBeUndefined();
		if (generation === 2026) {
			expect(json.map(({ language }) => language)).toEqual(['en', 'hi']);
			expect(json[0]).toHaveProperty('components');
		} else {
			expect(json).toEqual([
				{ name: 'order_update', content: expect.any(String), numVariables: 4, numButtons: 0 },
			]);
		}
		expect(await wire()).toEqual([
			{ method: 'GET', path: '/v1/templates/order_update', query: {}, body: null },
		]);
	});

	test('templates are listed', async () => {
		const { json } = await run('template', 'getMany', { limit: 3, options: { refresh: true } });
		expect(json).toHaveLength(3);
		expect(json[0]).toHaveProperty('name', 'hello_world');
		expect(await wire()).toEqual([
			{ method: 'GET', path: '/v1/templates', query: { refresh: 'true' }, body: null },
		]);
		const all = await run('template', 'getMany', { returnAll: true });
		expect(all.json.length).toBeGreaterThan(10);
	});
});

describe('the fields of a template', () => {
	test('show the words around each variable and are needed', async () => {
		const { fields } = await variableFields('invoice_ready', 'en_GB');
		expect(fields.map(({ id, displayName, required }) => [id, displayName, required])).toEqual([
			['header.document', 'Header – Link to the document', true],
			['header.filename', 'Header – File Name', false],
			['body.1', 'Body 1 – Dear {{1}}, your invoice {{2}} is…', true],
			['body.2', 'Body 2 – …invoice {{2}} is attached.', true],
			['button.1.url', 'Button “Pay now” – https://pay.example.com/{{1}}', true],
		]);
	});

	test('of an older server are those of the body; others can be added', async () => {
		await sandbox.settings({ generation: 2023 });
		const { fields } = await variableFields('invoice_ready', 'en_GB');
		expect(fields.filter(({ removed }) => !removed).map(({ id }) => id)).toEqual(['body.1', 'body.2']);
		expect(fields.filter(({ removed }) => removed).map(({ id }) => id)).toEqual([
			'header.text',
			'header.image',
			'header.video',
			'header.document',
			'header.filename',
			'button.0.url',
			'button.1.url',
		]);
	});

	test('follow the language', async () => {
		const english = await variableFields('festive_offer', 'en');
		const hindi = await variableFields('festive_offer', 'hi');
		expect(english.fields.map(({ id }) => id)).toEqual(hindi.fields.map(({ id }) => id));
		expect(english.fields[1].displayName).not.toBe(hindi.fields[1].displayName);
	});

	test('need no language where there is only one', async () => {
		expect((await variableFields('track_shipment')).fields).toHaveLength(2);
	});

	test.each([
		['', '', /^Choose a template first/],
		['={{ $json.template }}', 'en', /^Choose a template first/],
		['order_update', '', /^Choose a language first/],
		['order_update', 'fr', /has no version in the language fr/],
		['no_such_template', 'en', /^There is no template called no_such_template/],
		['start_conversation', 'en', /^This template has no variables/],
	])('of "%s" in "%s" are none, which is explained', async (name, language, notice) => {
		const { fields, emptyFieldsNotice } = await variableFields(name, language);
		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toMatch(notice);
	});

	test('cannot fill a carousel, which is said', async () => {
		const carousel = {
			name: 'range',
			language: 'en',
			status: 'APPROVED',
			components: [{ type: 'CAROUSEL' }],
		};
		await sandbox.fault(
			{ kind: 'status', status: 200, body: { message: 'ok', data: [carousel] } },
			{ path: '/v1/templates/range' },
		);
		const { emptyFieldsNotice } = await variableFields('range', 'en');
		expect(emptyFieldsNotice).toBe('The template has a carousel. Choose “Using JSON” to fill it in.');
	});

	test('of one object instead of a list are read, too', async () => {
		const one = { name: 'a', language: 'en', components: [{ type: 'BODY', text: 'Hi {{1}}!' }] };
		await sandbox.fault({ kind: 'status', status: 200, body: one }, { path: '/v1/templates/a' });
		expect((await variableFields('a', 'en')).fields.map(({ id }) => id)).toEqual(['body.1']);
	});
});

describe('sending a template', () => {
	const parameters = {
		clientWaNumber: ASHA,
		templateName: 'track_shipment',
		languageCode: 'en',
		specifyVariables: 'json',
	};

	test('carries every option where it belongs', async () => {
		const { json, error } = await run('message', 'sendTemplate', {
			...parameters,
			templateName: 'start_conversation',
			options: {
				refId: 'run-17-item-3',
				templateContent: 'Hello Dana',
				templateHeader: 'Order 88',
				customField: '{"ticket": "T-5"}',
				priority: true,
			},
		});
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ refId: 'run-17-item-3' });
		expect(await wire()).toEqual([
			{
				method: 'POST',
				path: '/v1/messages/send',
				query: { priority: 'true' },
				body: {
					messages: [
						{
							clientWaNumber: ASHA,
							messageType: 'template',
							templateName: 'start_conversation',
							languageCode: 'en',
							variables: [],
							refId: 'run-17-item-3',
							templateContent: 'Hello Dana',
							templateHeader: 'Order 88',
							integrations: [{ name: 'metaCustomFieldHook', customField: { ticket: 'T-5' } }],
						},
					],
				},
			},
		]);
	});

	test('takes components as JSON', async () => {
		const variables = [
			{ type: 'body', parameters: text('P-17') },
			{ type: 'button', sub_type: 'url', index: 0, parameters: text('p-17') },
		];
		const { error } = await run('message', 'sendTemplate', {
			...parameters,
			variablesJson: JSON.stringify(variables),
		});
		expect(error).toBeUndefined();
		expect((await wire())[0].body.messages[0].variables).toEqual(variables);
	});

	test('takes template, language and the values of the body from data, each item its own', async () => {
		const { json, error } = await run(
			'message',
			'sendTemplate',
			{
				...parameters,
				clientWaNumber: '={{ $json.to }}',
				templateName: { mode: 'id', value: '={{ $json.template }}' },
				languageCode: '={{ $json.language }}',
				variablesJson: '={{ $json.values }}',
			},
			[
				{ to: ASHA, template: 'feedback_request', language: 'en', values: ['Asha'] },
				{ to: '447700900123', template: 'start_conversation', language: 'en', values: [] },
			],
		);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(2);
		const [{ body }, ...more] = await wire();
		expect(more).toEqual([]);
		expect(body.messages).toMatchObject([
			{ templateName: 'feedback_request', variables: [{ type: 'body', parameters: text('Asha') }] },
			{ templateName: 'start_conversation', variables: [] },
		]);
	});
});

describe('managing templates', () => {
	test('a template is submitted and deleted', async () => {
		const { json, error } = await run('template', 'create', {
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
		const one = await run('template', 'delete', {
			templateName: { mode: 'id', value: 'delivery_window' },
			options: { templateId: json[0].id as string },
		});
		expect(one.json).toEqual([{ deleted: true, templateName: 'delivery_window', templateId: json[0].id }]);
		const whole = await run('template', 'delete', { templateName: chosen('order_update') });
		expect(whole.json).toEqual([{ deleted: true, templateName: 'order_update' }]);

		expect(await wire()).toEqual([
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

	test('a template may use every limit', async () => {
		const { json, error } = await run('template', 'create', {
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
		const { error } = await run('template', 'create', {
			name: 'open_again',
			category: 'MARKETING',
			specifyComponents: 'json',
			components: JSON.stringify(components),
		});
		expect(error).toBeUndefined();
		expect((await wire())[0].body).toEqual({
			name: 'open_again',
			category: 'MARKETING',
			language: 'en',
			components,
		});
	});

	test('one language version is read', async () => {
		const { json } = await run('template', 'get', {
			templateName: chosen('order_update'),
			options: { templateLang: 'hi' },
		});
		expect(json.map(({ language }) => language)).toEqual(['hi']);
		expect((await wire())[0].query).toEqual({ templateLang: 'hi' });
	});
});
