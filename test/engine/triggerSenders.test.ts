import type { IDataObject } from 'n8n-workflow';

import { credentialsFor, testedProviders } from '../providers';
import { openSandbox } from './sandboxClient';
import { trigger } from './triggerHarness';

const message = (from: string) => ({
	object: 'whatsapp_business_account',
	entry: [
		{
			id: '1',
			changes: [
				{
					field: 'messages',
					value: {
						messaging_product: 'whatsapp',
						metadata: { display_phone_number: '447700900999', phone_number_id: '2' },
						contacts: [{ wa_id: from, profile: { name: 'Ana' } }],
						messages: [
							{
								from,
								id: `wamid.${Math.random()}`,
								timestamp: '1770000000',
								type: 'text',
								text: { body: 'Oi' },
							},
						],
					},
				},
			],
		},
	],
});

describe.each(testedProviders)('$type trigger', (tested) => {
	let sandbox: Awaited<ReturnType<typeof openSandbox>>;
	beforeAll(async () => {
		sandbox = await openSandbox(tested.sandbox.name);
	});
	afterAll(async () => await sandbox.close());

	const triggerWith = (filters: IDataObject) =>
		trigger(
			`${tested.type}Trigger`,
			{ events: ['message'], options: { verify: false }, filters },
			credentialsFor(tested, sandbox.baseUrl),
		);
	const starts = async (filters: IDataObject, from: string) =>
		(await triggerWith(filters).deliver({ body: message(from) })).items?.length ?? 0;

	test.each([
		['Brazil', '5511987654321', '551187654321'],
		['Mexico', '525512345678', '5215512345678'],
		['Argentina', '5491123456789', '541123456789'],
		['a spreadsheet’s number', '919800000101.0', '919800000101'],
		['a trunk 0 in brackets', '+44 (0)7700 900123', '447700900123'],
		['a copied number', '\u202A+91 98000\u201100101\u202C', '919800000101'],
	])('%s: %s in a list is who writes as %s', async (_what, listed, from) => {
		expect(await starts({ allow: listed }, from)).toBe(1);
		expect(await starts({ block: listed }, from)).toBe(0);
		expect(await starts({ allow: `447700900199, ${listed}` }, from)).toBe(1);
		expect(await starts({ allow: '447700900199' }, from)).toBe(0);
		expect(await starts({ block: '447700900199' }, from)).toBe(1);
	});

	test('a landline is not the mobile number that looks like it', async () => {
		expect(await starts({ allow: '551133334444' }, '5511933334444')).toBe(0);
	});

	test.each([
		[
			{ allow: '447700900123, 07700 900124' },
			/^Filters → Allowed Senders: "07700 900124" must not start with 0/,
		],
		[{ block: 'Dana' }, /^Filters → Blocked Senders: "Dana" is not a phone number/],
		[{ block: '447700900123.5' }, /^Filters → Blocked Senders: .* contains a decimal point or comma/],
	])('a list that can never match is refused on activation: %j', async (filters, problem) => {
		await expect(triggerWith(filters).create()).rejects.toThrow(problem);
	});

	test('such a list of a workflow that is active already keeps nothing else from coming in', async () => {
		expect(await starts({ block: 'Dana' }, '447700900123')).toBe(1);
		expect(await starts({ allow: 'Dana, 447700900123' }, '447700900123')).toBe(1);
	});
});
