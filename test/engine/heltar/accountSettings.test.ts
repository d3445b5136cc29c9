import type { IDataObject } from 'n8n-workflow';

import { chosen, useFixture } from './fixture';

const fixture = useFixture();

const run = async (operation: string, parameters: IDataObject = {}, items?: IDataObject[]) =>
	await fixture.run({ resource: 'business', operation, ...parameters }, { items });
const done = [{ success: true, message: expect.any(String) }];

describe('opt rules', () => {
	const call = { method: 'PUT', path: '/v1/business/opt-rules', query: {} };
	const rule = (condition: string, value: string, nextIs = 'OR') => ({ condition, value, nextIs });

	test('are replaced as a whole, with a confirmation', async () => {
		const { json, error } = await run('setOptRules', {
			optOutRules: {
				values: [{ value: ' stop ' }, { condition: 'contains', value: 'no more', nextIs: 'AND' }],
			},
			optInRules: { values: [{ condition: 'startsWith', value: 'start' }] },
			confirmation: 'template',
			templateName: chosen('start_conversation'),
			languageCode: 'en',
		});
		expect(error).toBeUndefined();
		expect(json).toEqual(done);
		const body = {
			optOutRules: [rule('isEqualTo', 'stop'), rule('contains', 'no more', 'AND')],
			optInRules: [rule('startsWith', 'start')],
			templatePayload: { templateName: 'start_conversation', languageCode: 'en' },
		};
		expect(await fixture.wire()).toEqual([{ ...call, body }]);
		expect((await run('get')).json).toMatchObject([{ optRules: body }]);
	});

	test('may come from data, as "Get" gives them', async () => {
		const optRules = {
			optOutRules: [rule('endsWith', 'stop')],
			optInRules: [{ condition: 'contains', value: 1 }],
		};
		await run(
			'setOptRules',
			{
				specifyOptOutRules: 'json',
				optOutRulesJson: '={{ $json.optRules.optOutRules }}',
				specifyOptInRules: 'json',
				optInRulesJson: '={{ $json.optRules.optInRules }}',
			},
			[{ optRules }],
		);
		expect(await fixture.wire()).toEqual([
			{ ...call, body: { optOutRules: optRules.optOutRules, optInRules: [rule('contains', '1')] } },
		]);
	});

	test('are all removed only when that is chosen', async () => {
		const { error } = await run('setOptRules');
		expect(error?.message).toBe('Opt-Out Rules: nothing is filled in, neither here nor in the opt-in rules');
		expect(error?.description).toContain('choose "Remove All"');
		expect(await fixture.wire()).toEqual([]);
		expect((await run('setOptRules', { rules: 'none', confirmation: 'template' })).json).toEqual(done);
		expect(await fixture.wire()).toEqual([{ ...call, body: { optOutRules: [], optInRules: [] } }]);
	});

	test.each<[string, IDataObject, RegExp]>([
		[
			'a condition nobody knows',
			{ specifyOptOutRules: 'json', optOutRulesJson: '[{"condition": "is", "value": "stop"}]' },
			/^Opt-Out Rules \(JSON\) → Rule 1 → Condition: "is" is not one of: /,
		],
		[
			'a rule without words',
			{ optOutRules: { values: [{ value: 'stop' }, { value: ' ' }] } },
			/^Opt-Out Rules → Rule 2 → Words: nothing is filled in$/,
		],
		[
			'a confirmation without a template',
			{
				optOutRules: { values: [{ value: 'stop' }] },
				confirmation: 'template',
				languageCode: 'en',
				templateName: { mode: 'id', value: '={{ "" }}' },
			},
			/^Template: nothing is filled in$/,
		],
	])('%s is refused', async (_, parameters, message) => {
		const { error } = await run('setOptRules', parameters);
		expect(error?.message).toMatch(message);
		expect(await fixture.wire()).toEqual([]);
	});
});

