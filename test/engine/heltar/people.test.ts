import type { IDataObject } from 'n8n-workflow';

import { useFixture } from './fixture';

const CONTINUE = { node: { onError: 'continueRegularOutput' } } as const;
const BRAZIL = ['5511987654321', '551187654321'] as const;

const fixture = useFixture();

const sendTexts = async (items: IDataObject[], options: IDataObject = {}) =>
	await fixture.run(
		{
			resource: 'message',
			operation: 'sendText',
			clientWaNumber: '={{ $json.to }}',
			message: '={{ $json.text }}',
			options,
		},
		{ items, ...CONTINUE },
	);
const bodies = async () => (await fixture.wire()).map(({ body }) => body as unknown);

test('messages go out over other channels, too, beside an address that is none', async () => {
	const recipients = ['447700900123@rcs', 'visitor-17@web', 'dana@example.org', 'GB.7315902846613057'];
	const { json } = await sendTexts(recipients.map((to) => ({ to, text: 'Hello' })));
	expect(json).toMatchObject([
		{ outcome: 'sent' },
		{ outcome: 'sent' },
		{
			outcome: 'failed',
			error: 'Recipient: "dana@example.org" is not a valid recipient',
			field: 'clientWaNumber',
			advice: expect.stringContaining('phone number with its country code'),
		},
		{ outcome: 'sent' },
	]);
	const [{ messages }] = (await bodies()) as Array<{ messages: IDataObject[] }>;
	expect(messages.map(({ clientWaNumber }) => clientWaNumber)).toEqual([
		recipients[0],
		recipients[1],
		recipients[3],
	]);
});

test('contacts of any channel are kept; an address that is none stops only itself', async () => {
	const { json } = await fixture.run(
		{ resource: 'contact', operation: 'upsert', clientWaNumber: '={{ $json.to }}' },
		{
			items: ['447700900123.0', '447700900124@rcs', 'dana@example.org'].map((to) => ({ to })),
			...CONTINUE,
		},
	);
	expect(json).toMatchObject([
		{ clientWaNumber: '447700900123' },
		{ clientWaNumber: '447700900124@rcs' },
		{ outcome: 'failed', field: 'clientWaNumber' },
	]);
	expect(await bodies()).toEqual([
		[
			expect.objectContaining({ clientWaNumber: '447700900123', countryCode: 44 }),
			expect.objectContaining({ clientWaNumber: '447700900124@rcs', countryCode: null }),
		],
	]);
});

test('messages given as JSON have recipients Heltar takes, or nothing is scheduled', async () => {
	const schedule = async (...recipients: unknown[]) =>
		await fixture.run({
			resource: 'schedule',
			operation: 'message',
			scheduleTime: new Date(Date.now() + 3_600_000).toISOString(),
			messageType: 'json',
			messages: recipients.map((clientWaNumber) => ({
				clientWaNumber,
				messageType: 'text',
				message: 'Tomorrow',
			})),
		} as IDataObject);
	const { error } = await schedule('447700900123', 'dana@example.org');
	expect(error).toMatchObject({
		message: expect.stringMatching(/^Messages \(JSON\) → Message 2 → Recipient: "dana@example\.org"/),
	});
	expect(await bodies()).toEqual([]);
	expect((await schedule('+44 (0)7700 900123', 447700900124)).error).toBeUndefined();
	expect(await bodies()).toMatchObject([
		{ messages: [{ clientWaNumber: '447700900123' }, { clientWaNumber: '447700900124' }] },
	]);
});

