import type { INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';

import { loadInEditor } from '../editorLoad';
import { chosen, GENERATIONS, useFixture } from './fixture';

const fixture = useFixture();

describe.each(GENERATIONS)('generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('the list of templates holds every name once, those that can be sent first', async () => {
		const { results } = await fixture.inPanel<INodeListSearchResult>('listSearch', 'searchTemplates');
		const names = results.map(({ value }) => value);
		expect(new Set(names).size).toBe(names.length);
		expect(names.indexOf('coupon_code')).toBeLessThan(names.indexOf('delivery_slot'));
		if (generation === 2026) {
			expect(names.indexOf('track_shipment')).toBeLessThan(names.indexOf('flash_sale'));
			expect(results.find(({ value }) => value === 'order_update')?.name).toBe('order_update (en, hi)');
			expect(results.at(-1)?.name).toMatch(/ – (pending|rejected|paused)$/);
		}
		const found = await fixture.inPanel<INodeListSearchResult>('listSearch', 'searchTemplates', {}, 'ORDER');
		expect(found.results.map(({ value }) => value)).toEqual(['order_update']);
		expect((await fixture.wire())[0]).toEqual({
			method: 'GET',
			path: '/v1/templates',
			query: {},
			body: null,
		});
	});

	test('the languages are those of the template, or all of them where the answer names none', async () => {
		const languages = await fixture.inPanel<INodePropertyOptions[]>('loadOptions', 'getTemplateLanguages', {
			templateName: chosen('order_update'),
		});
		const values = languages.map(({ value }) => value);
		if (generation === 2026) expect(values).toEqual(['en', 'hi']);
		else expect(values).toEqual(expect.arrayContaining(['en', 'hi', 'pt_BR']));
	});
});

describe('the fields of a template', () => {
	test('show the words around each variable and are needed', async () => {
		const { fields } = await fixture.variableFields('invoice_ready', 'en_GB');
		expect(fields.map(({ id, displayName, required }) => [id, displayName, required])).toEqual([
			['header.document', 'Header – Link to the document', true],
			['header.filename', 'Header – File Name', false],
			['body.1', 'Body 1 – Dear {{1}}, your invoice {{2}} is…', true],
			['body.2', 'Body 2 – …invoice {{2}} is attached.', true],
			['button.1.url', 'Button "Pay now" – https://pay.example.com/{{1}}', true],
		]);
	});

	test('offer what each kind of button takes, which may be left empty', async () => {
		const { fields } = await fixture.variableFields('book_a_fitting', 'en');
		expect(
			fields.map(({ id, displayName, required, removed }) => [id, displayName, required, removed]),
		).toEqual([
			['body.1', 'Body 1 – Hello {{1}}, choose a time for…', true, undefined],
			['button.0.flow_token', 'Button "Book" – Flow Token', false, undefined],
			['button.0.flow_action_data', 'Button "Book" – Flow Data (JSON)', false, undefined],
			['button.1.quick_reply', 'Button "Not now" – Payload', false, undefined],
		]);
	});

	test('of an older server are those of the body; others can be added', async () => {
		await fixture.settings({ generation: 2023 });
		const { fields } = await fixture.variableFields('invoice_ready', 'en_GB');
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
		const english = await fixture.variableFields('festive_offer', 'en');
		const hindi = await fixture.variableFields('festive_offer', 'hi');
		// The English version has buttons, too.
		expect(english.fields.map(({ id }) => id)).toEqual([
			...hindi.fields.map(({ id }) => id),
			'button.1.quick_reply',
		]);
		expect(english.fields[1].displayName).not.toBe(hindi.fields[1].displayName);
	});

	test('need no language where there is only one', async () => {
		expect((await fixture.variableFields('track_shipment')).fields).toHaveLength(2);
	});

	test.each([
		['', '', /^Choose a template first/],
		['={{ $json.template }}', 'en', /^Choose a template first/],
		['no_such_template', 'en', /^There is no template called no_such_template/],
		['start_conversation', 'en', /^This template has no variables/],
	])('of "%s" in "%s" are none, which is explained', async (name, language, notice) => {
		const { fields, emptyFieldsNotice } = await fixture.variableFields(name, language);
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
		await fixture.answerNext('/v1/templates/range', [carousel]);
		const { emptyFieldsNotice } = await fixture.variableFields('range', 'en');
		expect(emptyFieldsNotice).toBe('The template has a carousel. Choose "Using JSON" to fill it in.');
	});

	test('cannot fill a button of a kind that is not known, which is said', async () => {
		const buttons = { type: 'BUTTONS', buttons: [{ type: 'ORDER_DETAILS', text: 'Pay' }] };
		await fixture.answerNext('/v1/templates/pay', [
			{ name: 'pay', language: 'en', components: [{ type: 'BODY', text: 'Hi {{1}}!' }, buttons] },
		]);
		expect(await fixture.variableFields('pay', 'en')).toEqual({
			fields: [],
			emptyFieldsNotice:
				'The template has a button of type ORDER_DETAILS. Choose "Using JSON" to fill it in.',
		});
	});

	test('leave out what cannot be read, and name it', async () => {
		const odd = [null, { text: 'no type' }, { type: 'BUTTONS', buttons: [{ text: 'Fine' }] }];
		const version = (name: string, ...components: unknown[]) => ({ name, language: 'en', components });
		await fixture.answerNext('/v1/templates/odd', [
			version('odd', ...odd, { type: 'BODY', text: 'Hi {{1}}!' }),
		]);
		const { fields } = await fixture.variableFields('odd', 'en');
		expect(fields.map(({ displayName, required, readOnly }) => [displayName, required, readOnly])).toEqual([
			['Body 1 – Hi {{1}}!', true, undefined],
			['Component 1 cannot be read and is left out', false, true],
			['Component 2 cannot be read and is left out', false, true],
			['Button 1 cannot be read and is left out', false, true],
		]);
		await fixture.answerNext('/v1/templates/odd', [version('odd', ...odd)]);
		expect(await fixture.variableFields('odd', 'en')).toEqual({
			fields: [],
			emptyFieldsNotice:
				'This template has no variables. Left out because it cannot be read: Component 1, Component 2, Button 1.',
		});
	});

	test('of one object instead of a list are read, too', async () => {
		const one = { name: 'a', language: 'en', components: [{ type: 'BODY', text: 'Hi {{1}}!' }] };
		await fixture.fault({ kind: 'status', status: 200, body: one }, { path: '/v1/templates/a' });
		expect((await fixture.variableFields('a', 'en')).fields.map(({ id }) => id)).toEqual(['body.1']);
	});
});

