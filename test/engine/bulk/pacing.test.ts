import { useJumpingClock } from '../../jumpingClock';
import { expectTruth, itemsFor, numberOf, openBulk, reported } from './fixture';

const clock = useJumpingClock({ onlyByWaits: true });

const sizes = (requests: Array<{ body: { messages: unknown[] } }>) =>
	requests.map(({ body }) => body.messages.length);

describe('Heltar', () => {
	let bulk: Awaited<ReturnType<typeof openBulk>>;
	beforeAll(async () => {
		bulk = await openBulk('heltar');
	});
	afterAll(async () => await bulk.close());
	beforeEach(async () => await bulk.reset());

	test('at so many messages per second, no call carries more than a fifth of a second’s worth', async () => {
		const skipped = clock.skipped();
		const { json } = await bulk.send(itemsFor(25), { messagesPerSecond: 10 });
		expect(Math.round(clock.skipped() - skipped)).toBe(2400);
		expect(sizes(await bulk.requests())).toEqual([...new Array<number>(12).fill(2), 1]);
		expect(json.every(({ outcome }) => outcome === 'sent')).toBe(true);
	});

	test('messages a call put off for their rate go again until they are through', async () => {
		await bulk.settings({ limits: { messagesPerSecond: 20 } });
		const { json, error, hints } = await bulk.send(itemsFor(50));
		expect(error).toBeUndefined();
		expect(json.map(({ clientWaNumber }) => clientWaNumber)).toEqual(
			Array.from({ length: 50 }, (_, at) => numberOf(at)),
		);
		expect(await bulk.received(50)).toEqual(new Array(50).fill(1));
		const [first, ...others] = sizes(await bulk.requests());
		// After the first refusal not everything is thrown at the provider again.
		expect(first).toBe(50);
		expect(others[0]).toBeLessThanOrEqual(40);
		expect(hints.join()).toContain('Messages per Second');
	});

	test('calls side by side keep the order of each recipient', async () => {
		const items = Array.from({ length: 30 }, (_, at) => ({ to: numberOf(at % 3), text: `${at}` }));
		await bulk.settings({ latencyMs: 20 });
		const { error } = await bulk.send(items, { concurrentCalls: 4, batchSize: 2 });
		expect(error).toBeUndefined();
		for (const start of [0, 1, 2]) {
			const texts = (await bulk.conversation(numberOf(start))).map(({ text }) => Number(text));
			expect(texts).toEqual(Array.from({ length: 10 }, (_, at) => start + 3 * at));
		}
	});

	test('calls go side by side only after a hundred messages went out call by call', async () => {
		const count = 1000;
		const stopAt = async (call: number) => {
			await bulk.reset();
			await bulk.settings({ latencyMs: 20 });
			await bulk.failWith({ kind: 'status', status: 500 }, { after: call - 1, times: 1 });
			const run = await bulk.send(itemsFor(count), { batchSize: 50 });
			const outcomes = reported(run, count);
			expectTruth(outcomes, await bulk.received(count));
			return { calls: (await bulk.requests()).length, unknown: outcomes.unknown };
		};
		const positions = (from: number) => Array.from({ length: 50 }, (_, at) => from + at);
		expect(await stopAt(1)).toEqual({ calls: 1, unknown: positions(0) });
		expect(await stopAt(2)).toEqual({ calls: 2, unknown: positions(50) });
		// The third goes with four beside it, which may end and be followed before it is known to have failed.
		const { calls, unknown } = await stopAt(3);
		expect(calls).toBeGreaterThanOrEqual(7);
		expect(calls).toBeLessThan(count / 50);
		expect(unknown).toHaveLength(50);
	});
});

describe('Hello All', () => {
	let bulk: Awaited<ReturnType<typeof openBulk>>;
	beforeAll(async () => {
		bulk = await openBulk('helloAll');
	});
	afterAll(async () => await bulk.close());
	beforeEach(async () => await bulk.reset());

	test('set to the rate the provider takes, nothing is refused', async () => {
		await bulk.settings({ limits: { messagesPerSecond: 40 } });
		const { error } = await bulk.send(itemsFor(100), { messagesPerSecond: 40 });
		expect(error).toBeUndefined();
		expect(await bulk.received(100)).toEqual(new Array(100).fill(1));
		expect(await bulk.requests()).toHaveLength(100);
	});

	test('without a pace, one 429 holds the whole run, and everything is delivered', async () => {
		await bulk.settings({ limits: { messagesPerSecond: 40 } });
		const { error, hints } = await bulk.send(itemsFor(100));
		expect(error).toBeUndefined();
		expect(await bulk.received(100)).toEqual(new Array(100).fill(1));
		const refused = (await bulk.requests()).filter(({ status }) => status === 429);
		// At most the ten that were under way together, at each of the few pauses.
		expect(refused.length).toBeGreaterThan(0);
		expect(refused.length).toBeLessThanOrEqual(30);
		expect(hints.join()).toContain('Messages per Second');
	});

	test('too many messages to one person hold up that person only', async () => {
		await bulk.settings({ limits: { perPairSeconds: 1 } });
		const items = [0, 0, ...Array.from({ length: 8 }, (_, at) => at + 1)].map((at) => ({
			to: numberOf(at),
			text: `${at}`,
		}));
		const { error } = await bulk.send(items, { concurrentCalls: 2 });
		expect(error).toBeUndefined();
		const order = (await bulk.requests()).map(({ body, status }) => `${body.to}:${status}`);
		const put = order.indexOf(`${numberOf(0)}:429`);
		expect(put).toBeGreaterThan(-1);
		// The others went on while it waited.
		expect(order.slice(put).findIndex((one) => one === `${numberOf(0)}:201`)).toBeGreaterThan(5);
	});

	test('a provider nobody can reach is waited for two seconds in all, however many items there are', async () => {
		const skipped = clock.skipped();
		const { json } = await bulk.send(
			itemsFor(30),
			{},
			{ onError: 'continueRegularOutput' },
			'http://127.0.0.1:9',
		);
		expect(clock.skipped() - skipped).toBeLessThanOrEqual(2000);
		expect(json).toHaveLength(30);
		expect(
			json.every(({ outcome, error }) => outcome === 'failed' && /Could not reach/.test(String(error))),
		).toBe(true);
	});
});
