import { Pace } from '../../../core/http/pace';
import { useJumpingClock } from '../../jumpingClock';
import { itemsFor, openBulk, PROVIDERS } from './fixture';

useJumpingClock();

/*
 * When messages leave is taken from the pace itself: when they reach the sandbox depends on what else this process does.
 * What arrives is counted there.
 */

const PER_SECOND = 20;

const spend = jest.spyOn(Pace.prototype, 'spend');
beforeEach(() => {
	spend.mockClear();
});
const leavings = () => spend.mock.calls.map(([{ messages }, at]) => ({ messages, at }));

/** Most messages that left within any one second. */
const mostInASecond = () =>
	Math.max(
		...leavings().map(({ at: from }) =>
			leavings()
				.filter(({ at }) => at >= from && at < from + 1000)
				.reduce((sum, { messages }) => sum + messages, 0),
		),
	);

describe.each(Object.keys(PROVIDERS) as Array<keyof typeof PROVIDERS>)('%s', (which) => {
	let bulk: Awaited<ReturnType<typeof openBulk>>;
	beforeAll(async () => {
		bulk = await openBulk(which);
	});
	afterAll(async () => await bulk.close());
	beforeEach(async () => await bulk.reset());

	const send = async (count: number) => {
		const { error, json } = await bulk.send(itemsFor(count), { messagesPerSecond: PER_SECOND });
		expect(error).toBeUndefined();
		expect(json.every(({ outcome }) => outcome === 'sent')).toBe(true);
	};

	test('after a hold the calls that waited do not leave together', async () => {
		await bulk.failWith(
			{ kind: 'status', status: 429, headers: { 'retry-after': '1' } },
			{ after: 1, times: 1 },
		);
		await send(40);
		expect(await bulk.received(40)).toEqual(new Array<number>(40).fill(1));
		expect(mostInASecond()).toBeLessThanOrEqual(PER_SECOND * 1.25);
	});

	test('the batches of a loop share the pace', async () => {
		for (let batch = 0; batch < 4; batch++) await send(12);
		expect(await bulk.received(12)).toEqual(new Array<number>(12).fill(4));
		expect(mostInASecond()).toBeLessThanOrEqual(PER_SECOND * 1.25);
	});

	test('so do executions that run at once', async () => {
		await Promise.all([send(16), send(16), send(16)]);
		expect(await bulk.received(16)).toEqual(new Array<number>(16).fill(3));
		expect(mostInASecond()).toBeLessThanOrEqual(PER_SECOND * 1.25);
	});
});
