import type { IDataObject, ResourceMapperFields } from 'n8n-workflow';

import { chosen, useFixture } from './fixture';
import { sendings } from './sentTemplateTable';

const fixture = useFixture();
const TO = '447700900123';

const texts = async () =>
	(await fixture.conversation(TO)).filter(({ direction }) => direction === 'out').map(({ text }) => text);
const changes = async () => (await fixture.requests()).filter(({ method }) => method !== 'GET');

async function run(parameters: IDataObject, checkOnly: boolean) {
	const { json, error } = await fixture.run({
		resource: 'message',
		clientWaNumber: TO,
		options: { checkOnly },
		...parameters,
	});
	expect(error).toBeUndefined();
	return json[0] as { preview: IDataObject; request: { body: IDataObject }; outcome: string };
}

const usable = Object.entries(sendings).filter(([, { newer }]) => !newer);

test.each(usable)('a template %s is shown as it arrives', async (_, { template, language, values }) => {
	const fields: ResourceMapperFields = await fixture.variableFields(template, language);
	const parameters = {
		operation: 'sendTemplate',
		templateName: chosen(template),
		languageCode: language,
		variables: { mappingMode: 'defineBelow', value: values, schema: fields.fields },
	} as unknown as IDataObject;
	await fixture.requests();
	const checked = await run(parameters, true);
	expect(await changes()).toEqual([]);
	expect(checked).toMatchObject({ checkOnly: true, outcome: 'untouched' });
	expect(checked.preview).not.toHaveProperty('warning');

	await run(parameters, false);
	expect(await texts()).toEqual([checked.preview.text]);
	const [sent] = await changes();
	expect(checked.request.body).toEqual(sent.body);
});

test.each<[string, IDataObject, IDataObject]>([
	['a text', { operation: 'sendText', message: 'Hello *you*' }, { type: 'text', text: 'Hello *you*' }],
	[
		'buttons',
		{
			operation: 'sendButtons',
			headerType: 'text',
			headerText: 'Order 7',
			body: 'Which time?',
			footer: 'Soon',
			buttons: { values: [{ title: 'Early' }, { title: 'Late' }] },
		},
		{ type: 'button', text: 'Which time?', header: 'Order 7', footer: 'Soon', buttons: ['Early', 'Late'] },
	],
])('%s is shown as it would arrive', async (_, parameters, preview) => {
	expect((await run(parameters, true)).preview).toEqual(preview);
	expect(await changes()).toEqual([]);
});

test('a template that cannot be sent is said to be', async () => {
	const missing = { operation: 'sendTemplate', templateName: chosen('no_such_thing'), languageCode: 'en' };
	expect((await run(missing, true)).preview).toMatchObject({
		warning: 'Template no_such_thing does not exist in en',
	});
	const elsewhere = {
		operation: 'sendTemplate',
		templateName: chosen('start_conversation'),
		languageCode: 'fr',
	};
	expect((await run(elsewhere, true)).preview).toMatchObject({
		warning: expect.stringMatching(/it exists in en/),
	});
});

test('a template is read once for all items', async () => {
	const { json } = await fixture.run(
		{
			resource: 'message',
			operation: 'sendTemplate',
			clientWaNumber: '={{ $json.to }}',
			templateName: chosen('start_conversation'),
			languageCode: 'en',
			options: { checkOnly: true },
		},
		{ items: Array.from({ length: 20 }, (_, at) => ({ to: String(447700900200 + at) })) },
	);
	expect(json).toHaveLength(20);
	expect(await fixture.requests()).toHaveLength(1);
});

test('a text of several messages is shown as each of them', async () => {
	const { json } = await fixture.run({
		resource: 'message',
		operation: 'sendText',
		clientWaNumber: TO,
		message: `${'a'.repeat(4000)}\n\n${'b'.repeat(4000)}`,
		options: { checkOnly: true, longText: 'split' },
	});
	expect(json.map(({ preview }) => (preview as IDataObject).text)).toEqual([
		'a'.repeat(4000),
		'b'.repeat(4000),
	]);
	expect(await changes()).toEqual([]);
});

test('an item that does not fit is told as it is in a real run', async () => {
	const { error } = await fixture.run({
		resource: 'message',
		operation: 'sendText',
		clientWaNumber: TO,
		message: 'x'.repeat(4097),
		options: { checkOnly: true },
	});
	expect(error?.message).toMatch(/^Message: \d+ characters, the maximum is 4096/);
});