test.each([
	['pauseMarketing', 'pauseMarketingTemplates', '/v1/business/pause-marketing-templates'],
	['setAsyncMode', 'asyncMessageMode', '/v1/business/async-message-mode'],
])('%s is switched on and off', async (operation, name, path) => {
	expect((await run(operation)).json).toEqual(done);
	expect((await run('get')).json).toMatchObject([{ [name]: true }]);
	expect((await run(operation, { [name]: false })).json).toEqual(done);
	const calls = (await fixture.wire()).filter(({ method }) => method === 'PUT');
	expect(calls).toEqual([
		{ method: 'PUT', path, query: {}, body: { [name]: true } },
		{ method: 'PUT', path, query: {}, body: { [name]: false } },
	]);
});

describe('the business profile', () => {
	const path = '/v1/business/profile';

	test('is read', async () => {
		const { json } = await run('getProfile');
		expect(json).toEqual([{ about: 'Cups and pots', vertical: 'RETAIL', messaging_product: 'whatsapp' }]);
		expect(await fixture.wire()).toEqual([{ method: 'GET', path, query: {}, body: null }]);
		await fixture.answerNext(path, [], { about: 'Alone', websites: ['https://a.org'] }, 'pots');
		expect((await run('getProfile')).json).toEqual([{}]);
		expect((await run('getProfile')).json).toEqual([{ about: 'Alone', websites: ['https://a.org'] }]);
		expect((await run('getProfile')).json).toEqual([{ raw: 'pots' }]);
	});

	test('is changed in what is given', async () => {
		const updateFields = {
			about: ' Open from 9 to 18 ',
			address: '1 Market Street',
			description: 'Pots\nand cups',
			email: 'hello@example.org',
			websites: 'https://a.org, https://b.org',
			vertical: 'RETAIL',
			profile_picture_handle: '4:aGFuZGxl',
		};
		const { json, error } = await run('updateProfile', { updateFields });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ success: true }]);
		const body = {
			...updateFields,
			about: 'Open from 9 to 18',
			websites: ['https://a.org', 'https://b.org'],
		};
		expect(await fixture.wire()).toEqual([{ method: 'POST', path, query: {}, body }]);
	});

	test.each([
		['about', 'About', 139],
		['address', 'Address', 256],
		['description', 'Description', 512],
	])('%s may have %s… of %i characters', async (name, label, most) => {
		expect(
			(await run('updateProfile', { updateFields: { [name]: 'x'.repeat(most) } })).error,
		).toBeUndefined();
		const { error } = await run('updateProfile', { updateFields: { [name]: 'x'.repeat(most + 1) } });
		expect(error?.message).toBe(`Update Fields → ${label}: ${most + 1} characters, the maximum is ${most}`);
		expect(await fixture.wire()).toHaveLength(1);
	});

	const site = (length: number) => `https://a.org/${'x'.repeat(length - 14)}`;
	const mail = (length: number) => `${'x'.repeat(length - 12)}@example.org`;
	test.each<[string, IDataObject, IDataObject, string]>([
		['emails', { email: mail(128) }, { email: mail(129) }, 'Email: 129 characters, the maximum is 128'],
		[
			'two websites',
			{ websites: 'https://a.org,https://b.org' },
			{ websites: ['https://a.org', 'https://b.org', 'https://c.org'] },
			'Websites: 3 added, the maximum is 2',
		],
		[
			'long websites',
			{ websites: site(256) },
			{ websites: site(257) },
			'Websites: "https://a.org/xxxxxxxxxxxxxxxx…" has 257 characters, the maximum is 256',
		],
	])('%s have a limit', async (_, within, beyond, problem) => {
		expect((await run('updateProfile', { updateFields: within })).error).toBeUndefined();
		const { error } = await run('updateProfile', { updateFields: beyond });
		expect(error?.message).toBe(`Update Fields → ${problem}`);
		expect(await fixture.wire()).toHaveLength(1);
	});

	test('is not changed by nothing, and a "no" inside a success is one', async () => {
		const { error } = await run('updateProfile');
		expect(error?.message).toBe('Update Fields: none added: add what is to be changed');
		expect(await fixture.wire()).toEqual([]);
		await fixture.answerNext(path, { success: false });
		const refused = await run('updateProfile', { updateFields: { about: 'Closed' } });
		expect(refused.error?.message).toBe('Heltar reported that this failed, without a reason');
	});
});
