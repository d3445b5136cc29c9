import type { IDataObject } from 'n8n-workflow';

import { CATALOG } from './messageTable';
import { openSender } from './sender';

const A = '919800000101';
const B = '919800000102';
const C = '919800000103';

let sandbox: Awaited<ReturnType<typeof openSender>>;
beforeAll(async () => {
	sandbox = await openSender();
});
afterAll(async () => await sandbox.close());

describe('a message', () => {
	beforeEach(async () => await sandbox.reset());

	test('leaves out what was left empty', async () => {
		await sandbox.run({
			operation: 'sendButtons',
			clientWaNumber: A,
			headerType: 'none',
			headerText: 'of another header',
			headerLink: 'https://files.example.org/a.png',
			body: 'Yes or no?',
			footer: '',
			buttons: { values: [{ title: 'Yes', id: '' }] },
			options: { contextId: '', refId: '' },
		});
		expect(await sandbox.sent()).toEqual({
			clientWaNumber: A,
			messageType: 'interactive',
			interactive: {
				type: 'button',
				body: { text: 'Yes or no?' },
				action: { buttons: [{ type: 'reply', reply: { id: 'Yes', title: 'Yes' } }] },
			},
		});

		await sandbox.run({
			operation: 'sendLocation',
			clientWaNumber: A,
			latitude: 0,
			longitude: 0,
			name: '',
			address: '',
		});
		expect((await sandbox.sent()).location).toEqual({ latitude: 0, longitude: 0 });

		await sandbox.run({
			operation: 'sendProduct',
			clientWaNumber: A,
			catalog_id: CATALOG,
			product_retailer_id: 'SKU-7',
		});
		expect((await sandbox.sent()).interactive).toEqual({
			type: 'product',
			action: { catalog_id: CATALOG, product_retailer_id: 'SKU-7' },
		});
	});

	test('takes a text before the catalog link, and a picture for the catalog', async () => {
		await sandbox.run({
			operation: 'sendCatalogLink',
			clientWaNumber: A,
			businessNumber: '918000000001',
			message: 'Shop here:',
		});
		expect((await sandbox.sent()).message).toBe('Shop here: https://wa.me/c/918000000001');

		await sandbox.run({
			operation: 'sendCatalog',
			clientWaNumber: A,
			body: 'See the range',
			thumbnail_product_retailer_id: 'SKU-7',
		});
		expect((await sandbox.sent()).interactive).toMatchObject({
			action: { name: 'catalog_message', parameters: { thumbnail_product_retailer_id: 'SKU-7' } },
		});
	});

	test.each([
		['video', { type: 'video', video: { link: 'https://files.example.org/f' } }],
		['document', { type: 'document', document: { link: 'https://files.example.org/f', filename: 'f.pdf' } }],
	])('has a %s above its text', async (headerType, header) => {
		await sandbox.run({
			operation: 'sendButtons',
			clientWaNumber: A,
			headerType,
			headerLink: 'https://files.example.org/f',
			headerFileName: 'f.pdf',
			body: 'Seen it?',
			buttons: { values: [{ title: 'Yes' }] },
		});
		expect((await sandbox.sent()).interactive).toMatchObject({ header });
	});

	test('has contact cards with every block', async () => {
		await sandbox.run({
			operation: 'sendContacts',
			clientWaNumber: A,
			contacts: {
				values: [
					{
						formatted_name: 'Dr Dana Lee Field Jr',
						name: {
							prefix: 'Dr',
							first_name: 'Dana',
							middle_name: 'Lee',
							last_name: 'Field',
							suffix: 'Jr',
						},
						phones: {
							values: [
								{ phone: '+44 7700 900555', type: 'CELL' },
								{ phone: '020 7946 0000', type: 'WORK', wa_id: '44 20 7946 0000' },
							],
						},
						emails: { values: [{ email: 'dana@example.org', type: 'WORK' }] },
						org: { company: 'Example Ltd', department: 'Support', title: 'Head' },
						addresses: {
							values: [
								{
									street: '1 Bridge Street',
									city: 'London',
									state: 'LDN',
									zip: 'SW1A 2JH',
									country: 'United Kingdom',
									country_code: 'gb',
									type: 'HOME',
								},
								{ street: '' },
							],
						},
						urls: { values: [{ url: 'https://example.org', type: 'WORK' }] },
						birthday: '1990-04-27',
					},
				],
			},
		});
		expect((await sandbox.sent()).contacts).toEqual([
			{
				name: {
					formatted_name: 'Dr Dana Lee Field Jr',
					prefix: 'Dr',
					first_name: 'Dana',
					middle_name: 'Lee',
					last_name: 'Field',
					suffix: 'Jr',
				},
				phones: [
					{ phone: '+44 7700 900555', wa_id: '447700900555', type: 'CELL' },
					{ phone: '020 7946 0000', wa_id: '442079460000', type: 'WORK' },
				],
				emails: [{ email: 'dana@example.org', type: 'WORK' }],
				org: { company: 'Example Ltd', department: 'Support', title: 'Head' },
				addresses: [
					{
						street: '1 Bridge Street',
						city: 'London',
						state: 'LDN',
						zip: 'SW1A 2JH',
						country: 'United Kingdom',
						country_code: 'GB',
						type: 'HOME',
					},
				],
				urls: [{ url: 'https://example.org', type: 'WORK' }],
				birthday: '1990-04-27',
			},
		]);
	});
});

