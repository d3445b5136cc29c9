import type { IDataObject } from 'n8n-workflow';

import type { Reply } from '../provider';
import { startProvider } from '../provider';
import { openFixture, runAt } from './fixture';

const TO = '910000000123';
const text = { resource: 'message', operation: 'sendText', to: TO, body: 'Hello' };

describe('whatever form a send is answered in', () => {
	let reply: Reply = {};
	let provider: Awaited<ReturnType<typeof startProvider>>;
	beforeAll(async () => {
		provider = await startProvider(() => reply);
	});

	const sent = { success: true, outcome: 'sent', to: TO, messageId: null, queueId: null, waId: null };
	const FORMS: Array<[form: string, answer: IDataObject, output: IDataObject]> = [
		[
			'on-premises',
			{ messages: [{ id: 'gBEG1' }], meta: { api_status: 'stable', version: '2.53' } },
			{ messageId: 'gBEG1', status: 'accepted' },
		],
		[
			'with contacts',
			{ messages: [{ id: 'gBEG1' }], contacts: [{ input: TO, wa_id: '910000000124' }] },
			{ messageId: 'gBEG1', waId: '910000000124', status: 'accepted' },
		],
		[
			'Cloud',
			{
				messaging_product: 'whatsapp',
				contacts: [{ input: TO, wa_id: TO }],
				messages: [{ id: 'wamid.1', message_status: 'held_for_quality_assessment' }],
			},
			{ messageId: 'wamid.1', waId: TO, status: 'held_for_quality_assessment' },
		],
		[
			'panel, nested',
			{ message: { queue_id: 'q-1', message_status: 'queued' } },
			{ queueId: 'q-1', status: 'queued' },
		],
		[
			'panel, nested id',
			{ message: { id: 'gBEG2', queue_id: 'q-2' } },
			{ messageId: 'gBEG2', queueId: 'q-2', status: 'accepted' },
		],
		['panel, flat', { message_id: 'gBEG3', status: 'queued' }, { messageId: 'gBEG3', status: 'queued' }],
		['panel, flat queue', { queue_id: 'q-4', status: 'queued' }, { queueId: 'q-4', status: 'queued' }],
		['panel, in data', { data: { queue_id: 77, status: 'queued' } }, { queueId: '77', status: 'queued' }],
		[
			'panel, id in data',
			{ success: true, data: { id: 'gBEG5' } },
			{ messageId: 'gBEG5', status: 'accepted' },
		],
		[
			'panel, messages in data',
			{ data: { messages: [{ id: 'wamid.6' }] } },
			{ messageId: 'wamid.6', status: 'accepted' },
		],
		[
			'a status that is no word',
			{ message_id: 'gBEG7', status: 200 },
			{ messageId: 'gBEG7', status: 'accepted' },
		],
	];

	test.each(FORMS)('%s', async (_, answer, output) => {
		for (const status of [200, 201, 202]) {
			reply = { status, body: answer };
			const { json, error } = await runAt(provider.url)(text);
			expect(error).toBeUndefined();
			expect(json).toEqual([{ ...sent, ...output }]);
			const whole = await runAt(provider.url)({ ...text, options: { simplify: false } });
			expect(whole.json).toEqual([{ ...sent, ...output, raw: answer }]);
		}
	});

	test.each<[string, Reply]>([
		['an empty answer', { status: 202 }],
		['an answer without an id', { body: { success: true } }],
	])('%s is a success that says it has no id, and is not repeated', async (_, given) => {
		provider.calls();
		reply = given;
		const { json } = await runAt(provider.url)(text);
		expect(json).toEqual([
			{
				...sent,
				status: 'accepted',
				warning: expect.stringContaining('returned no ID'),
			},
		]);
		expect(provider.calls()).toHaveLength(1);
	});
});

