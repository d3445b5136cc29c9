import type { IDataObject } from 'n8n-workflow';

import { chosen, GENERATIONS, useFixture } from './fixture';

const ASHA = '919800000101';
const ROHAN = '919800000102';
const DANA = '447700900123';

const fixture = useFixture();

const run = async (
	operation: string,
	parameters: IDataObject = {},
	items?: IDataObject[],
	onError?: 'continueRegularOutput',
) => await fixture.run({ resource: 'contact', operation, ...parameters }, { items, node: { onError } });

/** What the account holds about a contact now. */
const stored = async (clientWaNumber: string) =>
	(await run('get', { clientWaNumber: chosen(clientWaNumber), simplify: false })).json[0];

describe.each(GENERATIONS)('generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('a contact is read with its attributes', async () => {
		const { json, error } = await run('get', { clientWaNumber: chosen(DANA) });
		expect(error).toBeUndefined();
		expect(json).toEqual([
			expect.objectContaining({
				clientWaNumber: DANA,
				username: 'Dana Field',
				attributes: { city: 'Leeds', plan: 'Pro' },
			}),
		]);
		expect(json[0]).not.toHaveProperty('createdAt');
		expect(await stored(DANA)).toHaveProperty('createdAt');
		const call = { method: 'GET', path: `/v1/clients/${DANA}`, query: {}, body: null };
		expect(await fixture.wire()).toEqual([call, call]);
	});

	test('contacts are created and updated in one call', async () => {
		const { json, error, outputs } = await run(
			'upsert',
			{
				clientWaNumber: '={{ $json.number }}',
				username: '={{ $json.name }}',
				attributes: {
					values: [
						{ fieldKey: chosen('city'), value: '={{ $json.city }}' },
						{ fieldKey: chosen('age'), value: '={{ $json.age }}' },
						{ fieldKey: chosen('email'), value: '' },
					],
				},
			},
			[
				{ number: '+44 7700 900555', name: 'Robin Hill', city: 'York', age: 41 },
				{ number: ASHA, name: '', city: 'Nashik' },
			],
		);
		expect(error).toBeUndefined();
		expect(await fixture.wire()).toEqual([
			{
				method: 'POST',
				path: '/v1/clients',
				query: {},
				body: [
					{
						username: 'Robin Hill',
						attributes: '{"city":"York","age":41}',
						countryCode: 44,
						clientWaNumber: '447700900555',
					},
					{ username: '', attributes: '{"city":"Nashik"}', countryCode: 91, clientWaNumber: ASHA },
				],
			},
		]);
		expect(json).toMatchObject([
			{ clientWaNumber: '447700900555', username: 'Robin Hill', attributes: { city: 'York', age: 41 } },
			{ clientWaNumber: ASHA, username: 'Asha Verma', attributes: { city: 'Nashik', plan: 'Plus' } },
		]);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('an upsert with bad contacts saves the good ones and says which were not', async () => {
		const { json } = await run(
			'upsert',
			{
				clientWaNumber: '={{ $json.number }}',
				specifyAttributes: 'json',
				attributesJson: '={{ $json.attributes }}',
			},
			[
				{ number: ASHA, attributes: { plan: 'Pro' } },
				{ number: ROHAN, attributes: { plan: 'Gold' } },
				{ number: DANA, attributes: { age: 'old' } },
			],
			'continueRegularOutput',
		);
		expect(json).toMatchObject([
			{ clientWaNumber: ASHA, attributes: { plan: 'Pro' } },
			{ outcome: 'failed', error: 'Attribute plan must be one of Basic, Plus, Pro' },
			{ outcome: 'failed', error: 'Attribute age must be a number' },
		]);
		expect(await fixture.wire()).toHaveLength(1);
		expect(await stored(ASHA)).toMatchObject({ attributes: { plan: 'Pro' } });
	});

	test('attributes and tags are changed', async () => {
		const { json, error } = await run(
			'updateAttributesAndTags',
			{
				clientWaNumber: { mode: 'id', value: '={{ $json.number }}' },
				attributes: { values: [{ fieldKey: chosen('city'), value: '={{ $json.city }}' }] },
				tags: '={{ $json.tags }}',
			},
			[
				{ number: ASHA, city: 'Nashik', tags: 'vip, new' },
				{ number: ROHAN, tags: [] },
			],
		);
		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ success: true, clientWaNumber: ASHA },
			{ success: true, clientWaNumber: ROHAN },
		]);
		expect(await fixture.wire()).toEqual([
			{
				method: 'PUT',
				path: '/v1/clients/attributes-and-tags',
				query: {},
				body: [
					{ clientWaNumber: ASHA, attributes: { city: 'Nashik' }, tags: ['vip', 'new'] },
					{ clientWaNumber: ROHAN, tags: [] },
				],
			},
		]);
		expect(await stored(ASHA)).toMatchObject({
			attributes: { city: 'Nashik', age: 34, tags: ['vip', 'new'] },
		});
	});

	test('each contact that could not be updated says why', async () => {
		const parameters = {
			clientWaNumber: { mode: 'id', value: '={{ $json.number }}' },
			tags: '={{ $json.tags }}',
		};
		const some = await run(
			'updateAttributesAndTags',
			parameters,
			[
				{ number: ASHA, tags: 'vip' },
				{ number: ROHAN, tags: 'no-such-tag' },
				{ number: '447700900999', tags: 'vip' },
			],
			'continueRegularOutput',
		);
		expect(some.json).toMatchObject([
			{ success: true },
			{ outcome: 'failed', error: 'Tag no-such-tag does not exist' },
			{ outcome: 'failed', error: 'Client not found' },
		]);
		const none = await run(
			'updateAttributesAndTags',
			parameters,
			[{ number: ROHAN, tags: 'no-such-tag' }],
			'continueRegularOutput',
		);
		expect(none.json).toMatchObject([{ outcome: 'failed', error: 'Tag no-such-tag does not exist' }]);
	});

	test('contacts are deleted; who was not there is told', async () => {
		const { json, error } = await run('delete', { clientWaNumber: '={{ $json.number }}' }, [
			{ number: ASHA },
			{ number: '447700900999' },
		]);
		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ deleted: true, clientWaNumber: ASHA },
			{ deleted: false, clientWaNumber: '447700900999', notDeleted: ['447700900999'] },
		]);
		expect(await fixture.wire()).toEqual([
			{
				method: 'DELETE',
				path: '/v1/clients',
				query: {},
				body: { clientWaNumbers: [ASHA, '447700900999'] },
			},
		]);
	});

	test('a number that comes again goes out in a later call, in its order', async () => {
		const { json, error } = await run(
			'upsert',
			{ clientWaNumber: '={{ $json.number }}', username: '={{ $json.name }}' },
			[
				{ number: ASHA, name: 'First' },
				{ number: ROHAN, name: 'Rohan' },
				{ number: '+91 98000 00101', name: 'Second' },
			],
		);
		expect(error).toBeUndefined();
		expect(
			(await fixture.wire()).map(({ body }) => body.map(({ username }: IDataObject) => username)),
		).toEqual([['First', 'Rohan'], ['Second']]);
		expect(json.map(({ username }) => username)).toEqual(['First', 'Rohan', 'Second']);
	});

	test('more than 1000 contacts go out in portions', async () => {
		const many = Array.from({ length: 1001 }, (_, at) => ({ number: String(919820000000 + at) }));
		const { json, error } = await run('upsert', { clientWaNumber: '={{ $json.number }}' }, many);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(1001);
		expect((await fixture.wire()).map(({ body }) => body.length)).toEqual([1000, 1]);
	});
});

test('who hides their number has no country code, and options go along', async () => {
	const { error } = await run('upsert', {
		clientWaNumber: 'GB.7315902846613057',
		options: { assignTo: chosen('arjun@example.com') },
	});
	expect(error).toBeUndefined();
	expect((await fixture.wire())[0].body).toEqual([
		{
			username: '',
			attributes: '{}',
			countryCode: null,
			clientWaNumber: 'GB.7315902846613057',
			assignTo: 'arjun@example.com',
		},
	]);
});
