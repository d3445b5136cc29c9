import type { IDataObject } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { useJumpingClock } from '../jumpingClock';
import { credentialsFor, testedProviders } from '../providers';
import { trigger } from './triggerHarness';

/** Wait for More Messages: what one person writes in a few seconds starts one execution. */

const clock = useJumpingClock({ onlyByWaits: true });

const ASHA = '447700900123';
const BELA = '447700900124';
const began = Date.now();
const after = (ms: number) => String(Math.floor((began + ms) / 1000));

const text = (id: string, body: string, { from = ASHA, at = 0, ...more }: IDataObject = {}) => ({
	from: from as string,
	id: `wamid.${id}`,
	timestamp: after(at as number),
	type: 'text',
	text: { body },
	...more,
});
const status = { id: 'wamid.out', status: 'read', timestamp: after(0), recipient_id: ASHA };
const tap = (id: string) => ({
	...text(id, ''),
	type: 'interactive',
	interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes' } },
});

describe.each(testedProviders)('a $type Trigger that waits for more messages', (provider) => {
	let serial = 0;
	/** A trigger nobody else knows. */
	const open = (options: IDataObject = {}, parameters: IDataObject = {}) => {
		const own = trigger(
			`${provider.type}Trigger`,
			{
				events: ['message'],
				...parameters,
				options: { verify: false, collectSeconds: 3, ...options },
			},
			credentialsFor(provider, 'http://127.0.0.1:9'),
			{ nodeId: `bursts ${provider.type} ${++serial}` },
		);
		return {
			...own,
			/** A delivery of messages, or of another value. */
			say: async (value: object[] | object, more: Parameters<typeof own.deliver>[0] = {}) =>
				await own.deliver({ body: Array.isArray(value) ? { messages: value } : value, ...more }),
		};
	};
	const idsOf = (items: IDataObject[] | undefined) =>
		items?.map(({ messages }) => (messages as IDataObject[]).map(({ id }) => String(id).slice(6)));

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
		[8, 'must be at most 7 (got 8)'],
		[-1, 'must be at least 0 (got -1)'],
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
		'a message that is delivered again joins, and counts once (Drop Redeliveries: %p)',
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

test('the clock did jump', () => expect(clock.skipped()).toBeGreaterThan(60_000));
