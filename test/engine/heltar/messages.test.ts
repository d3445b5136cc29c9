import type { IDataObject } from 'n8n-workflow';

import { runNode } from '../harness';
import { openSandbox } from '../sandboxClient';

const A = '919800000101';
const B = '919800000102';
const C = '919800000103';
const CATALOG = '700100200300';

let sandbox: Awaited<ReturnType<typeof openSandbox>>;
beforeAll(async () => {
	sandbox = await openSandbox();
});
afterAll(async () => await sandbox.close());

const run = async (parameters: IDataObject, items: IDataObject[] = [{}]) =>
	await runNode({
		type: 'heltar',
		credentials: { heltarApi: { apiKey: 'hk_live_sandbox', baseUrl: sandbox.baseUrl } },
		parameters: { resource: 'message', ...parameters },
		items,
	});

/** The one message of the one call, and the rest of that call. */
async function sent(): Promise<{ entry: IDataObject; others: number }> {
	const requests = await sandbox.requests();
	expect(requests).toMatchObject([{ method: 'POST', path: '/v1/messages/send', query: {}, status: 200 }]);
	expect(Object.keys(requests[0].body)).toEqual(['messages']);
	const [entry, ...others] = requests[0].body.messages;
	return { entry, others: others.length };
}

/** What a user enters, and the message it makes on the wire, less what all have in common. */
const messages: Array<[operation: string, parameters: IDataObject, entry: IDataObject]> = [
	[
		'sendLocation',
		{ latitude: 28.4092136, longitude: 77.0601843, name: 'Meeting point', address: 'Sector 29, Gurugram' },
		{
			messageType: 'location',
			location: {
				latitude: 28.4092136,
				longitude: 77.0601843,
				name: 'Meeting point',
				address: 'Sector 29, Gurugram',
			},
		},
	],
	[
		'sendContacts',
		{
			contacts: {
				values: [{ formatted_name: 'Vikram Rao', phones: { values: [{ phone: '919800000555' }] } }],
			},
		},
		{
			messageType: 'contacts',
			contacts: [
				{
					name: { formatted_name: 'Vikram Rao', prefix: '919800000555' },
					phones: [{ phone: '919800000555', wa_id: '919800000555' }],
				},
			],
		},
	],
	[
		'sendButtons',
		{
			headerType: 'image',
			headerLink: 'https://files.example.org/menu%2520card.png',
			body: 'Pick a slot',
			footer: 'Reply within 2 hours',
			buttons: { values: [{ title: 'Morning', id: 'am' }, { title: 'Afternoon' }, { title: 'Evening' }] },
		},
		{
			messageType: 'interactive',
			interactive: {
				type: 'button',
				header: { type: 'image', image: { link: 'https://files.example.org/menu%2520card.png' } },
				body: { text: 'Pick a slot' },
				footer: { text: 'Reply within 2 hours' },
				action: {
					buttons: [
						{ type: 'reply', reply: { id: 'am', title: 'Morning' } },
						{ type: 'reply', reply: { id: 'Afternoon', title: 'Afternoon' } },
						{ type: 'reply', reply: { id: 'Evening', title: 'Evening' } },
					],
				},
			},
		},
	],
	[
		'sendList',
		{
			headerText: 'Support',
			body: 'Choose a topic',
			footer: 'Open 9 to 18',
			button: 'Topics',
			sections: {
				values: [
					{
						title: 'Billing',
						rows: {
							values: [
								{ title: 'Invoices', description: 'Copies and dates', id: 'inv' },
								{ title: 'Refunds', id: 'ref' },
							],
						},
					},
					{ title: 'Delivery', rows: { values: [{ title: 'Where is it?' }] } },
				],
			},
		},
		{
			messageType: 'interactive',
			interactive: {
				type: 'list',
				header: { type: 'text', text: 'Support' },
				body: { text: 'Choose a topic' },
				footer: { text: 'Open 9 to 18' },
				action: {
					button: 'Topics',
					sections: [
						{
							title: 'Billing',
							rows: [
								{ id: 'inv', title: 'Invoices', description: 'Copies and dates' },
								{ id: 'ref', title: 'Refunds' },
							],
						},
						{ title: 'Delivery', rows: [{ id: 'Where is it?', title: 'Where is it?' }] },
					],
				},
			},
		},
	],
	[
		'sendCtaUrl',
		{
			headerType: 'text',
			headerText: 'Order 88',
			body: 'Track your order',
			footer: 'Example Traders',
			display_text: 'Open',
			url: 'https://example.org/t/88',
		},
		{
			messageType: 'interactive',
			interactive: {
				type: 'cta_url',
				header: { type: 'text', text: 'Order 88' },
				body: { text: 'Track your order' },
				footer: { text: 'Example Traders' },
				action: {
					name: 'cta_url',
					parameters: { display_text: 'Open', url: 'https://example.org/t/88' },
				},
			},
		},
	],
	[
		'requestAddress',
		{
			headerType: 'text',
			headerText: 'Delivery',
			body: 'Where should we deliver?',
			footer: 'Example Traders',
			country: 'in',
			addressOptions: {
				values: '{"city": "Pune"}',
				saved_addresses: '[{"id": "home", "value": {"city": "Pune"}}]',
				validation_errors: '{}',
			},
		},
		{
			messageType: 'interactive',
			interactive: {
				type: 'address_message',
				header: { type: 'text', text: 'Delivery' },
				body: { text: 'Where should we deliver?' },
				footer: { text: 'Example Traders' },
				action: {
					name: 'address_message',
					parameters: {
						country: 'IN',
						saved_addresses: [{ id: 'home', value: { city: 'Pune' } }],
						values: { city: 'Pune' },
					},
				},
			},
		},
	],
	[
		'requestLocation',
		{ body: 'Share your location' },
		{
			messageType: 'interactive',
			interactive: {
				type: 'location_request_message',
				body: { text: 'Share your location' },
				action: { name: 'send_location' },
			},
		},
	],
	[
		'sendCatalogLink',
		{ businessNumber: '+91 80000-00001' },
		{ messageType: 'text', message: 'https://wa.me/c/918000000001' },
	],
	[
		'sendCatalog',
		{ body: 'See the range', footer: 'Example Traders' },
		{
			messageType: 'interactive',
			interactive: {
				type: 'catalog_message',
				body: { text: 'See the range' },
				footer: { text: 'Example Traders' },
				action: { name: 'catalog_message' },
			},
		},
	],
	[
		'sendProduct',
		{ catalog_id: CATALOG, product_retailer_id: 'SKU-7', body: 'This one?', footer: 'Example Traders' },
		{
			messageType: 'interactive',
			interactive: {
				type: 'product',
				body: { text: 'This one?' },
				footer: { text: 'Example Traders' },
				action: { catalog_id: CATALOG, product_retailer_id: 'SKU-7' },
			},
		},
	],
	[
		'sendProductList',
		{
			headerText: 'Bestsellers',
			body: 'Tap for details',
			footer: 'Example Traders',
			catalog_id: CATALOG,
			productSections: {
				values: [
					{ title: 'Cups', product_items: 'SKU-7, SKU-9' },
					{ title: 'Plates', product_items: 'SKU-8' },
				],
			},
		},
		{
			messageType: 'interactive',
			interactive: {
				type: 'product_list',
				header: { type: 'text', text: 'Bestsellers' },
				body: { text: 'Tap for details' },
				footer: { text: 'Example Traders' },
				action: {
					catalog_id: CATALOG,
					sections: [
						{
							title: 'Cups',
							product_items: [{ product_retailer_id: 'SKU-7' }, { product_retailer_id: 'SKU-9' }],
						},
						{ title: 'Plates', product_items: [{ product_retailer_id: 'SKU-8' }] },
					],
				},
			},
		},
	],
	[
		'sendInteractive',
		{
			interactive:
				'{"type": "request_contact_info", "body": {"text": "May we call you?"}, "action": {"name": "request_contact_info"}}',
		},
		{
			messageType: 'interactive',
			interactive: {
				type: 'request_contact_info',
				body: { text: 'May we call you?' },
				action: { name: 'request_contact_info' },
			},
		},
	],
];

