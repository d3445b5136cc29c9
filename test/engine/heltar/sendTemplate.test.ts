import type { IDataObject } from 'n8n-workflow';

import { chosen, GENERATIONS, useFixture } from './fixture';

const ASHA = '919800000101';

const fixture = useFixture();

const send = async (parameters: IDataObject, items?: IDataObject[]) =>
	await fixture.run({ resource: 'message', operation: 'sendTemplate', ...parameters }, { items });

/** The variables as the editor saves them: the generated fields beside what was filled in. */
const filledIn = async (name: string, languageCode: string, value: IDataObject) => ({
	mappingMode: 'defineBelow',
	value,
	matchingColumns: [],
	schema: (await fixture.variableFields(name, languageCode)).fields as never,
	attemptToConvertTypes: false,
	convertFieldsToString: false,
});

const text = (...texts: string[]) => texts.map((one) => ({ type: 'text', text: one }));

const button = (subType: string, index: number, ...parameters: IDataObject[]) => ({
	type: 'button',
	sub_type: subType,
	index,
	...(parameters.length > 0 ? { parameters } : {}),
});

interface Sent {
	template: string;
	language: string;
	values: IDataObject;
	/** The older servers do not tell that the template has these. */
	newer?: true;
	/** What goes out as `variables`. */
	variables: unknown[];
}

const sendings: Record<string, Sent> = {
	'without variables': { template: 'start_conversation', language: 'en', values: {}, variables: [] },
	'with a text header and a body': {
		template: 'order_update',
		language: 'en',
		values: {
			'header.text': '1042',
			'body.1': 'Dana',
			'body.2': 1042,
			'body.3': 'packed',
			'body.4': 'Friday',
		},
		variables: [
			{ type: 'header', parameters: text('1042') },
			{ type: 'body', parameters: text('Dana', '1042', 'packed', 'Friday') },
		],
	},
	'with an image header': {
		template: 'festive_offer',
		language: 'en',
		values: { 'header.image': 'https://files.example.org/f.jpg', 'body.1': 'Dana', 'body.2': '20%' },
		variables: [
			{
				type: 'header',
				parameters: [{ type: 'image', image: { link: 'https://files.example.org/f.jpg' } }],
			},
			{ type: 'body', parameters: text('Dana', '20%') },
		],
	},
	'with a video header': {
		template: 'product_tour',
		language: 'en',
		values: { 'header.video': 'https://files.example.org/t.mp4', 'body.1': 'Dana' },
		variables: [
			{
				type: 'header',
				parameters: [{ type: 'video', video: { link: 'https://files.example.org/t.mp4' } }],
			},
			{ type: 'body', parameters: text('Dana') },
		],
	},
	'with a document header and a button that is the second': {
		template: 'invoice_ready',
		language: 'en_GB',
		values: {
			'header.document': 'https://files.example.org/i.pdf',
			'header.filename': 'i-88.pdf',
			'body.1': 'Dana',
			'body.2': 'INV-88',
			'button.1.url': 'inv-88',
		},
		variables: [
			{
				type: 'header',
				parameters: [
					{ type: 'document', document: { link: 'https://files.example.org/i.pdf', filename: 'i-88.pdf' } },
				],
			},
			{ type: 'body', parameters: text('Dana', 'INV-88') },
			{ type: 'button', sub_type: 'url', index: 1, parameters: text('inv-88') },
		],
	},
	'with quick replies': {
		template: 'feedback_request',
		language: 'en',
		values: { 'body.1': 'Dana' },
		variables: [{ type: 'body', parameters: text('Dana') }],
	},
	'with named variables in header and body': {
		template: 'parcel_at_shop',
		language: 'en',
		values: { 'header.text': 'P-17', 'body.customer': 'Dana', 'body.shop': 'Leeds' },
		variables: [
			{ type: 'header', parameters: [{ type: 'text', parameter_name: 'parcel_number', text: 'P-17' }] },
			{
				type: 'body',
				parameters: [
					{ type: 'text', parameter_name: 'customer', text: 'Dana' },
					{ type: 'text', parameter_name: 'shop', text: 'Leeds' },
				],
			},
		],
	},
	'with payloads for some of its quick replies': {
		template: 'feedback_request',
		language: 'en',
		newer: true,
		values: { 'body.1': 'Dana', 'button.0.quick_reply': 'visit-88:great', 'button.2.quick_reply': 5 },
		variables: [
			{ type: 'body', parameters: text('Dana') },
			button('quick_reply', 0, { type: 'payload', payload: 'visit-88:great' }),
			button('quick_reply', 2, { type: 'payload', payload: '5' }),
		],
	},
	'with a flow that is given nothing': {
		template: 'book_a_fitting',
		language: 'en',
		newer: true,
		values: { 'body.1': 'Dana' },
		variables: [{ type: 'body', parameters: text('Dana') }, button('flow', 0)],
	},
	'with a flow that is given a token': {
		template: 'book_a_fitting',
		language: 'en',
		newer: true,
		values: { 'body.1': 'Dana', 'button.0.flow_token': 'order-88' },
		variables: [
			{ type: 'body', parameters: text('Dana') },
			button('flow', 0, { type: 'action', action: { flow_token: 'order-88' } }),
		],
	},
	'with a flow that is given data, as an expression yields it': {
		template: 'book_a_fitting',
		language: 'en',
		newer: true,
		values: {
			'body.1': 'Dana',
			'button.0.flow_token': 'order-88',
			'button.0.flow_action_data': '={{ { size: 42, name: "Dana" } }}',
		},
		variables: [
			{ type: 'body', parameters: text('Dana') },
			button('flow', 0, {
				type: 'action',
				action: { flow_token: 'order-88', flow_action_data: { size: 42, name: 'Dana' } },
			}),
		],
	},
	'with a catalog': {
		template: 'browse_range',
		language: 'en',
		newer: true,
		values: {},
		variables: [button('catalog', 0)],
	},
	'with a catalog and the product it shows': {
		template: 'browse_range',
		language: 'en',
		newer: true,
		values: { 'button.0.catalog': 'SKU-7' },
		variables: [button('catalog', 0, { type: 'action', action: { thumbnail_product_retailer_id: 'SKU-7' } })],
	},
	'with a code to copy': {
		template: 'coupon_code',
		language: 'en',
		newer: true,
		values: { 'body.1': 'Dana', 'button.0.copy_code': 'SAVE5' },
		variables: [
			{ type: 'body', parameters: text('Dana') },
			{
				type: 'button',
				sub_type: 'copy_code',
				index: 0,
				parameters: [{ type: 'coupon_code', coupon_code: 'SAVE5' }],
			},
		],
	},
};

