import { sleep } from 'n8n-workflow';

import { useJumpingClock } from '../jumpingClock';
import { testedProviders } from '../providers';
import { BELA, idsOf, text, waitingTriggers } from './burstFixture';

const clock = useJumpingClock({ onlyByWaits: true });

describe.each(testedProviders)('how a $type Trigger that waits answers deliveries', (provider) => {
	const open = waitingTriggers(provider);

	test('nothing is acknowledged before the execution exists, and a refusal goes to every delivery', async () => {
		const own = open();
		const first = own.say([text('1', 'Hi')]);
		await sleep(500);
		const second = own.say([text('2', 'there')], { answeredWith: 'nothing yet' });
		const [early, late] = [await first, await second];
		expect(late.items).toHaveLength(1);
		await sleep(2_000);
		expect([early.answered(), late.answered()]).toEqual([undefined, undefined]);
		late.answer(503);
		expect(await early.end()).toBe(503);

		// So the provider delivers both again.
		const again = own.say([text('1', 'Hi')]);
		await sleep(500);
		expect((await own.say([text('2', 'there')])).items).toMatchObject([{ messageCount: 2 }]);
		expect(await (await again).end()).toBe(200);
		expect((await own.say([text('1', 'Hi')])).items).toBeUndefined();
	});

	test('what n8n never answers is to be delivered again', async () => {
		const own = open();
		const first = own.say([text('1', 'Hi')]);
		await sleep(500);
		await own.say([text('2', 'there')], { answeredWith: 'nothing yet' });
		expect(await (await first).end()).toBe(503);
	});

	test.each([true, false])(
		'a message that is delivered again joins, and counts once (Skip Duplicate Events: %p)',
		async (dropDuplicates) => {
			const own = open({ dropDuplicates });
			const start = Date.now();
			const first = own.say([text('1', 'Hi')]);
			await sleep(2_000);
			const again = await own.say([text('1', 'Hi')]);
			expect(again.answered()).toBeUndefined();
			const { items, answer } = await first;
			// It is no reason to wait longer.
			expect(Date.now() - start).toBeLessThan(3_100);
			expect(items).toMatchObject([{ messageCount: 1 }]);
			expect(await again.end()).toBe(200);
			expect(answer).toBeDefined();
		},
	);

	test('one that is delivered again while the execution is being made is answered like it', async () => {
		const own = open();
		const first = await own.say([text('1', 'Hi')], { answeredWith: 'nothing yet' });
		expect(first.items).toHaveLength(1);
		const again = await own.say([text('1', 'Hi')]);
		expect(again.items).toBeUndefined();
		await sleep(1_000);
		expect(again.answered()).toBeUndefined();
		// With something new beside it, no answer would be right for both: to be delivered again.
		expect(await own.say([text('1', 'Hi'), text('2', 'there')])).toMatchObject({
			status: 503,
			items: undefined,
		});
		first.answer(500);
		expect(await again.end()).toBe(500);
	});

	test('what was taken in before starts nothing, and waits for nothing', async () => {
		const own = open();
		await own.say([text('1', 'Hi')]);
		const start = Date.now();
		expect(await own.say([text('1', 'Hi')])).toMatchObject({ status: 200, items: undefined });
		expect(Date.now() - start).toBeLessThan(25);
	});

	test('when n8n stops, all that wait start at once', async () => {
		const own = open();
		const server = { listening: true };
		const start = Date.now();
		const all = [
			own.say([text('1', 'Hi')], { server }),
			own.say([text('2', 'there')], { server }),
			own.say([text('3', 'Hello', { from: BELA })], { server }),
		];
		await sleep(1_000);
		server.listening = false;
		const ends = await Promise.all(all);
		expect(Date.now() - start).toBeLessThan(1_100);
		expect(ends.flatMap((one) => idsOf(one.items) ?? [])).toEqual([['1', '2'], ['3']]);
		expect(await ends[0].end()).toBe(200);
	});
});

test('the clock did jump', () => expect(clock.skipped()).toBeGreaterThan(10_000));
