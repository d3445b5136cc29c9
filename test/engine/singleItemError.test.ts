import { itemsFor, openBulk, PROVIDERS } from './bulk/fixture';

const FIRST_OF_ONE = { sent: [], failed: [0], unknown: [], untouched: [] };

describe.each(Object.keys(PROVIDERS))('a run of one item that fails, %s', (which) => {
	let bulk: Awaited<ReturnType<typeof openBulk>>;
	beforeAll(async () => {
		bulk = await openBulk(which);
	});
	afterAll(async () => await bulk.close());
	beforeEach(async () => await bulk.reset());

	test('carries the outcome, the status and what became of the item', async () => {
		await bulk.failWith({ kind: 'status', status: 400 });
		const { error } = await bulk.send(itemsFor(1));
		expect(error?.context).toMatchObject({ itemIndex: 0 });
		expect(error?.context.data).toMatchObject({
			outcome: 'failed',
			httpStatus: 400,
			outcomes: FIRST_OF_ONE,
			accepted: [],
		});
		// There is nothing to say about other items.
		expect(error?.description ?? '').not.toContain('Of 1 items');
	});

	test('is unknown where the message may have arrived', async () => {
		await bulk.failWith({ kind: 'resetAfter' });
		const { error } = await bulk.send(itemsFor(1));
		expect(error?.context.data).toMatchObject({
			outcome: 'unknown',
			advice: expect.stringContaining('Check'),
			outcomes: { ...FIRST_OF_ONE, failed: [], unknown: [0] },
		});
	});

	test('names the field of an invalid one', async () => {
		const { error } = await bulk.send([{ to: '', text: 'Hello' }]);
		const { to } = PROVIDERS[which].table.sendText;
		expect(error?.context.data).toMatchObject({ outcome: 'failed', field: to, outcomes: FIRST_OF_ONE });
	});

	test('says the same on the error output', async () => {
		await bulk.failWith({ kind: 'resetAfter' });
		const { error, outputs } = await bulk.send(itemsFor(1), {}, { onError: 'continueErrorOutput' });
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([]);
		expect(outputs[1].map(({ json }) => json)).toMatchObject([{ details: { outcome: 'unknown' } }]);
	});
});
