import { sleep } from 'n8n-workflow';

import { useJumpingClock } from '../jumpingClock';
import { testedProviders } from '../providers';
import { ASHA, BELA, idsOf, status, tap, text, waitingTriggers } from './burstFixture';

const clock = useJumpingClock({ onlyByWaits: true });

describe.each(testedProviders)('a $type Trigger that waits for more messages', (provider) => {
	const open = waitingTriggers(provider);

	test('three messages start one execution, with one item', async () => {
		const own = open();
		const start = Date.now();
		const first = own.say([text('1', 'Hi', { at: 0 })]);
		await sleep(1_000);
		const second = own.say([text('2', 'I have a question', { at: 1_000 })]);
		await sleep(1_000);
		const { items, status: answer } = await own.say([text('3', 'about order 1042', { at: 2_000 })]);

		expect(Date.now() - start).toBeGreaterThanOrEqual(5_000);
		expect(Date.now() - start).toBeLessThan(5_100);
		expect(answer).toBe(200);
		expect(items).toEqual([
			expect.objectContaining({
				id: 'wamid.3',
				dedupeKey: 'message:wamid.3',
				text: 'Hi\nI have a question\nabout order 1042',
				messageCount: 3,
				messages: ['Hi', 'I have a question', 'about order 1042'].map((words, at) =>
					expect.objectContaining({ schema: 1, event: 'message', id: `wamid.${at + 1}`, text: words }),
				),
			}),
		]);
		// Those before start nothing, and are answered as the last one is.
		for (const early of [await first, await second]) {
			expect(early).toMatchObject({ items: undefined, text: undefined });
			expect(await early.end()).toBe(200);
		}
	});

	test('one message alone is an item of the same form', async () => {
		const own = open();
		const start = Date.now();
		const { items } = await own.say([text('1', 'Hi')]);
		expect(Date.now() - start).toBeGreaterThanOrEqual(3_000);
		expect(items).toMatchObject([{ text: 'Hi', messageCount: 1, messages: [{ text: 'Hi' }] }]);
	});

	test('people, and members of a group, are apart', async () => {
		const own = open();
		const group = { group_id: 'group-1' };
		const all = [
			text('1', 'Hi', { from: ASHA }),
			text('2', 'Hello', { from: BELA }),
			text('3', 'Hi all', { from: ASHA, ...group }),
			text('4', 'Hello all', { from: BELA, ...group }),
			text('5', 'Well', { from: ASHA }),
			text('6', 'Well, all', { from: BELA, ...group }),
		].map(async (message) => await own.say([message]));
		const items = (await Promise.all(all)).flatMap((one) => idsOf(one.items) ?? []);
		expect(items.sort()).toEqual([['1', '5'], ['2'], ['3'], ['4', '6']]);
	});

	test('they are in the order in which they were written, whatever the order of the deliveries', async () => {
		const own = open();
		const late = own.say([text('3', 'c', { at: 2_000 })]);
		const early = own.say([text('1', 'a', { at: 0 })]);
		const { items } = await own.say([text('2', 'b', { at: 1_000 })]);
		expect(items).toMatchObject([{ id: 'wamid.3', text: 'a\nb\nc' }]);
		expect(idsOf(items)).toEqual([['1', '2', '3']]);
		await Promise.all([late, early]);
	});

	test('taps, statuses and all else start at once, and what waits goes on waiting', async () => {
		const own = open({}, { events: ['message', 'status'], statuses: [] });
		const start = Date.now();
		const first = own.say([text('1', 'Hi')]);
		await sleep(1_000);
		const tapped = await own.say([tap('2')]);
		expect(tapped.items).toMatchObject([
			{ text: 'Yes', reply: { id: 'yes' }, messageCount: 1, messages: [{ id: 'wamid.2' }] },
		]);
		expect((await own.say({ statuses: [status] })).items).toMatchObject([{ event: 'status' }]);
		expect(Date.now() - start).toBeLessThan(1_100);
		const { items } = await first;
		expect(idsOf(items)).toEqual([['1']]);
		expect(Date.now() - start).toBeGreaterThanOrEqual(3_000);
	});

	test('a delivery with messages of several people starts at once, and takes along what waits of them', async () => {
		const own = open({}, { events: ['message', 'status'], statuses: [] });
		const start = Date.now();
		const first = own.say([text('1', 'Hi')]);
		await sleep(1_000);
		const { items } = await own.say({
			messages: [text('2', 'Hello', { from: BELA }), text('3', 'there', { at: 1_000 })],
			statuses: [status],
		});
		expect(Date.now() - start).toBeLessThan(1_100);
		expect(items).toMatchObject([
			{ from: BELA, text: 'Hello', messageCount: 1 },
			{ from: ASHA, text: 'Hi\nthere', messageCount: 2 },
			{ event: 'status' },
		]);
		expect(await (await first).end()).toBe(200);
	});

	test('a test in the editor waits, too, and knows nothing of the published workflow', async () => {
		const own = open();
		const live = own.say([text('1', 'Hi')]);
		const first = own.say([text('2', 'I am trying', { at: 0 })], { manual: true });
		await sleep(1_000);
		const again = own.say([text('2', 'I am trying', { at: 0 })], { manual: true });
		const { items } = await own.say([text('3', 'this out', { at: 1_000 })], { manual: true });
		expect(items).toMatchObject([{ text: 'I am trying\nthis out', messageCount: 2 }]);
		expect(await (await first).end()).toBe(200);
		expect(await (await again).end()).toBe(200);
		expect(idsOf((await live).items)).toEqual([['1']]);
		// The same once more, as often as one likes.
		expect((await own.say([text('3', 'this out')], { manual: true })).items).toHaveLength(1);
	});

	test('two triggers each collect their own', async () => {
		const [one, other] = [open(), open()];
		const message = [text('1', 'Hi')];
		const all = await Promise.all([one.say(message), other.say(message)]);
		expect(all.map(({ items }) => idsOf(items))).toEqual([[['1']], [['1']]]);
	});

	test('raw output: the original data of the last, and of all', async () => {
		const own = open({ raw: true });
		const [a, b] = [text('1', 'Hi', { at: 0 }), text('2', 'there', { at: 1_000 })];
		const first = own.say([a]);
		const { items } = await own.say([b]);
		expect(items).toEqual([{ ...b, messages: [a, b], messageCount: 2 }]);
		await first;
	});

	test('filters look at each message', async () => {
		const own = open({}, { filters: { text: { values: { mode: 'contains', value: 'order' } } } });
		const start = Date.now();
		expect(await own.say([text('1', 'Hi')])).toMatchObject({ status: 200, items: undefined });
		expect(Date.now() - start).toBeLessThan(25);
		expect((await own.say([text('2', 'my order')])).items).toMatchObject([{ messageCount: 1 }]);
	});
});

test('the clock did jump', () => expect(clock.skipped()).toBeGreaterThan(10_000));