describe('what goes to many, or later', () => {
	const order = {
		templateName: chosen('order_update'),
		languageCode: 'en',
		specifyVariables: 'json',
		variablesJson: '={{ $json.values }}',
	};
	const later = Math.floor(Date.now() / 1000) + 3600;
	const people = [
		{ to: TO, values: ['Dana', '1042', 'packed', 'Friday'] },
		{ to: '447700900124', values: ['Kim', '1043', 'late', 'Monday'] },
	];

	async function check(parameters: IDataObject) {
		const { json, error } = await fixture.run(
			{ clientWaNumber: '={{ $json.to }}', options: { checkOnly: true }, ...parameters },
			{ items: people },
		);
		expect(error).toBeUndefined();
		const calls = await fixture.requests();
		expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
		return json as unknown as Array<{ preview: IDataObject; request: { url: string; body: IDataObject } }>;
	}

	test.each([
		['a campaign', { resource: 'campaign', operation: 'send' }, '/v1/campaigns/send', {}],
		[
			'a scheduled campaign',
			{ resource: 'schedule', operation: 'campaign', scheduleTime: later },
			'/v1/schedule/campaign',
			{ scheduleTime: later },
		],
	])('%s is shown as each recipient would get it', async (_, operation, path, further) => {
		const checked = await check({ ...order, ...operation, campaignName: 'Orders' });
		expect(checked.map(({ preview }) => preview)).toEqual([
			expect.objectContaining({ type: 'template', text: expect.stringContaining('Dana') }),
			expect.objectContaining({ type: 'template', text: expect.stringContaining('Kim') }),
		]);
		expect(checked.map(({ request }) => new URL(request.url).pathname)).toEqual([
			expect.stringContaining(path),
			expect.stringContaining(path),
		]);
		const [{ request }] = checked;
		expect(request.body).toMatchObject({
			campaignName: 'Orders',
			templateName: 'order_update',
			languageCode: 'en',
			messages: [{ clientWaNumber: TO }],
			...further,
		});
		expect(request.body).not.toHaveProperty('checkOnly');
	});

	test('of recipients in a file, the template is shown with its places', async () => {
		const [{ preview, request }] = await check({
			resource: 'campaign',
			operation: 'send',
			campaignName: 'Orders',
			recipientSource: 'file',
			finalPayloadFileUrl: 'https://files.example.org/recipients.ndjson',
			recipientCount: 250_000,
			templateName: chosen('feedback_request'),
			languageCode: 'en',
		});
		expect(preview.text).toContain('{{1}}');
		expect(request.body).toMatchObject({ recipientCount: 250_000 });
	});

	test('a scheduled text is shown formatted, and several messages one by one', async () => {
		const text = { resource: 'schedule', operation: 'message', scheduleTime: later, messageType: 'text' };
		const [{ preview, request }] = await check({
			...text,
			message: 'See you **at nine**',
			options: { checkOnly: true, format: 'markdown' },
		});
		expect(preview).toEqual({ type: 'text', text: 'See you *at nine*' });
		expect(request.body).toEqual({
			messages: [{ clientWaNumber: TO, messageType: 'text', message: 'See you *at nine*' }],
			scheduleTime: later,
		});

		const messages = [
			{ clientWaNumber: TO, messageType: 'text', message: 'One' },
			{ clientWaNumber: TO, messageType: 'template', templateName: 'start_conversation', languageCode: 'en' },
		];
		const [both] = await check({ ...text, messageType: 'json', messages: JSON.stringify(messages) });
		expect(both.preview).toEqual([
			{ type: 'text', text: 'One' },
			expect.objectContaining({ type: 'template', text: expect.stringMatching(/./) }),
		]);
	});

	test('a scheduled text that is too long once it is formatted is refused', async () => {
		const parameters = {
			resource: 'schedule',
			operation: 'message',
			scheduleTime: later,
			messageType: 'text',
			clientWaNumber: TO,
			options: { format: 'markdown' },
		};
		const longest = `**${'x'.repeat(4094)}**`;
		const { error } = await fixture.run({ ...parameters, message: longest });
		expect(error).toBeUndefined();
		const longer = await fixture.run({ ...parameters, message: `x${longest}` });
		expect(longer.error?.message).toMatch(/^Message: \d+ characters, the maximum is 4096/);
	});
});
