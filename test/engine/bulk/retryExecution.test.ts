import { useJumpingClock } from '../../jumpingClock';
import { expectTruth, itemsFor, openBulk, PROVIDERS, reported } from './fixture';

useJumpingClock();

const COUNT = 6;
const REFUSED = { kind: 'status', status: 400 };
/** The call was made, but nobody knows. */
const LOST = { kind: 'resetAfter' };

describe.each(Object.keys(PROVIDERS))('"Retry" of a failed execution, %s', (which) => {
	let bulk: Awaited<ReturnType<typeof openBulk>>;
	beforeAll(async () => {
		bulk = await openBulk(which);
	});
	afterAll(async () => await bulk.close());
	beforeEach(async () => await bulk.reset());

	/** One message in a call, one call at a time: item 3 meets the fault. */
	const { options: ownOptions, messagesPerCall } = PROVIDERS[which].table.sendText.sequential;
	const options = { ...ownOptions, ...(messagesPerCall > 1 ? { batchSize: 1 } : {}) };
	const failAtThree = async (fault: Record<string, unknown>, node = {}, text?: string) => {
		await bulk.failWith(fault, { after: 3, times: 1 });
		const failed = await bulk.send(itemsFor(COUNT), options, node, undefined, text);
		expect(failed.error).toBeDefined();
		return failed;
	};
	const idsOf = async () => await bulk.received(COUNT);

	test('sends what was refused and what is left; the others come out as they did', async () => {
		const failed = await failAtThree(REFUSED);
		expect(await idsOf()).toEqual([1, 1, 1, 0, 0, 0]);
		const { error, json, outputs } = await bulk.retry(failed);
		expect(error).toBeUndefined();
		expect(await idsOf()).toEqual([1, 1, 1, 1, 1, 1]);
		expect(json.map(({ outcome }) => outcome)).toEqual(Array(COUNT).fill('sent'));
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
			[...Array(COUNT).keys()].map((item) => ({ item })),
		);
		const { accepted } = failed.error!.context.data as { accepted: Array<{ id: string }> };
		// A message that the panel queued has its number there, and no ID of WhatsApp's yet.
		expect(json.slice(0, 3).map(({ wamid, messageId, queueId }) => wamid ?? messageId ?? queueId)).toEqual(accepted.map((one) => one.id));
	});

	test('does not send again what may have arrived, and says so', async () => {
		const retried = await bulk.retry(await failAtThree(LOST));
		const outcomes = reported(retried, COUNT);
		expect(outcomes).toEqual({ sent: [0, 1, 2, 4, 5], failed: [], unknown: [3], untouched: [] });
		expect(retried.error?.context.data).toMatchObject({ outcome: 'unknown' });
		expectTruth(outcomes, await idsOf());
		const again = await bulk.retry(retried);
		expect(reported(again, COUNT)).toEqual(outcomes);
		expect(await idsOf()).toEqual([1, 1, 1, 1, 1, 1]);
	});

	test('sends an item whose text was edited meanwhile, and no other', async () => {
		const text = '={{ $json.text === "Message 1" ? "Corrected" : $json.text }}';
		const { error } = await bulk.retry(await failAtThree(REFUSED), { options, text });
		expect(error).toBeUndefined();
		expect(await idsOf()).toEqual([1, 2, 1, 1, 1, 1]);
	});

	test('an expression that is written otherwise and yields the same, and another pace, are no edits', async () => {
		const text = '={{ "" + $json.text }}';
		const faster = { ...options, messagesPerSecond: 40, timeout: 30 };
		const { error } = await bulk.retry(await failAtThree(REFUSED), { options: faster, text });
		expect(error).toBeUndefined();
		expect(await idsOf()).toEqual([1, 1, 1, 1, 1, 1]);
	});

	test('a text with the time in it does not count as edited while the node is the same', async () => {
		const failed = await failAtThree(REFUSED, {}, '={{ $json.text }} at {{ $now.toMillis() }}');
		expect((await bulk.retry(failed)).error).toBeUndefined();
		expect(await idsOf()).toEqual([1, 1, 1, 1, 1, 1]);
	});

	test('also after several tries of Retry On Fail', async () => {
		// The second try fails at another item.
		await bulk.failWith(REFUSED, { after: 5, times: 1 });
		const node = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const failed = await failAtThree(REFUSED, node);
		expect(await idsOf()).toEqual([1, 1, 1, 1, 0, 0]);
		expect((await bulk.retry(failed)).error).toBeUndefined();
		expect(await idsOf()).toEqual([1, 1, 1, 1, 1, 1]);
	});

	test('of the first of two failed executions, too, knows what the second sent', async () => {
		const first = await failAtThree(REFUSED);
		await bulk.failWith(REFUSED, { after: 1, times: 1 });
		const second = await bulk.retry(first);
		expect(second.error).toBeDefined();
		expect(await idsOf()).toEqual([1, 1, 1, 1, 0, 0]);
		expect((await bulk.retry(first)).error).toBeUndefined();
		expect(await idsOf()).toEqual([1, 1, 1, 1, 1, 1]);
		expect((await bulk.retry(second)).error).toBeUndefined();
		expect(await idsOf()).toEqual([1, 1, 1, 1, 1, 1]);
	});

	test('nothing is left behind by a run that went well, so a later batch of a loop sends equal items', async () => {
		const went = await bulk.retry(await failAtThree(REFUSED));
		const left = Object.values(went.run.data.executionData!.contextData);
		expect(left).toEqual([{}]);
	});

	test('running the workflow anew sends everything', async () => {
		await failAtThree(REFUSED);
		expect((await bulk.send(itemsFor(COUNT), options)).error).toBeUndefined();
		expect(await idsOf()).toEqual([2, 2, 2, 1, 1, 1]);
	});
});
