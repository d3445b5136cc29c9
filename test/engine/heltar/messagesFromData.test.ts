import type { IDataObject } from 'n8n-workflow';

import { CATALOG } from './messageTable';
import { GENERATIONS, useFixture } from './fixture';

const A = '919800000101';
const B = '919800000102';
const C = '919800000103';

const fixture = useFixture();

const run = async (parameters: IDataObject, items?: IDataObject[]) =>
	await fixture.run({ resource: 'message', ...parameters }, { items });

describe.each(GENERATIONS)('a list that comes from data, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	const actionFor = async (parameters: IDataObject, item: IDataObject) => {
		const { error } = await run({ clientWaNumber: A, body: 'Choose', ...parameters }, [item]);
		expect(error).toBeUndefined();
		return ((await fixture.sent()).interactive as IDataObject).action;
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
		expect((await fixture.sent()).contacts).toEqual([
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

describe.each(GENERATIONS)(
	'items that differ in everything an expression can decide, generation %i',
	(generation) => {
		beforeEach(async () => void (await fixture.settings({ generation })));

		test('share one call', async () => {
			const { json, error } = await run(
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
			const [request, ...others] = await fixture.requests();
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
	},
);
