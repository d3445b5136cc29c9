import type { IDataObject } from 'n8n-workflow';

import { chosen, useFixture } from './fixture';
import { sendings, text } from './sentTemplateTable';

const fixture = useFixture();
const ASHA = '919800000101';
const ROHAN = '919800000102';

/** What the editor saves with Map Automatically: what the template needs, and no values. */
const mapped = async (template: string, language: string) =>
	({
		mappingMode: 'autoMapInputData',
		value: null,
		matchingColumns: [],
		schema: (await fixture.variableFields(template, language)).fields,
	}) as unknown as IDataObject;

async function send(template: string, language: string, items: IDataObject[], variables?: IDataObject) {
	const parameters = {
		resource: 'message',
		operation: 'sendTemplate',
		clientWaNumber: '={{ $json.number }}',
		templateName: chosen(template),
		languageCode: language,
		variables: variables ?? (await mapped(template, language)),
	};
	await fixture.requests();
	const result = await fixture.run(parameters, { items });
	const calls = await fixture.calls();
	return {
		...result,
		calls,
		variables: calls.flatMap(({ body }) =>
			(body.messages as IDataObject[]).map(({ variables: sent }) => sent),
		),
	};
}

/** The names of an item's fields for the columns of the table. */
const NAMES: Record<string, string> = { 'body.customer': 'customer', 'body.shop': 'shop' };
const nameOf = (template: string, id: string) =>
	template === 'parcel_at_shop' && id === 'header.text'
		? 'parcel_number'
		: (NAMES[id] ?? id.replaceAll('.', '_'));

test.each(Object.entries(sendings))('a template %s is filled in by names', async (_, sent) => {
	const fields = Object.entries(sent.values).map(([id, value]) => [
		nameOf(sent.template, id),
		String(value).startsWith('={{') ? { size: 42, name: 'Dana' } : value,
	]);
	const item = { number: ASHA, ...(Object.fromEntries(fields) as IDataObject) };
	const { variables, error } = await send(sent.template, sent.language, [item]);
	expect(error).toBeUndefined();
	expect(variables).toEqual([sent.variables]);
});

test('each item brings its own values, and its other fields are left alone', async () => {
	const { variables, calls } = await send('feedback_request', 'en', [
		{ number: ASHA, body_1: 'Asha', city: 'Pune' },
		{ number: ROHAN, body_1: 42 },
	]);
	expect(calls).toHaveLength(1);
	expect(variables).toEqual([
		[{ type: 'body', parameters: text('Asha') }],
		[{ type: 'body', parameters: text('42') }],
	]);
});

const complete = { number: ASHA, header_text: '1042', body_1: 'Dana', body_3: 'packed', body_4: 'Friday' };

test.each<[string, string, IDataObject, string]>([
	['a numbered variable', 'order_update', complete, 'Variables → Body 2: the item has no field "body_2"'],
	[
		'a named variable',
		'parcel_at_shop',
		{ number: ASHA, parcel_number: 'P-17', customer: 'Dana' },
		'Variables → Body shop: the item has no field "shop"',
	],
	[
		'the named variable of a header',
		'parcel_at_shop',
		{ number: ASHA, customer: 'Dana', shop: 'Leeds' },
		'Variables → Header text: the item has no field "parcel_number"',
	],
	[
		'the end of a button’s address',
		'track_shipment',
		{ number: ASHA, body_1: 'P-17' },
		'Variables → Button 1 address: the item has no field "button_0_url"',
	],
	[
		'a value that is empty',
		'order_update',
		{ ...complete, body_2: ' ' },
		'Variables → Body 2: nothing is filled in',
	],
	[
		'a value that is null',
		'order_update',
		{ ...complete, body_2: null },
		'Variables → Body 2: nothing is filled in',
	],
	[
		'a value that is a list',
		'order_update',
		{ ...complete, body_2: ['1042'] },
		'Variables → Body 2: must be text, but is a list',
	],
])('%s is refused before anything is sent', async (_, template, item, message) => {
	const full: Record<string, IDataObject> = {
		order_update: { ...complete, body_2: '1042' },
		parcel_at_shop: { number: ROHAN, parcel_number: 'P-17', customer: 'Dana', shop: 'Leeds' },
		track_shipment: { number: ROHAN, body_1: 'P-17', button_0_url: 'p-17' },
	};
	const { error, calls } = await send(template, 'en', [full[template], item]);
	expect(error?.message).toBe(message);
	expect(error?.context.itemIndex).toBe(1);
	expect(calls).toEqual([]);
});

test('a value that was taken out of the form is taken where the item has it', async () => {
	const variables = await mapped('invoice_ready', 'en_GB');
	const { schema } = variables as unknown as { schema: Array<{ id: string }> };
	const without = schema.map((field) => ({ ...field, removed: field.id === 'header.filename' }));
	const item = {
		number: ASHA,
		header_document: 'https://files.example.org/i.pdf',
		body_1: 'Dana',
		body_2: 'INV-88',
		button_1_url: 'inv-88',
	};
	const { variables: sent } = await send(
		'invoice_ready',
		'en_GB',
		[item, { ...item, number: ROHAN, header_filename: 'i-88.pdf' }],
		{ ...variables, schema: without } as unknown as IDataObject,
	);
	const link = 'https://files.example.org/i.pdf';
	expect(sent.map((all) => (all as IDataObject[])[0].parameters)).toEqual([
		[{ type: 'document', document: { link } }],
		[{ type: 'document', document: { link, filename: 'i-88.pdf' } }],
	]);
});

/** So it is for a template that comes from an expression, and in a workflow that no editor has touched. */
test('without definitions, the fields that are named like places of a template are taken', async () => {
	const item = {
		...complete,
		body_2: '1042',
		name: 'Dana',
		body: 'x',
		button_0_nothing: 'y',
		header_colour: 'z',
	};
	const { variables, error } = await send('order_update', 'en', [item], {
		mappingMode: 'autoMapInputData',
		value: null,
	});
	expect(error).toBeUndefined();
	expect(variables).toEqual([sendings['with a text header and a body'].variables]);

	const gap: IDataObject = { ...item };
	delete gap.body_2;
	const refused = await send('order_update', 'en', [gap], {
		mappingMode: 'autoMapInputData',
		value: null,
		schema: [],
	});
	expect(refused.error?.message).toBe('Variables → Body 2: it is missing');
	expect(refused.calls).toEqual([]);
});

test('every recipient of a campaign gets the values of its item', async () => {
	const variables = await mapped('feedback_request', 'en');
	await fixture.requests();
	const { error } = await fixture.run(
		{
			resource: 'campaign',
			operation: 'send',
			campaignName: 'Visits',
			clientWaNumber: '={{ $json.number }}',
			templateName: chosen('feedback_request'),
			languageCode: 'en',
			variables,
		},
		{
			items: [
				{ number: ASHA, body_1: 'Asha' },
				{ number: ROHAN, body_1: 'Rohan' },
			],
		},
	);
	expect(error).toBeUndefined();
	const [{ body }] = await fixture.calls();
	expect(body.messages).toEqual([
		{ clientWaNumber: ASHA, variables: [{ type: 'body', parameters: text('Asha') }] },
		{ clientWaNumber: ROHAN, variables: [{ type: 'body', parameters: text('Rohan') }] },
	]);
});
