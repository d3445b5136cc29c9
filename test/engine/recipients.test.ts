import type { IDataObject } from 'n8n-workflow';

import { openBulk, PROVIDERS } from './bulk/fixture';

const CONTINUE = { onError: 'continueRegularOutput' } as const;
const GOOD = '919800000102';

/** How a spreadsheet, a web page or a person may have it, and whom the message goes to. */
const TAKEN: ReadonlyArray<readonly [given: unknown, wire: string]> = [
	['919800000101.0', '919800000101'],
	['919800000101.00', '919800000101'],
	['919800000101,0', '919800000101'],
	[919800000101, '919800000101'],
	['+44 (0)7700 900123', '447700900123'],
	['0044 (0) 7700-900123', '447700900123'],
	['+44 (07700) 900123', '447700900123'],
	['+44 7700 900123.0', '447700900123'],
	['+39 (06) 1234567', '39061234567'],
	['\u202A+91 98000 00101\u202C', '919800000101'],
	['+91\u00A098000\u201100101', '919800000101'],
	['\uFEFF91\u200B98000\u221200101', '919800000101'],
	['91.98000.00101', '919800000101'],
	['+44.7700900123', '447700900123'],
];

/** What could be another person's number, or nobody's, and the words that say so. */
const REFUSED: ReadonlyArray<readonly [given: unknown, problem: string]> = [
	['919800000101.5', '"919800000101.5" contains a decimal point or comma'],
	['9198000.001', '"9198000.001" contains a decimal point or comma'],
	['33 6 12 34 56.00', '"33 6 12 34 56.00" contains a decimal point or comma'],
	[919800000101.25, '"919800000101.25" contains a decimal point or comma'],
	['9.19800000101E+11', '"9.19800000101E+11" was shortened by a spreadsheet'],
	[9.198e24, '"9.198e+24" was shortened by a spreadsheet'],
	[
		'+1 (0)415 555 0100',
		'it is unclear whether the 0 in brackets in "+1 (0)415 555 0100" is part of the number',
	],
	['+39 (0)6 1234567', 'it is unclear whether the 0 in brackets in "+39 (0)6 1234567" is part of the number'],
	[
		'+91 98000 (0)0101',
		'it is unclear whether the 0 in brackets in "+91 98000 (0)0101" is part of the number',
	],
	['+4477009001, +4477009002', '"+4477009001, +4477009002" is not a phone number'],
	['\u202A0770\u202C', '"[U+202A]0770[U+202C]" must not start with 0'],
	['91980\u000000101', '"91980[U+0000]00101" is not a phone number'],
	['dana@example.org', '"dana@example.org" is n'],
	['919800000101@s.whatsapp.net', '"919800000101@s.whatsapp.net" is n'],
];

describe.each(Object.keys(PROVIDERS) as Array<keyof typeof PROVIDERS>)('%s', (which) => {
	let bulk: Awaited<ReturnType<typeof openBulk>>;
	beforeAll(async () => {
		bulk = await openBulk(which);
	});
	afterAll(async () => await bulk.close());
	beforeEach(async () => await bulk.reset());

	const send = async (...recipients: unknown[]) => {
		const items = recipients.map((to, at): IDataObject => ({ to: to as string, text: `Message ${at}` }));
		return await bulk.send(items, {}, CONTINUE);
	};
	/** Whom the messages on the wire are for. */
	const addressed = async () =>
		(await bulk.requests())
			.flatMap(({ body }) => (which === 'heltar' ? body.messages : [body]) as IDataObject[])
			.map(({ clientWaNumber, to }) => clientWaNumber ?? to);

	test.each(TAKEN)('%j goes out to %s', async (given, wire) => {
		const { json } = await send(given);
		expect(json).toMatchObject([{ outcome: 'sent' }]);
		expect(await addressed()).toEqual([wire]);
	});

	test.each(REFUSED)('%j is refused before anything is sent, the others go out', async (given, problem) => {
		const { json } = await send(given, GOOD);
		expect(json).toMatchObject([
			{ outcome: 'failed', error: expect.stringContaining(`Recipient: ${problem}`) },
			{ outcome: 'sent' },
		]);
		expect(await addressed()).toEqual([GOOD]);
	});

	test('without continue on fail the run stops before anything is sent, and names the item', async () => {
		const items = [
			{ to: GOOD, text: 'Hello' },
			{ to: 'dana@example.org', text: 'Hello' },
		];
		const { error } = await bulk.send(items);
		expect(error).toMatchObject({
			message: expect.stringContaining('dana@example.org'),
			context: { itemIndex: 1 },
		});
		expect(await addressed()).toEqual([]);
	});

	test.each([
		['Brazil', '5511987654321', '551187654321'],
		['Mexico', '5215512345678', '525512345678'],
		['Argentina', '5491123456789', '541123456789'],
	])(
		'%s: both spellings of a number are one person, whose messages keep their order',
		async (...spellings) => {
			const [, one, other] = spellings;
			await bulk.failWith({ kind: 'delay', ms: 150 }, { times: 1 });
			const options = { batchSize: 1, concurrentCalls: 5 };
			const items = [one, other, GOOD].map((to, at) => ({ to, text: `Message ${at}` }));
			const { json } = await bulk.send(items, which === 'heltar' ? options : {});
			expect(json).toMatchObject([{ outcome: 'sent' }, { outcome: 'sent' }, { outcome: 'sent' }]);
			// Each goes out as given; the second spelling waits for the slow first, the other person does not.
			expect(await addressed()).toEqual([one, GOOD, other]);
		},
	);
});