/** The older servers' fields cannot tell what a header or a button takes: the user adds those. */
const withAdded = (variables: Awaited<ReturnType<typeof filledIn>>) => ({
	...variables,
	schema: (variables.schema as unknown as Array<{ id: string }>).map((field) =>
		field.id in variables.value ? { ...field, removed: false } : field,
	) as never,
});

describe.each(GENERATIONS)('generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	const sendable = Object.entries(sendings).filter(([, { newer }]) => generation === 2026 || !newer);
	test.each(sendable)('a template %s goes out as documented', async (_name, sent) => {
		const { template, language, values, variables } = sent;
		const generated = withAdded(await filledIn(template, language, values));
		await fixture.requests();
		const { json, error } = await send({
			clientWaNumber: '+91 98000-00101',
			templateName: chosen(template),
			languageCode: language,
			variables: generated,
		});
		expect(error).toBeUndefined();
		expect(await fixture.wire()).toEqual([
			{
				method: 'POST',
				path: '/v1/messages/send',
				query: {},
				body: {
					messages: [
						{
							clientWaNumber: ASHA,
							messageType: 'template',
							templateName: template,
							languageCode: language,
							variables,
						},
					],
				},
			},
		]);
		expect(json).toMatchObject([{ success: true, clientWaNumber: ASHA, wamid: expect.any(String) }]);
		const [bubble] = await fixture.conversation(ASHA);
		expect(bubble).toMatchObject({ direction: 'out', type: 'template' });
	});
});