test('an entry that is no template is not in the lists, and hides none that is', async () => {
	const templates = [
		null,
		'delivery_slot',
		{ language: 'en' },
		{ name: 'a', language: ['en'], status: 5, components: 'none' },
		{ name: 'b', language: 'en', components: [{ type: 'BODY', text: 'Hi {{1}}!' }] },
	];
	await fixture.answerNext('/v1/templates', templates);
	const { results } = await fixture.inPanel<INodeListSearchResult>('listSearch', 'searchTemplates');
	expect(results.map(({ value }) => value)).toEqual(['b', 'a']);
	await fixture.answerNext('/v1/templates/b', templates.toSpliced(3, 1));
	expect((await fixture.variableFields('b', 'en')).fields.map(({ id }) => id)).toEqual(['body.1']);
});

test.each([
	['searchContacts', '/v1/clients', { clientWaNumber: '447700900123' }, '447700900123'],
	['searchGroups', '/v1/groups', { id: 'g-1', subject: 'Kitchen' }, 'g-1'],
	['searchCampaigns', '/v1/campaigns', { id: 'c-1', name: 'Season' }, 'c-1'],
	['searchEmployees', '/v1/auth/business-employees', { email: 'a@example.com', name: 'A' }, 'a@example.com'],
	['searchTeam', '/v1/auth/business-employees', { email: 'a@example.com', name: 'A' }, 'a@example.com'],
	['searchAttributes', '/v1/business/attributes', { fieldKey: 'city' }, 'city'],
])('%s shows what can be chosen of an odd answer', async (method, path, entry, value) => {
	await fixture.answerNext(path, [null, 5, {}, entry]);
	const { results } = await fixture.inPanel<INodeListSearchResult>('listSearch', method);
	expect(results.map((one) => one.value)).toEqual([value]);
});

test('a list that cannot be loaded says why', async () => {
	const apiKey = await fixture.key({ scopes: ['messages:*'] });
	const load = loadInEditor({
		type: 'heltar',
		kind: 'listSearch',
		method: 'searchTemplates',
		credentials: { heltarApi: { apiKey, baseUrl: fixture.baseUrl } },
	});
	await expect(load).rejects.toMatchObject({
		name: 'NodeApiError',
		message: 'API key does not have the required scope (templates:read)',
		description: expect.stringContaining('Use a Full-access key'),
	});
});