describe('a number that is written in two ways', () => {
	const [one, other] = BRAZIL;

	test('is one contact: a call names it once', async () => {
		const { json } = await fixture.run(
			{
				resource: 'contact',
				operation: 'updateAttributesAndTags',
				clientWaNumber: '={{ $json.to }}',
				tags: '={{ $json.tag }}',
			},
			{
				items: [
					{ to: one, tag: 'first' },
					{ to: '447700900123', tag: 'vip' },
					{ to: other, tag: 'second' },
				],
				...CONTINUE,
			},
		);
		expect(json).toHaveLength(3);
		expect(
			(await bodies()).map((body) => (body as IDataObject[]).map(({ clientWaNumber }) => clientWaNumber)),
		).toEqual([[one, '447700900123'], [other]]);
	});

	test('is one contact in an answer that has the other spelling', async () => {
		await fixture.answerNext('/v1/clients', {
			successfulClients: [{ clientWaNumber: one, username: 'Ana' }],
			failedClients: [{ client: { clientWaNumber: '525512345678' }, error: 'Client is archived' }],
		});
		const { json } = await fixture.run(
			{ resource: 'contact', operation: 'upsert', clientWaNumber: '={{ $json.to }}' },
			{ items: [{ to: other }, { to: '5215512345678' }], ...CONTINUE },
		);
		expect(json).toMatchObject([{ username: 'Ana' }, { error: 'Client is archived' }]);
	});

	test('is one person in an answer that has the other spelling', async () => {
		await fixture.answerNext('/v1/messages/send', {
			success: { [one]: { message: { wamid: 'wamid.A', status: 'sent' } } },
			fail: { '525512345678': { errorData: { error: { code: 131026, message: 'Not on WhatsApp' } } } },
		});
		const { json } = await sendTexts([
			{ to: '5215512345678', text: 'Hello' },
			{ to: other, text: 'Hello' },
		]);
		expect(json).toMatchObject([
			{ outcome: 'failed', error: 'Not on WhatsApp' },
			{ outcome: 'sent', wamid: 'wamid.A' },
		]);
	});

	test('is one person when lost messages are looked up: each of two alike is found once', async () => {
		const options = { checkBeforeGivingUp: true };
		await fixture.fault({ kind: 'resetAfter' }, { path: '/v1/messages/send', times: 2 });
		const different = await sendTexts(
			[
				{ to: one, text: 'first' },
				{ to: other, text: 'second' },
			],
			options,
		);
		expect(different.json).toMatchObject([
			{ outcome: 'sent', foundInHistory: true, clientWaNumber: one },
			{ outcome: 'sent', foundInHistory: true, clientWaNumber: other },
		]);
		await fixture.fault({ kind: 'resetAfter' }, { path: '/v1/messages/send', times: 2 });
		const alike = await sendTexts(
			[
				{ to: one, text: 'same' },
				{ to: other, text: 'same' },
			],
			options,
		);
		expect(alike.json).toMatchObject([
			{ outcome: 'sent', foundInHistory: true, clientWaNumber: one },
			{ outcome: 'sent', foundInHistory: true, clientWaNumber: other },
		]);
		expect(alike.json[0].wamid).not.toBe(alike.json[1].wamid);
	});

	test('may be known in one of them only, and is found there', async () => {
		await fixture.fault({ kind: 'status', status: 404 }, { path: `/v1/messages/${other}`, method: 'GET' });
		await fixture.fault({ kind: 'resetAfter' }, { path: '/v1/messages/send', times: 2 });
		const { json } = await sendTexts(
			[
				{ to: one, text: 'here' },
				{ to: other, text: 'nowhere' },
			],
			{ checkBeforeGivingUp: true },
		);
		expect(json).toMatchObject([{ outcome: 'sent', foundInHistory: true }, { outcome: 'unknown' }]);
	});
});

describe('contact cards', () => {
	const card = async (phone: unknown, more: IDataObject = {}) =>
		await fixture.run({
			resource: 'message',
			operation: 'sendContacts',
			clientWaNumber: '919800000101',
			contacts: { values: [{ formatted_name: 'Dana', phones: { values: [{ phone, ...more }] } }] },
		} as IDataObject);

	test.each<[unknown, IDataObject, IDataObject]>([
		['447700900555.0', {}, { phone: '447700900555', wa_id: '447700900555' }],
		['+44 (0)7700 900555', {}, { phone: '+44 (0)7700 900555', wa_id: '447700900555' }],
		['\u202A+44 7700\u2011900555\u202C', {}, { phone: '+44 7700\u2011900555', wa_id: '447700900555' }],
		['112', {}, { phone: '112', wa_id: '112' }],
		[
			'020 7946 0958 ext. 12',
			{ wa_id: '+44 (0)20 7946 0958' },
			{ phone: '020 7946 0958 ext. 12', wa_id: '442079460958' },
		],
	])('%j with %j', async (phone, more, expected) => {
		expect((await card(phone, more)).error).toBeUndefined();
		expect((await fixture.sent()).contacts).toMatchObject([{ phones: [expected] }]);
	});

	test.each([
		[
			'447700900555.5',
			/^Contacts → Contact 1 → Phones → Phone 1 → Phone: "447700900555\.5" contains a decimal/,
		],
		['+44 20 7946 0958 ext. 12', /Phone: ".* ext\. 12" is not a phone number/],
		['+1 (0)415 555 0100', /Phone: it is unclear whether the 0 in brackets/],
	])('%j is refused without a WhatsApp ID', async (phone, problem) => {
		const { error } = await card(phone);
		expect(error?.message).toMatch(problem);
		expect(error?.description).toMatch(/WhatsApp ID/);
		expect(await bodies()).toEqual([]);
	});
});
