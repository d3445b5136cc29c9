import type { IDataObject } from 'n8n-workflow';

import { useFixture } from './fixture';

const ASHA = '919800000101';

const fixture = useFixture();

const run = async (operation: string, parameters: IDataObject, value?: unknown) =>
	await fixture.run(
		{ resource: 'message', operation, clientWaNumber: ASHA, ...parameters },
		{ items: [{ value } as IDataObject] },
	);
/** A list that comes from data. */
const FROM_DATA = '={{ $json.value }}';

describe('buttons given as JSON', () => {
	test.each<[string, unknown, Array<{ id: string; title: string }>]>([
		[
			'WhatsApp’s own form',
			[
				{ type: 'reply', reply: { id: 'am', title: 'Morning' } },
				{ type: 'reply', reply: { title: 'Evening' } },
			],
			[
				{ id: 'am', title: 'Morning' },
				{ id: 'Evening', title: 'Evening' },
			],
		],
		['numbers', [1, 2], [{ id: '1', title: '1' }, { id: '2', title: '2' }]], // oxfmt-ignore
		['numbers and booleans in rows', [{ title: 7, id: 1042 }, { title: true }], [{ id: '1042', title: '7' }, { id: 'true', title: 'true' }]], // oxfmt-ignore
		['one object', { title: 'Morning' }, [{ id: 'Morning', title: 'Morning' }]],
		['one text', '"Morning"', [{ id: 'Morning', title: 'Morning' }]],
	])('may be %s', async (_what, buttons, expected) => {
		const { error } = await run(
			'sendButtons',
			{
				body: 'When?',
				specifyButtons: 'json',
				buttonsJson: FROM_DATA,
			},
			buttons,
		);
		expect(error).toBeUndefined();
		expect((await fixture.sent()).interactive).toMatchObject({
			action: { buttons: expected.map((reply) => ({ type: 'reply', reply })) },
		});
	});
});

describe('a list given as JSON', () => {
	test.each<[string, unknown, unknown]>([
		[
			'rows that are numbers',
			[1, 2],
			[
				{
					rows: [
						{ id: '1', title: '1' },
						{ id: '2', title: '2' },
					],
				},
			],
		],
		['one row', { title: 'Invoices' }, [{ rows: [{ id: 'Invoices', title: 'Invoices' }] }]],
		['one section', { title: 'A', rows: [7] }, [{ title: 'A', rows: [{ id: '7', title: '7' }] }]],
		['a section of one row', [{ rows: { title: 'x' } }], [{ rows: [{ id: 'x', title: 'x' }] }]],
		['numbers in rows', [{ title: 1, rows: [{ title: 5, description: false }] }], [{ title: '1', rows: [{ id: '5', title: '5', description: 'false' }] }]], // oxfmt-ignore
	])('may be %s', async (_what, sections, expected) => {
		const { error } = await run(
			'sendList',
			{
				body: 'Which?',
				button: 'Topics',
				specifySections: 'json',
				sectionsJson: FROM_DATA,
			},
			sections,
		);
		expect(error).toBeUndefined();
		expect((await fixture.sent()).interactive).toMatchObject({ action: { sections: expected } });
	});

	test('of products may have one section, and one product', async () => {
		const { error } = await run(
			'sendProductList',
			{
				headerText: 'All',
				body: 'Look',
				catalog_id: 700100200300,
				specifyProductSections: 'json',
				productSectionsJson: FROM_DATA,
			},
			{ title: 'Cups', product_items: { product_retailer_id: 'SKU-7' } },
		);
		expect(error).toBeUndefined();
		expect((await fixture.sent()).interactive).toMatchObject({
			action: {
				catalog_id: '700100200300',
				sections: [{ title: 'Cups', product_items: [{ product_retailer_id: 'SKU-7' }] }],
			},
		});
	});
});

