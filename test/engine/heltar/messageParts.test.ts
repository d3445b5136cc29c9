import type { IDataObject } from 'n8n-workflow';

import { CATALOG } from './messageTable';
import { GENERATIONS, useFixture } from './fixture';

const A = '919800000101';

const fixture = useFixture();

const run = async (parameters: IDataObject, items?: IDataObject[]) =>
	await fixture.run({ resource: 'message', ...parameters }, { items });

describe.each(GENERATIONS)('a message, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('leaves out what was left empty', async () => {
		await run({
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
		expect(await fixture.sent()).toEqual({
			clientWaNumber: A,
			messageType: 'interactive',
			interactive: {
				type: 'button',
				body: { text: 'Yes or no?' },
				action: { buttons: [{ type: 'reply', reply: { id: 'Yes', title: 'Yes' } }] },
			},
		});

		await run({
			operation: 'sendLocation',
			clientWaNumber: A,
			latitude: 0,
			longitude: 0,
			name: '',
			address: '',
		});
		expect((await fixture.sent()).location).toEqual({ latitude: 0, longitude: 0 });

		await run({
			operation: 'sendProduct',
			clientWaNumber: A,
			catalog_id: CATALOG,
			product_retailer_id: 'SKU-7',
		});
		expect((await fixture.sent()).interactive).toEqual({
			type: 'product',
			action: { catalog_id: CATALOG, product_retailer_id: 'SKU-7' },
		});
	});

	test('takes a text before the catalog link, and a picture for the catalog', async () => {
		await run({
			operation: 'sendCatalogLink',
			clientWaNumber: A,
			businessNumber: '918000000001',
			message: 'Shop here:',
		});
		expect((await fixture.sent()).message).toBe('Shop here: https://wa.me/c/918000000001');

		await run({
			operation: 'sendCatalog',
			clientWaNumber: A,
			body: 'See the range',
			thumbnail_product_retailer_id: 'SKU-7',
		});
		expect((await fixture.sent()).interactive).toMatchObject({
			action: { name: 'catalog_message', parameters: { thumbnail_product_retailer_id: 'SKU-7' } },
		});
	});

	test.each([
		['video', { type: 'video', video: { link: 'https://files.example.org/f' } }],
		['document', { type: 'document', document: { link: 'https://files.example.org/f', filename: 'f.pdf' } }],
	])('has a %s above its text', async (headerType, header) => {
		await run({
			operation: 'sendButtons',
			clientWaNumber: A,
			headerType,
			headerLink: 'https://files.example.org/f',
			headerFileName: 'f.pdf',
			body: 'Seen it?',
			buttons: { values: [{ title: 'Yes' }] },
		});
		expect((await fixture.sent()).interactive).toMatchObject({ header });
	});

	test('has contact cards with every block', async () => {
		await run({
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
		expect((await fixture.sent()).contacts).toEqual([
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