describe('a list that comes from data', () => {
	beforeEach(async () => await sandbox.reset());

	const actionFor = async (parameters: IDataObject, item: IDataObject) => {
		const { error } = await sandbox.run({ clientWaNumber: A, body: 'Choose', ...parameters }, [item]);
		expect(error).toBeUndefined();
		return ((await sandbox.sent()).interactive as IDataObject).action;
	};

	test('makes buttons of objects and of plain titles', async () => {
		const action = await actionFor(
			{ operation: 'sendButtons', specifyButtons: 'json', buttonsJson: '={{ $json.slots }}' },
			{ slots: ['Morning', { title: 'Evening', id: 5 }] },
		);
		expect(action).toEqual({
			buttons: [
				{ type: 'reply', reply: { id: 'Morning', title: 'Morning' } },
				{ type: 'reply', reply: { id: '5', title: 'Evening' } },
			],
		});
	});

	test.each([
		['sections', [{ title: 'Billing', rows: [{ title: 'Invoices', id: 'inv' }, 'Refunds'] }], 'Billing'],
		['rows without sections', [{ title: 'Invoices', id: 'inv' }, 'Refunds'], undefined],
	])('makes a list of %s', async (_, sections, title) => {
		const action = await actionFor(
			{ operation: 'sendList', button: 'Topics', specifySections: 'json', sectionsJson: '={{ $json.list }}' },
			{ list: sections as never },
		);
		expect(action).toEqual({
			button: 'Topics',
			sections: [
				{
					...(title ? { title } : {}),
					rows: [
						{ id: 'inv', title: 'Invoices' },
						{ id: 'Refunds', title: 'Refunds' },
					],
				},
			],
		});
	});

	test('makes a product list, also of WhatsApp’s own form', async () => {
		const action = await actionFor(
			{
				operation: 'sendProductList',
				headerText: 'Bestsellers',
				catalog_id: CATALOG,
				specifyProductSections: 'json',
				productSectionsJson:
					'[{"title": "Cups", "product_items": ["SKU-7", {"product_retailer_id": "SKU-9"}]}]',
			},
			{},
		);
		expect(action).toMatchObject({
			sections: [
				{
					title: 'Cups',
					product_items: [{ product_retailer_id: 'SKU-7' }, { product_retailer_id: 'SKU-9' }],
				},
			],
		});
	});

	test('makes contact cards, also of WhatsApp’s own form', async () => {
		await sandbox.run(
			{
				operation: 'sendContacts',
				clientWaNumber: A,
				specifyContacts: 'json',
				contactsJson: '={{ $json.cards }}',
			},
			[
				{
					cards: [
						{
							name: { formatted_name: 'Dana Field', prefix: 'Dr' },
							phones: [{ phone: '447700900555', wa_id: '447700900555' }],
						},
						{ formatted_name: 'Sam Hill', phones: ['+44 7700 900556'] },
					],
				},
			],
		);
		expect((await sandbox.sent()).contacts).toEqual([
			{
				name: { formatted_name: 'Dana Field', prefix: 'Dr' },
				phones: [{ phone: '447700900555', wa_id: '447700900555' }],
			},
			{
				name: { formatted_name: 'Sam Hill', prefix: '+44 7700 900556' },
				phones: [{ phone: '+44 7700 900556', wa_id: '447700900556' }],
			},
		]);
	});
});

describe('items that differ in everything an expression can decide', () => {
	test('share one call', async () => {
		await sandbox.reset();
		const { json, error } = await sandbox.run(
			{
				operation: 'sendButtons',
				clientWaNumber: '={{ $json.to }}',
				headerType: '={{ $json.header }}',
				headerText: '={{ $json.text }}',
				headerLink: '={{ $json.link }}',
				body: '={{ $json.body }}',
				specifyButtons: 'json',
				buttonsJson: '={{ $json.buttons }}',
			},
			[
				{ to: A, header: 'none', body: 'Coming?', buttons: ['Yes', 'No'] },
				{ to: B, header: 'text', text: 'Order 7', body: 'Keep it?', buttons: ['Keep'] },
				{
					to: C,
					header: 'image',
					link: 'https://files.example.org/a.png',
					body: 'Like it?',
					buttons: [{ title: 'Yes', id: 'y' }],
				},
			],
		);
		expect(error).toBeUndefined();
		const [request, ...others] = await sandbox.requests();
		expect(others).toEqual([]);
		const entry = (
			clientWaNumber: string,
			interactive: IDataObject,
			...buttons: Array<[string, string]>
		) => ({
			clientWaNumber,
			messageType: 'interactive',
			interactive: {
				type: 'button',
				...interactive,
				action: { buttons: buttons.map(([id, title]) => ({ type: 'reply', reply: { id, title } })) },
			},
		});
		expect(request.body.messages).toEqual([
			entry(A, { body: { text: 'Coming?' } }, ['Yes', 'Yes'], ['No', 'No']),
			entry(B, { header: { type: 'text', text: 'Order 7' }, body: { text: 'Keep it?' } }, ['Keep', 'Keep']),
			entry(
				C,
				{
					header: { type: 'image', image: { link: 'https://files.example.org/a.png' } },
					body: { text: 'Like it?' },
				},
				['y', 'Yes'],
			),
		]);
		expect(json.map(({ outcome, clientWaNumber }) => [outcome, clientWaNumber])).toEqual([
			['sent', A],
			['sent', B],
			['sent', C],
		]);
	});
});
