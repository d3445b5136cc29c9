import { sleep } from 'n8n-workflow';

import { useJumpingClock } from '../jumpingClock';
import { testedProviders } from '../providers';
import { idsOf, text, waitingTriggers } from './burstFixture';

const clock = useJumpingClock({ onlyByWaits: true });

describe.each(testedProviders)('how long and how much a $type Trigger collects', (provider) => {
	const open = waitingTriggers(provider);

	test.each([0, undefined])(
		'%p seconds: every message starts the workflow at once, as it is',
		async (off) => {
			const own = open({ collectSeconds: off });
			const start = Date.now();
			const { items } = await own.say([text('1', 'Hi'), text('2', 'there')]);
			expect(Date.now() - start).toBeLessThan(25);
			expect(items).toMatchObject([{ text: 'Hi' }, { text: 'there' }]);
			for (const item of items!) {
				expect(item).not.toHaveProperty('messages');
				expect(item).not.toHaveProperty('messageCount');
			}
		},
	);

	test.each([
		[8, ': 8, the maximum is 7'],
		[-1, ': -1, the minimum is 0'],
		[2.5, 'must be a whole number'],
	])('%p seconds are refused while the workflow is published', async (collectSeconds, problem) => {
		const refusal = open({ collectSeconds }).create();
		await expect(refusal).rejects.toThrow(problem);
		await expect(refusal).rejects.toThrow('Wait for More Messages');
	});

	test.each([1, 7])('%p seconds are waited', async (collectSeconds) => {
		const own = open({ collectSeconds });
		const start = Date.now();
		await own.say([text('1', 'Hi')]);
		expect(Math.round((Date.now() - start) / 1000)).toBe(collectSeconds);
	});

	test('a message every half second for half a minute: seven seconds at most, and none is lost', async () => {
		const own = open();
		const waited: number[] = [];
		const all = [];
		for (let at = 0; at < 60; at += 1) {
			const start = Date.now();
			const delivery = own.say([text(String(at), `${at}`, { at: at * 500 })]);
			all.push(
				delivery.then(async (result) => {
					expect(await result.end()).toBe(200);
					waited.push(Date.now() - start);
					return idsOf(result.items) ?? [];
				}),
			);
			await sleep(500);
		}
		const bursts = (await Promise.all(all)).flat();
		expect(bursts.flat()).toEqual(Array.from({ length: 60 }, (_, at) => String(at)));
		expect(bursts.length).toBeLessThanOrEqual(6);
		expect(Math.max(...waited)).toBeGreaterThanOrEqual(7_000);
		expect(Math.max(...waited)).toBeLessThan(7_100);
	});

	test('of more than fifty messages, fifty go at once', async () => {
		const own = open();
		const start = Date.now();
		const all = Array.from({ length: 55 }, async (_, at) => {
			const { items } = await own.say([text(String(at), `${at}`)]);
			return { sizes: items?.map(({ messageCount }) => messageCount) ?? [], ms: Date.now() - start };
		});
		const started = (await Promise.all(all)).filter(({ sizes }) => sizes.length > 0);
		expect(started.map(({ sizes }) => sizes)).toEqual([[50], [5]]);
		expect(started[0].ms).toBeLessThan(25);
	});

	test('of more than fifty people the one who waits longest goes early', async () => {
		const own = open();
		const start = Date.now();
		const all = Array.from({ length: 52 }, async (_, at) => {
			await own.say([text(String(at), 'Hi', { from: `4477009${10_000 + at}` })]);
			return Date.now() - start;
		});
		const ends = await Promise.all(all);
		expect(ends.slice(0, 2).every((ms) => ms < 25)).toBe(true);
		expect(ends.slice(2).every((ms) => ms >= 3_000)).toBe(true);
	});
});

test('the clock did jump', () => expect(clock.skipped()).toBeGreaterThan(60_000));
