import type { IDataObject, INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';

import { keepBinaryData } from '../harness';
import { file, withFile } from './files';
import { chosen, useFixture } from './fixture';

const fixture = useFixture();
beforeEach(async () => void (await keepBinaryData()));

const run = async (
	operation: string,
	parameters: IDataObject = {},
	given: Parameters<typeof fixture.run>[1] = {},
) => await fixture.run({ resource: 'template', operation, ...parameters }, given);
const versionOf = async (name: string) => {
	const { json } = await run('get', { templateName: chosen(name) });
	await fixture.requests();
	return json[0];
};
const list = async (method: string, parameters: IDataObject, ...args: string[]) =>
	(await fixture.inPanel<INodeListSearchResult>('listSearch', method, parameters, ...args)).results;
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

describe('an update', () => {
	test('replaces the whole content, and the template goes back to review', async () => {
		const { id } = await versionOf('start_conversation');
		const { json, error } = await run('update', {
			templateId: chosen(String(id)),
			category: 'MARKETING',
			headerFormat: 'TEXT',
			headerText: 'Hello',
			bodyText: 'We are open on {{1}}.',
			bodyExamples: { values: [{ value: 'Monday' }] },
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([{ success: true, templateId: id }]);
		expect(await fixture.wire()).toEqual([
			{
				method: 'POST',
				path: `/v1/templates/${String(id)}`,
				query: {},
				body: {
					category: 'MARKETING',
					components: [
						{ type: 'HEADER', format: 'TEXT', text: 'Hello' },
						{ type: 'BODY', text: 'We are open on {{1}}.', example: { body_text: [['Monday']] } },
					],
				},
			},
		]);
		expect(await versionOf('start_conversation')).toMatchObject({ status: 'PENDING', category: 'MARKETING' });
	});

	test('takes a file for the header, and the address that a template shows is uploaded anew', async () => {
		const { id } = await versionOf('start_conversation');
		const parameters = { templateId: chosen(String(id)), headerFormat: 'IMAGE', bodyText: 'We are open.' };
		const first = await run(
			'update',
			{ ...parameters, headerBinaryPropertyName: 'data' },
			{ inputs: [withFile(file(PNG, 'image/png', 'a.png'))] },
		);
		expect(first.error).toBeUndefined();
		const shown = (await versionOf('start_conversation')) as {
			components: Array<{ example: { header_handle: string[] } }>;
		};
		const [address] = shown.components[0].example.header_handle;
		expect(address).toMatch(/^http:.*a\.png$/);

		const again = await run('update', { ...parameters, headerExample: address });
		expect(again.error).toBeUndefined();
		const [upload, update] = (await fixture.wire()).filter(({ method }) => method === 'POST');
		expect(upload.path).toBe('/v1/business/resumable-upload');
		expect(update.body).toEqual({
			components: [
				{ type: 'HEADER', format: 'IMAGE', example: { header_handle: [expect.stringMatching(/^4::/)] } },
				{ type: 'BODY', text: 'We are open.' },
			],
		});
	});

	test('of the category alone leaves the content out; the same holds for content as JSON', async () => {
		const { id, components } = await versionOf('start_conversation');
		const templateId = chosen(String(id));
		const category = await run('update', { templateId, category: 'MARKETING', specifyComponents: 'keep' });
		expect(category.error).toBeUndefined();
		expect(await versionOf('start_conversation')).toMatchObject({ category: 'MARKETING', components });
		const json = [{ type: 'BODY', text: 'We are open again.' }];
		const content = await run('update', {
			templateId,
			specifyComponents: 'json',
			components: JSON.stringify(json),
		});
		expect(content.error).toBeUndefined();
		expect((await fixture.wire()).map(({ body }) => body)).toEqual([{ components: json }]);
	});

	test('of an authentication template keeps WhatsApp’s own text', async () => {
		const { id } = await versionOf('start_conversation');
		await run('update', { templateId: chosen(String(id)), category: 'AUTHENTICATION' });
		expect((await fixture.wire())[0].body).toEqual({
			category: 'AUTHENTICATION',
			components: [
				{ type: 'BODY', add_security_recommendation: true },
				{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
			],
		});
	});

	test('offers every language version with its status', async () => {
		const { id } = await versionOf('start_conversation');
		expect(await list('searchTemplateVersions', {}, 'start_conv')).toEqual([
			{ name: 'start_conversation (en) – approved', value: id },
		]);
	});
});

describe('WhatsApp’s library', () => {
	test('is searched, and a template is made from it', async () => {
		const filters = {
			topic: 'ORDER_MANAGEMENT',
			usecase: 'ORDER_CONFIRMATION',
			industry: 'E_COMMERCE',
			language: 'en',
		};
		const { json } = await run('getLibrary', { search: 'order', filters });
		expect(json).toMatchObject([{ name: 'order_confirmation_1', body: expect.any(String) }]);
		expect(await fixture.wire()).toEqual([
			{ method: 'GET', path: '/v1/templates/library', query: { search: 'order', ...filters }, body: null },
		]);
		expect((await run('getLibrary', { limit: 1 })).json).toHaveLength(1);
		expect(await list('searchLibraryTemplates', { language: 'en' }, 'order')).toEqual([
			{ name: 'order_confirmation_1 (utility)', value: 'order_confirmation_1' },
		]);
		expect((await fixture.wire())[1].query).toEqual({ language: 'en', search: 'order' });

		const inputs = [
			{ type: 'URL', url: { base_url: 'https://shop.example.org/{{1}}', url_suffix_example: '88' } },
		];
		const created = await run('create', {
			name: 'our_confirmation',
			specifyComponents: 'library',
			library_template_name: chosen('order_confirmation_1'),
			library_template_button_inputs: JSON.stringify(inputs),
		});
		expect(created.error).toBeUndefined();
		expect(created.json).toMatchObject([{ name: 'our_confirmation', status: 'PENDING' }]);
		expect((await fixture.wire())[0].body).toEqual({
			name: 'our_confirmation',
			category: 'UTILITY',
			language: 'en',
			library_template_name: 'order_confirmation_1',
			library_template_button_inputs: inputs,
		});
	});
});

describe('fallbacks', () => {
	const config = {
		sourceTemplateName: 'start_conversation',
		sourceLanguageCode: 'en',
		triggerCondition: 'PAUSED',
		fallbackTemplateName: 'we_are_open',
	};
	const parameters = {
		...config,
		sourceTemplateName: chosen('start_conversation'),
		fallbackTemplateName: chosen('we_are_open'),
	};
	beforeEach(async () => {
		await run('create', { name: 'we_are_open', category: 'UTILITY', bodyText: 'We are open.' });
		await fixture.requests();
	});

	test('are set, replaced, listed and deleted', async () => {
		const set = await run('setFallback', parameters);
		expect(set.error).toBeUndefined();
		expect(set.json).toEqual([
			{
				...config,
				id: 31,
				businessId: 1,
				isEnabled: true,
				createdAt: expect.any(String),
				updatedAt: expect.any(String),
			},
		]);
		const off = await run('setFallback', { ...parameters, options: { isEnabled: false } });
		expect(off.json).toMatchObject([{ id: 31, isEnabled: false }]);
		// Left out, it stays as it is.
		expect((await run('setFallback', parameters)).json).toMatchObject([{ id: 31, isEnabled: false }]);
		expect((await run('getFallbacks')).json).toMatchObject([{ id: 31, ...config }]);
		expect(await list('searchFallbacks', {}, 'conv')).toEqual([
			{ name: 'start_conversation (en) → we_are_open', value: '31' },
		]);
		const gone = await run('deleteFallback', { configId: chosen('31') });
		expect(gone.json).toEqual([{ deleted: true, configId: 31 }]);
		expect((await run('getFallbacks')).json).toEqual([]);

		const path = '/v1/templates/fallback';
		const read = { method: 'GET', path, query: {}, body: null };
		expect(await fixture.wire()).toEqual([
			{ method: 'POST', path, query: {}, body: config },
			{ method: 'POST', path, query: {}, body: { ...config, isEnabled: false } },
			{ method: 'POST', path, query: {}, body: config },
			read,
			read,
			{ method: 'DELETE', path: `${path}/31`, query: {}, body: null },
			read,
		]);
	});

	test('are set for a language the template has', async () => {
		const languages = await fixture.inPanel<INodePropertyOptions[]>('loadOptions', 'getFallbackLanguages', {
			sourceTemplateName: chosen('order_update'),
		});
		expect(languages.map(({ value }) => value)).toEqual(['en', 'hi']);
	});
});