describe.each([2026, 2023])('as the account of %s answers', (generation) => {
	beforeEach(async () => {
		await sandbox.reset();
		await sandbox.settings({ generation });
	});

	test.each(messages)('%s goes out exactly as documented', async (operation, parameters, entry) => {
		const { json, error } = await run({ operation, clientWaNumber: '+91 98000 00101', ...parameters });
		expect(error).toBeUndefined();
		expect(await sent()).toEqual({ entry: { clientWaNumber: A, ...entry }, others: 0 });
		expect(json).toMatchObject([
			{ success: true, outcome: 'sent', clientWaNumber: A, wamid: expect.stringMatching(/^wamid\./) },
		]);
		expect(await sandbox.conversation(A)).toMatchObject([{ direction: 'out' }]);
	});
});

describe('a message', () => {
	beforeEach(async () => await sandbox.reset());

	test.each(messages.map(([operation, parameters]) => [operation, parameters] as const))(
		'%s can be a reply with a reference, or a private note',
		async (operation, parameters) => {
			await run({
				operation,
				clientWaNumber: A,
				...parameters,
				options: { contextId: 'wamid.QUOTED', refId: 'run-17', isPrivate: true },
			});
			expect((await sent()).entry).toMatchObject({
				clientWaNumber: A,
				contextId: 'wamid.QUOTED',
				refId: 'run-17',
				isPrivate: true,
			});
		},
	);

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
		expect((await sent()).entry).toEqual({
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
		expect((await sent()).entry.location).toEqual({ latitude: 0, longitude: 0 });

		await run({
			operation: 'sendProduct',
			clientWaNumber: A,
			catalog_id: CATALOG,
			product_retailer_id: 'SKU-7',
		});
		expect((await sent()).entry.interactive).toEqual({
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
		expect((await sent()).entry.message).toBe('Shop here: https://wa.me/c/918000000001');

		await run({
			operation: 'sendCatalog',
			clientWaNumber: A,
			body: 'See the range',
			thumbnail_product_retailer_id: 'SKU-7',
		});
		expect((await sent()).entry.interactive).toMatchObject({
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
		expect((await sent()).entry.interactive).toMatchObject({ header });
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
		expect((await sent()).entry.contacts).toEqual([
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
		const { error } = await run({ clientWaNumber: A, body: 'Choose', ...parameters }, [item]);
		expect(error).toBeUndefined();
		return ((await sent()).entry.interactive as IDataObject).action;
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
		await run(
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
		expect((await sent()).entry.contacts).toEqual([
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

describe('an operation chosen per item', () => {
	beforeEach(async () => await sandbox.reset());

	test('lets different types share one call, with the fields and options of each', async () => {
		const { json, error } = await run(
			{
				operation: '={{ $json.what }}',
				clientWaNumber: '={{ $json.to }}',
				message: '={{ $json.message }}',
				latitude: '={{ $json.latitude }}',
				longitude: '={{ $json.longitude }}',
				body: '={{ $json.body }}',
				button: 'Topics',
				buttons: { values: [{ title: '={{ $json.title }}', id: 'yes' }] },
				sections: {
					values: [{ title: 'All', rows: { values: [{ title: '={{ $json.title }}', id: 'r' }] } }],
				},
				options: { contextId: 'wamid.QUOTED' },
			},
			[
				{ what: 'sendText', to: A, message: 'We found it.' },
				{ what: 'sendLocation', to: B, latitude: 28.4, longitude: 77.06 },
				{ what: 'sendButtons', to: C, body: 'Is that it?', title: 'Yes' },
				{ what: 'sendList', to: A, body: 'Which?', title: 'Blue' },
			],
		);
		expect(error).toBeUndefined();
		const [request, ...others] = await sandbox.requests();
		expect(others).toEqual([]);
		const contextId = 'wamid.QUOTED';
		expect(request.body.messages).toEqual([
			{ clientWaNumber: A, contextId, messageType: 'text', message: 'We found it.' },
			{
				clientWaNumber: B,
				contextId,
				messageType: 'location',
				location: { latitude: 28.4, longitude: 77.06 },
			},
			{
				clientWaNumber: C,
				contextId,
				messageType: 'interactive',
				interactive: {
					type: 'button',
					body: { text: 'Is that it?' },
					action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }] },
				},
			},
			{
				clientWaNumber: A,
				contextId,
				messageType: 'interactive',
				interactive: {
					type: 'list',
					body: { text: 'Which?' },
					action: { button: 'Topics', sections: [{ title: 'All', rows: [{ id: 'r', title: 'Blue' }] }] },
				},
			},
		]);
		expect(json.map(({ outcome, clientWaNumber }) => [outcome, clientWaNumber])).toEqual([
			['sent', A],
			['sent', B],
			['sent', C],
			['sent', A],
		]);
	});
});
