import type { N8nApi } from '../../demo/n8nApi';
import type { Fixture } from './environment';
import { byHand, openFixture } from './environment';

/** As the editor asks while somebody fills in a form: for the node itself, and for the tool n8n makes of it. */
function asks(fixture: Fixture, variant: '' | 'Tool', credential = fixture.credential) {
	const { name, credentialType } = fixture.provider;
	const ask = <T>(kind: Parameters<N8nApi['dynamicParameters']>[0], methodName: string, more: object) =>
		fixture.api.dynamicParameters<T>(kind, {
			nodeTypeAndVersion: { name: `n8n-nodes-whatsapp-bsp.${name}${variant}`, version: 1 },
			credentials: { [credentialType]: { id: credential.id, name: credential.name } },
			methodName,
			...more,
		});
	const parameters = (templateName: string, languageCode: string) => ({
		resource: 'message',
		operation: 'sendTemplate',
		templateName: { __rl: true, mode: 'list', value: templateName },
		languageCode,
	});
	return {
		/** A "From list" with what was typed into its search. */
		search: async (methodName: string, filter?: string) => {
			const { results } = await ask<{ results: Array<{ name: string; value: string }> }>(
				'resource-locator-results',
				methodName,
				{ path: 'parameters.list', currentNodeParameters: {}, filter },
			);
			return results;
		},
		languages: (template: string) =>
			ask<Array<{ name: string; value: string }>>('options', 'getTemplateLanguages', {
				path: 'parameters.languageCode',
				currentNodeParameters: parameters(template, ''),
			}),
		variables: (template: string, language: string) =>
			ask<{ fields: Array<{ id: string; required: boolean }>; emptyFieldsNotice?: string }>(
				'resource-mapper-fields',
				'getTemplateVariables',
				{ path: 'parameters.variables', currentNodeParameters: parameters(template, language) },
			),
	};
}

const VARIANTS = [
	['the node', ''],
	['the tool n8n makes of the node', 'Tool'],
] as const;

describe.each(VARIANTS)('the lists of Heltar in %s', (_, variant) => {
	let fixture: Fixture;
	let editor: ReturnType<typeof asks>;
	beforeAll(async () => {
		fixture = await openFixture('heltar');
		editor = asks(fixture, variant);
	});

	it('hold the templates, those that can be sent first', async () => {
		const templates = await editor.search('searchTemplates');
		const values = templates.map(({ value }) => value);
		expect(values).toEqual(expect.arrayContaining(['order_update', 'hello_world', 'win_a_car']));
		expect(values.indexOf('win_a_car')).toBeGreaterThan(values.indexOf('order_update'));
		expect(templates.find(({ value }) => value === 'win_a_car')?.name).toMatch(/rejected/i);
	});

	it('are searched as one types', async () => {
		expect((await editor.search('searchTemplates', 'Order_Up')).map(({ value }) => value)).toEqual([
			'order_update',
		]);
		expect(await editor.search('searchContacts', 'meera iyer')).toEqual([
			{ name: 'Meera Iyer (919800000103)', value: '919800000103' },
		]);
	});

	it.each([
		['contacts', 'searchContacts', { name: 'Asha Verma (919800000101)', value: '919800000101' }],
		['agents', 'searchEmployees', { name: 'Priya Nair (priya@example.com)', value: 'priya@example.com' }],
		['attributes', 'searchAttributes', { name: 'city (text)', value: 'city' }],
	])('hold the %s', async (_name, method, entry) => {
		expect(await editor.search(method)).toContainEqual(entry);
	});

	it('hold a campaign that was sent', async () => {
		const campaignName = `Season opening ${variant || 'node'}`;
		const workflow = await fixture.api.createWorkflow(
			byHand('Sends a campaign', {
				type: 'n8n-nodes-whatsapp-bsp.heltar',
				parameters: {
					resource: 'campaign',
					operation: 'send',
					campaignName,
					clientWaNumber: '919800000101',
					templateName: { __rl: true, mode: 'list', value: 'hello_world' },
					languageCode: 'en_US',
				},
				credentials: { heltarApi: fixture.credential },
			}),
		);
		expect((await fixture.api.run(workflow, 'Start')).status).toBe('success');

		const [found, ...others] = await editor.search('searchCampaigns', campaignName);
		expect(others).toEqual([]);
		expect(found.name).toMatch(new RegExp(`^${campaignName} \\(\\w+, \\d{4}-\\d{2}-\\d{2}\\)$`));
		expect(found.value).toMatch(/^[\w-]+$/);
	});

	it('offer the languages of the chosen template, and a field for each of its variables', async () => {
		expect(await editor.languages('order_update')).toEqual([
			{ name: 'English (en)', value: 'en' },
			{ name: 'Hindi (hi)', value: 'hi' },
		]);
		const { fields } = await editor.variables('order_update', 'en');
		expect(fields.map(({ id, required }) => [id, required])).toEqual([
			['header.text', true],
			['body.1', true],
			['body.2', true],
			['body.3', true],
			['body.4', true],
		]);
	});

	it('say why there is nothing to fill in', async () => {
		expect(await editor.variables('hello_world', 'en_US')).toEqual({
			fields: [],
			emptyFieldsNotice: 'This template has no variables.',
		});
		// Without a language the fields are those of one the template has.
		expect((await editor.variables('order_update', '')).fields).not.toEqual([]);
	});

	it('say in words what is wrong with the key', async () => {
		const wrong = await fixture.api.createCredential({
			name: 'Revoked before its lists',
			type: 'heltarApi',
			data: { apiKey: 'hk_live_revoked', baseUrl: fixture.baseUrl },
		});
		await expect(asks(fixture, variant, wrong).search('searchTemplates')).rejects.toThrow(/API key/);
	});
});

describe.each(VARIANTS)('the lists of Hello All in %s', (_, variant) => {
	let editor: ReturnType<typeof asks>;
	beforeAll(async () => {
		editor = asks(await openFixture('helloAll'), variant);
	});

	it('hold the templates, those that can be sent first', async () => {
		const values = (await editor.search('searchTemplates')).map(({ value }) => value);
		expect(values).toEqual(expect.arrayContaining(['order_ready', 'welcome', 'win_back']));
		expect(values.indexOf('win_back')).toBeGreaterThan(values.indexOf('welcome'));
	});

	it('hold the custom fields', async () => {
		expect(await editor.search('searchCustomFields')).toEqual(
			expect.arrayContaining([
				{ name: 'City', value: 'cf_city' },
				{ name: 'Orders', value: 'cf_orders' },
			]),
		);
		expect(await editor.search('searchCustomFields', 'ord')).toEqual([
			{ name: 'Orders', value: 'cf_orders' },
		]);
	});

	it('offer the languages of the chosen template, and a field for each of its variables', async () => {
		expect((await editor.languages('order_update')).map(({ value }) => value)).toEqual(['en', 'hi']);
		const { fields } = await editor.variables('order_ready', 'en');
		expect(fields.map(({ id }) => id)).toEqual(expect.arrayContaining(['header.text', 'body.1', 'body.2']));
	});
});
