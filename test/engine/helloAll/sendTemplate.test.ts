import type {
	IDataObject,
	INodeListSearchResult,
	INodePropertyOptions,
	ResourceMapperFields,
} from 'n8n-workflow';

import { loadInEditor } from '../editorLoad';
import { startProvider } from '../provider';
import { useEditor } from './editorFixture';
import { KEY } from './fixture';
import { draft } from './templateDraft';

const TO = '910000000123';

const { fixture, load } = useEditor();

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

	test('is filled in from fields of the item that are named like its variables', async () => {
		const chosen = { templateName: { mode: 'list', value: 'new_arrivals' }, languageCode: 'en' };
		const { fields } = await load<ResourceMapperFields>('resourceMapping', 'getTemplateVariables', chosen);
		const parameters = {
			resource: 'message',
			operation: 'sendTemplate',
			to: TO,
			...chosen,
			variables: { mappingMode: 'autoMapInputData', value: null, schema: fields },
		} as unknown as IDataObject;
		const item = { header_image: 'https://files.example.com/a.jpeg', body_1: 'Asha', button_0_url: 'shoes' };
		await fixture.requests();
		const { error } = await fixture.run(parameters, [{ ...item, city: 'Pune' }]);
		expect(error).toBeUndefined();
		expect((await fixture.requests())[0].body.template.components).toEqual([
			{
				type: 'header',
				parameters: [{ type: 'image', image: { link: 'https://files.example.com/a.jpeg' } }],
			},
			{ type: 'body', parameters: [{ type: 'text', text: 'Asha' }] },
			{ type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'shoes' }] },
		]);
		const incomplete: IDataObject = { ...item };
		delete incomplete.button_0_url;
		const refused = await fixture.run(parameters, [item, incomplete]);
		expect(refused.error?.message).toBe('Variables → Button 1 address: the item has no field "button_0_url"');
		expect(refused.error?.context.itemIndex).toBe(1);
		const made = await fixture.requests();
		expect(made.filter(({ method }) => method !== 'GET')).toEqual([]);
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
				'The template has components that the provider does not return. Choose "Using JSON" to fill it in.',
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