describe('from the sandbox', () => {
	let fixture: Awaited<ReturnType<typeof openFixture>>;
	beforeAll(async () => {
		fixture = await openFixture();
	});
	afterAll(async () => await fixture.close());

	test.each(['onPremises', 'cloud'])(
		'a message sent in the %s form has the id its statuses carry',
		async (answer) => {
			await fixture.settings({ answer });
			const { json } = await fixture.run(text);
			const conversation = await fixture.conversation(TO);
			expect(json).toMatchObject([{ success: true, messageId: conversation.at(-1)?.id, queueId: null }]);
		},
	);

	test.each(['nested', 'flat', 'data'])(
		'a queued message (%s) has a queue id and no message id',
		async (queueForm) => {
			await fixture.settings({ answer: 'queue', queueForm });
			const { json } = await fixture.run(text);
			expect(json).toMatchObject([
				{ messageId: null, queueId: expect.stringMatching(/^q-/), status: 'queued' },
			]);
			expect(json[0]).not.toHaveProperty('warning');
		},
	);

	test('reads come without their envelope', async () => {
		const read = async (resource: string, operation: string) =>
			(await fixture.run({ resource, operation })).json;
		expect(await read('profile', 'getAbout')).toEqual([{ text: expect.any(String) }]);
		expect(await read('profile', 'getPhotoLink')).toEqual([{ link: expect.stringMatching(/^http/) }]);
		expect(await read('businessProfile', 'get')).toEqual([
			expect.objectContaining({ email: expect.any(String), websites: expect.any(Array) }),
		]);
		expect(await read('customField', 'getMany')).toContainEqual(
			expect.objectContaining({ custom_field_id: 'cf_city', name: 'City' }),
		);
		expect((await read('phoneNumber', 'get')).length).toBeGreaterThan(0);
		expect((await read('user', 'get')).length).toBeGreaterThan(0);
	});

	test('what was stored is read back', async () => {
		await fixture.run({ resource: 'profile', operation: 'updateAbout', text: 'Open 9 to 18' });
		expect((await fixture.run({ resource: 'profile', operation: 'getAbout' })).json).toEqual([
			{ text: 'Open 9 to 18' },
		]);
		const details = { entity_name: 'Example Stores Pvt Ltd', entity_type: 'Partnership' };
		const reach = { email: 'care@example.com', mobile_number: '+919800000000' };
		await fixture.run({
			resource: 'compliance',
			operation: 'update',
			...details,
			is_registered: false,
			customer_care_details: reach,
			grievance_officer_details: { name: 'Ravi Menon', ...reach },
		});
		expect((await fixture.run({ resource: 'compliance', operation: 'get' })).json).toEqual([
			expect.objectContaining({ ...details, is_registered: false, customer_care_details: reach }),
		]);
	});
});

test('lists are found under any of their names', async () => {
	let body: unknown;
	const provider = await startProvider(() => ({ body }));
	const run = runAt(provider.url);
	const entry = { name: 'welcome', language: 'en' };
	const names = ['waba_templates', 'data', 'templates'];
	const forms = [
		[entry],
		...names.map((name) => ({ [name]: [entry] })),
		{ data: { waba_templates: [entry] } },
	];
	for (const form of forms) {
		body = form;
		expect((await run({ resource: 'template', operation: 'getMany' })).json).toEqual([entry]);
	}
	for (const [id, value] of [
		['custom_field_id', '1'],
		['id', 2],
		['field_id', '3'],
	]) {
		body = { success: true, data: [{ [id]: value, name: 'City' }] };
		expect((await run({ resource: 'customField', operation: 'getMany' })).json).toMatchObject([
			{ custom_field_id: String(value), name: 'City' },
		]);
	}
	body = { data: [] };
	expect((await run({ resource: 'customField', operation: 'getMany' })).json).toEqual([]);
});

test.each([
	['template', {}],
	['customField', {}],
	['chatCustomField', { chatId: '5120' }],
])('a list of %s in a form nobody knows comes out as it is, with a hint', async (resource, parameters) => {
	let body: unknown;
	const provider = await startProvider(() => ({ body }));
	const run = async () => await runAt(provider.url)({ resource, operation: 'getMany', ...parameters });
	for (const form of [
		{ success: true, fields: [{ id: '1' }] },
		{ result: { rows: [] } },
		{ success: true },
	]) {
		body = form;
		const { json, error, hints } = await run();
		expect(error).toBeUndefined();
		expect(json).toEqual([{ raw: form }]);
		expect(hints).toEqual([expect.stringContaining('in an unexpected format')]);
	}
	for (const none of [[], { data: [] }, { success: true, data: null }, { data: {} }]) {
		body = none;
		expect(await run()).toMatchObject({ json: [], hints: [] });
	}
	body = { data: ['City'] };
	expect((await run()).json).toMatchObject([{ value: 'City' }]);
});

test('an empty success says so', async () => {
	const provider = await startProvider(() => ({ status: 204 }));
	const run = runAt(provider.url);
	const outputs = {
		'profile updateAbout': { text: 'Open' },
		'chatCustomField upsert': { chatId: '7', data: { values: [{ id: '1', value: 'x' }] } },
		'message markRead': { message_id: 'wamid.1' },
	};
	for (const [words, values] of Object.entries(outputs)) {
		const [resource, operation] = words.split(' ');
		expect((await run({ resource, operation, ...values })).json).toEqual([{ success: true }]);
	}
	for (const [resource, values] of Object.entries({
		media: { id: '1' },
		customField: { id: '1' },
		chatCustomField: { chatId: '7', id: '1' },
		template: { templateName: 'welcome' },
	})) {
		expect((await run({ resource, operation: 'delete', ...values })).json).toEqual([{ deleted: true }]);
	}
});
