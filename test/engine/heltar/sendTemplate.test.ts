import type { IDataObject } from 'n8n-workflow';

import { chosen, GENERATIONS, useFixture } from './fixture';
import { button, sendings, text } from './sentTemplateTable';

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
		const [{ body }, ...more] = await fixture.calls();
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