describe('contact cards given as JSON', () => {
	const CARD = {
		formatted_name: 'Dana Field',
		phones: { phone: '+44 7700 900555', type: 'cell' },
		emails: { email: 'dana@example.org' },
		urls: { url: 'https://example.org' },
		addresses: { city: 'London', zip: 10115 },
	};
	const EXPECTED = {
		phones: [{ phone: '+44 7700 900555', wa_id: '447700900555', type: 'CELL' }],
		emails: [{ email: 'dana@example.org' }],
		urls: [{ url: 'https://example.org' }],
		addresses: [{ city: 'London', zip: '10115' }],
	};

	test.each<[string, unknown]>([
		['blocks that are objects', [CARD]],
		['a single card', CARD],
		['a name that is a text', { ...CARD, formatted_name: undefined, name: 'Dana Field' }],
		['WhatsApp’s own name', { ...CARD, formatted_name: undefined, name: { formatted_name: 'Dana Field' } }],
	])('lose nothing: %s', async (_what, contacts) => {
		const { error, hints } = await run(
			'sendContacts',
			{
				specifyContacts: 'json',
				contactsJson: FROM_DATA,
			},
			contacts,
		);
		expect(error).toBeUndefined();
		expect(hints).toEqual([]);
		expect((await fixture.sent()).contacts).toEqual([
			{ name: { formatted_name: 'Dana Field', prefix: '+44 7700 900555' }, ...EXPECTED },
		]);
	});

	test('say what they hold that no card has', async () => {
		const { hints } = await run(
			'sendContacts',
			{
				specifyContacts: 'json',
				contactsJson: FROM_DATA,
			},
			[{ ...CARD, fax: '1', org: { company: 'Example', branch: 'Leeds' } }],
		);
		expect(hints).toEqual([
			expect.stringContaining('Contacts: unknown field "fax" was ignored'),
			expect.stringContaining('Organization: unknown field "branch" was ignored'),
		]);
		expect((await fixture.sent()).contacts).toMatchObject([{ org: { company: 'Example' } }]);
	});

	test.each([
		['[]', 'Contacts (JSON): none added, the minimum is 1'],
		['{}', 'Contacts (JSON): none added, the minimum is 1'],
		['["Dana"]', 'Contacts (JSON) → Contact 1: must be an object'],
		['{"formatted_name": "Dana", "phones": ["447700900555"], "addresses": "London"}', 'Contacts (JSON) → Contact 1 → Addresses → Address 1: must be an object'], // oxfmt-ignore
	])('%s is refused', async (contactsJson, problem) => {
		const { error } = await run('sendContacts', { specifyContacts: 'json', contactsJson });
		expect(error?.message).toBe(problem);
		expect(await fixture.wire()).toEqual([]);
	});
});

describe('custom data', () => {
	test.each<[string, string, unknown]>([
		['many digits', '100200300400500601', '100200300400500601'],
		['digits of a version', '1.10', '1.10'],
		['a leading zero', '007', '007'],
		['a word', 'true', 'true'],
		['a text in quotes', '"T-5"', '"T-5"'],
		['an object', ' {"ticket": "T-5", "n": 5}', { ticket: 'T-5', n: 5 }],
		['a list', '[1, "1.10"]', [1, '1.10']],
		['what only begins like an object', '{ticket}', '{ticket}'],
		['digits an expression gives', '={{ "100200300400500601" }}', '100200300400500601'],
		['a number an expression gives', '={{ 1042 }}', 1042],
		['a boolean an expression gives', '={{ false }}', false],
		['an object an expression gives', '={{ ({ ticket: "T-5" }) }}', { ticket: 'T-5' }],
	])('%s goes out as what it is', async (_what, customField, expected) => {
		await run('sendText', { message: 'Hello', options: { customField } });
		expect((await fixture.sent()).integrations).toEqual([
			{ name: 'metaCustomFieldHook', customField: expected },
		]);
	});

	test('digits that would be lost inside an object are refused', async () => {
		const { error } = await run('sendText', {
			message: 'Hello',
			options: { customField: '{"order": 100200300400500601}' },
		});
		expect(error?.message).toBe(
			'Options → Custom Data: the number 100200300400500601 is too long, so it would lose digits',
		);
		expect(error?.description).toContain('Write it in quotes');
		expect(await fixture.wire()).toEqual([]);
	});
});

describe('values as tables have them', () => {
	test('blank optional values are left out', async () => {
		const { error } = await run('sendButtons', {
			body: 'When?',
			footer: ' ',
			buttons: { values: [{ title: 'Morning', id: ' ' }] },
			options: { contextId: ' ', refId: '\t', campaignId: ' ', customField: ' ', batchSize: ' ' },
		});
		expect(error).toBeUndefined();
		expect(await fixture.sent()).toEqual({
			clientWaNumber: ASHA,
			messageType: 'interactive',
			interactive: {
				type: 'button',
				body: { text: 'When?' },
				action: { buttons: [{ type: 'reply', reply: { id: 'Morning', title: 'Morning' } }] },
			},
		});
	});

	test.each<[unknown, boolean]>([
		['TRUE', true],
		[1, true],
		['yes', true],
		['False', false],
		[0, false],
	])('%j is a switch', async (isBlocked, expected) => {
		await run('sendText', { message: 'Hello' });
		await fixture.wire();
		const { error } = await fixture.run({
			resource: 'contact',
			operation: 'block',
			clientWaNumber: ASHA,
			isBlocked: `={{ ${JSON.stringify(isBlocked)} }}`,
		});
		expect(error).toBeUndefined();
		expect((await fixture.wire())[0]?.body).toEqual({ isBlocked: expected });
	});

	test('ids are what is left without spaces', async () => {
		await run('sendText', {
			message: 'Yes',
			options: { contextId: ' wamid.EXAMPLE ', campaignId: '\u00A08104\n' },
		});
		expect((await fixture.wire())[0]?.body).toMatchObject({
			campaignId: '8104',
			messages: [{ contextId: 'wamid.EXAMPLE' }],
		});
	});
});