describe.each(GENERATIONS)('sending a template, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	const parameters = {
		clientWaNumber: ASHA,
		templateName: 'track_shipment',
		languageCode: 'en',
		specifyVariables: 'json',
	};

	test('carries every option where it belongs', async () => {
		const { json, error } = await send({
			...parameters,
			templateName: 'start_conversation',
			options: {
				refId: 'run-17-item-3',
				templateContent: 'Hello Dana',
				templateHeader: 'Order 88',
				customField: '{"ticket": "T-5"}',
				priority: true,
			},
		});
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ refId: 'run-17-item-3' });
		expect(await fixture.wire()).toEqual([
			{
				method: 'POST',
				path: '/v1/messages/send',
				query: { priority: 'true' },
				body: {
					messages: [
						{
							clientWaNumber: ASHA,
							messageType: 'template',
							templateName: 'start_conversation',
							languageCode: 'en',
							variables: [],
							refId: 'run-17-item-3',
							templateContent: 'Hello Dana',
							templateHeader: 'Order 88',
							integrations: [{ name: 'metaCustomFieldHook', customField: { ticket: 'T-5' } }],
						},
					],
				},
			},
		]);
	});

	test('takes components as JSON', async () => {
		const variables = [
			{ type: 'body', parameters: text('P-17') },
			{ type: 'button', sub_type: 'url', index: 0, parameters: text('p-17') },
		];
		const { error } = await send({
			...parameters,
			variablesJson: JSON.stringify(variables),
		});
		expect(error).toBeUndefined();
		expect((await fixture.wire())[0].body.messages[0].variables).toEqual(variables);
	});

	test('takes numbers and truth values in JSON for their text', async () => {
		const values = ['Dana', 1042, true, 'Friday'];
		const { error } = await send(
			{ ...parameters, templateName: 'order_update', variablesJson: '={{ $json.components }}' },
			[
				{
					components: [
						{ type: 'header', parameters: [{ type: 'text', text: 1042 }] },
						{ type: 'body', parameters: values.map((one) => ({ type: 'text', text: one })) },
					],
				},
			],
		);
		expect(error).toBeUndefined();
		const variables = [
			{ type: 'header', parameters: text('1042') },
			{ type: 'body', parameters: text('Dana', '1042', 'true', 'Friday') },
		];
		expect((await fixture.wire())[0].body.messages[0].variables).toEqual(variables);
		await send({ ...parameters, templateName: 'order_update', variablesJson: JSON.stringify(values) });
		expect((await fixture.wire())[0].body.messages[0].variables).toEqual([variables[1]]);
	});

	test('takes template, language and the values of the body from data, each item its own', async () => {
		const { json, error } = await send(
			{
				...parameters,
				clientWaNumber: '={{ $json.to }}',
				templateName: { mode: 'id', value: '={{ $json.template }}' },
				languageCode: '={{ $json.language }}',
				variablesJson: '={{ $json.values }}',
			},
			[
				{ to: ASHA, template: 'feedback_request', language: 'en', values: ['Asha'] },
				{ to: '447700900123', template: 'start_conversation', language: 'en', values: [] },
			],
		);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(2);
		const [{ body }, ...more] = await fixture.wire();
		expect(more).toEqual([]);
		expect(body.messages).toMatchObject([
			{ templateName: 'feedback_request', variables: [{ type: 'body', parameters: text('Asha') }] },
			{ templateName: 'start_conversation', variables: [] },
		]);
	});
});

describe('what the editor saved', () => {
	const sent = async (variables: IDataObject, templateName = 'book_a_fitting') => {
		await fixture.requests();
		const { error } = await send({
			clientWaNumber: ASHA,
			templateName: chosen(templateName),
			languageCode: 'en',
			variables,
		});
		expect(error).toBeUndefined();
		return (await fixture.wire())[0].body.messages[0].variables;
	};

	test('sends the button of a flow also where its fields were taken out', async () => {
		const saved = await filledIn('book_a_fitting', 'en', {
			'body.1': 'Dana',
			'button.0.flow_token': 'left over',
		});
		for (const field of saved.schema as unknown as Array<{ id: string; removed: boolean }>) {
			if (field.id.startsWith('button.')) field.removed = true;
		}
		expect(await sent(saved)).toEqual([{ type: 'body', parameters: text('Dana') }, button('flow', 0)]);
	});

	test('needs no definitions of fields, as in a workflow that an agent wrote', async () => {
		expect(
			await sent({ value: { 'body.1': 'Dana', 'button.0.flow_token': '', 'button.1.quick_reply': null } }),
		).toEqual([{ type: 'body', parameters: text('Dana') }, button('flow', 0)]);
		expect(
			await sent(
				{ 'header.text.parcel_number': 'P-17', 'body.customer': 'Dana', 'body.shop': 'Leeds' },
				'parcel_at_shop',
			),
		).toEqual(sendings['with named variables in header and body'].variables);
	});

	test('leaves out a part of the template that could not be read', async () => {
		const components = [{ text: 'no type' }, { type: 'BODY', text: 'Hello {{1}}, how was your visit?' }];
		await fixture.answerNext('/v1/templates/feedback_request', [
			{ name: 'feedback_request', language: 'en', components },
		]);
		expect(
			await sent(await filledIn('feedback_request', 'en', { 'body.1': 'Dana' }), 'feedback_request'),
		).toEqual([{ type: 'body', parameters: text('Dana') }]);
	});
});
