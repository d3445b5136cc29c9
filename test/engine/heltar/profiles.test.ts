import type { IDataObject } from 'n8n-workflow';

import { chosen, useFixture } from './fixture';

const ASHA = '919800000101';

const fixture = useFixture();

const run = async (
	operation: 'getProfile' | 'updateProfile',
	parameters: IDataObject = {},
	items?: IDataObject[],
) =>
	await fixture.run(
		{ resource: 'contact', operation, clientWaNumber: chosen(ASHA), ...parameters },
		{ items },
	);
const call = { method: 'PUT', path: `/v1/clients/${ASHA}/profile`, query: {} };

test('the profile of a contact is read, also of one nobody knows', async () => {
	const { json } = await run('getProfile');
	expect(json).toEqual([
		{
			masterClientId: expect.any(String),
			primaryPhone: ASHA,
			email: null,
			attributes: {},
			channels: [
				{ clientWaNumber: ASHA, channel: 'whatsapp', username: 'Asha Verma', latestMessageTimestamp: null },
			],
		},
	]);
	const unknown = await run('getProfile', { clientWaNumber: { mode: 'id', value: '447700900999' } });
	expect(unknown.json).toMatchObject([{ masterClientId: null, channels: [] }]);
	expect(await fixture.wire()).toEqual([
		{ method: 'GET', path: `/v1/clients/${ASHA}/profile`, query: {}, body: null },
		{ method: 'GET', path: '/v1/clients/447700900999/profile', query: {}, body: null },
	]);
});

test('a profile is changed: what is given, and no more', async () => {
	const { json, error } = await run(
		'updateProfile',
		{
			updateFields: { email: ' asha@example.org ', primaryPhone: '+91 (22) 5550-1234' },
			attributes: {
				values: [
					{ fieldKey: 'crmId', value: 'K-9' },
					{ fieldKey: 'visits', value: '={{ $json.visits }}' },
					{ fieldKey: 'left alone', value: '' },
				],
			},
		},
		[{ visits: 3 }],
	);
	expect(error).toBeUndefined();
	expect(await fixture.wire()).toEqual([
		{
			...call,
			body: {
				email: 'asha@example.org',
				primaryPhone: '912255501234',
				attributes: { crmId: 'K-9', visits: 3 },
			},
		},
	]);
	expect(json).toMatchObject([{ email: 'asha@example.org', attributes: { crmId: 'K-9', visits: 3 } }]);
});

test('email and phone are cleared by null, attributes alone may be given as JSON', async () => {
	expect(
		(await run('updateProfile', { updateFields: { clear: ['email', 'primaryPhone'] } })).json,
	).toMatchObject([{ email: null, primaryPhone: null }]);
	await run('updateProfile', { updateFields: { clear: ['email'], primaryPhone: 912255501234 } });
	await run('updateProfile', { specifyAttributes: 'json', attributesJson: '{"plan": {"name": "Plus"}}' });
	expect((await fixture.wire()).map(({ body }) => body as unknown)).toEqual([
		{ email: null, primaryPhone: null },
		{ email: null, primaryPhone: '912255501234' },
		{ attributes: { plan: { name: 'Plus' } } },
	]);
});

test('the profile that has the email already takes the contact over', async () => {
	const updateFields = { email: 'dana@example.org' };
	const [dana] = (await run('updateProfile', { clientWaNumber: chosen('447700900123'), updateFields })).json;
	const [asha] = (await run('updateProfile', { updateFields })).json;
	expect(asha.masterClientId).toBe(dana.masterClientId);
	expect(asha.channels).toHaveLength(2);
});

test.each<[string, IDataObject, RegExp]>([
	['nothing', {}, /^Update Fields: nothing is filled in, neither here nor in the attributes$/],
	[
		'a phone of six digits',
		{ updateFields: { primaryPhone: '441234' } },
		/^Update Fields → Phone: "441234" has 6 digits, a number has 7 to 15$/,
	],
	[
		'an email that is none',
		{ updateFields: { email: 'asha.example.org' } },
		/^Update Fields → Email: "asha.example.org" is not an email address$/,
	],
	[
		'a value to set and to clear',
		{ updateFields: { email: 'asha@example.org', clear: ['email'] } },
		/^Update Fields → Clear: Email cannot be cleared and set at the same time$/,
	],
	[
		'attributes that are a list',
		{ specifyAttributes: 'json', attributesJson: '["city"]' },
		/^Attributes \(JSON\): must be a JSON object of attributes and their values$/,
	],
])('%s is refused before anything is sent', async (_, parameters, message) => {
	const { error } = await run('updateProfile', parameters);
	expect(error?.message).toMatch(message);
	expect(await fixture.wire()).toEqual([]);
});

test('seven digits are a phone', async () => {
	expect((await run('updateProfile', { updateFields: { primaryPhone: '4412345' } })).error).toBeUndefined();
});
