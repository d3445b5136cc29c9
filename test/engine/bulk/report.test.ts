import { useJumpingClock } from '../../jumpingClock';
import { itemsFor, MODES, numberOf, openBulk, PROVIDERS } from './fixture';

useJumpingClock();

const CONTINUE = MODES['continue on fail'];
const BAD = [17, 58, 99, 180];
/** 200 items, of which four have no text. */
const withBad = () => itemsFor(200).map((item, at) => (BAD.includes(at) ? { ...item, text: '' } : item));

describe.each(Object.keys(PROVIDERS))('what a run says of its items, %s', (which) => {
	let bulk: Awaited<ReturnType<typeof openBulk>>;
	const { to, id } = PROVIDERS[which].table.sendText;
	beforeAll(async () => void (bulk = await openBulk(which)));
	afterAll(async () => await bulk.close());
	beforeEach(async () => await bulk.reset());

	test('a sent item begins with outcome, recipient and id, and holds nothing nested', async () => {
		const { json } = await bulk.send(itemsFor(2));
		for (const [at, item] of json.entries()) {
			expect(Object.keys(item).slice(0, 3)).toEqual(['outcome', to, id]);
			expect(item).toMatchObject({ outcome: 'sent', [to]: numberOf(at), success: true });
			expect(Object.values(item).filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
		}
	});

	test('with Simplify off the record of the provider comes behind what else there is', async () => {
		const [simple] = (await bulk.send(itemsFor(1))).json;
		const [whole] = (await bulk.send(itemsFor(1), { simplify: false })).json;
		expect(Object.keys(whole).filter((key) => key in simple)).toEqual(Object.keys(simple));
		const more = Object.keys(whole).filter((key) => !(key in simple));
		expect(whole[more.at(-1)!]).toEqual(expect.any(Object));
	});

	test('a failed item names its recipient, its place and its outcome, in both forms of Continue', async () => {
		const regular = await bulk.send(withBad(), {}, CONTINUE);
		const failed = regular.json.filter(({ outcome }) => outcome === 'failed');
		const facts = BAD.map((at) => ({ outcome: 'failed', [to]: numberOf(at), itemIndex: at }));
		expect(failed).toMatchObject(facts.map((one) => ({ ...one, details: one })));
		for (const item of failed)
			expect(Object.keys(item).slice(0, 4)).toEqual(['outcome', to, 'itemIndex', 'error']);

		const routed = await bulk.send(withBad(), {}, { onError: 'continueErrorOutput' });
		expect(routed.outputs[0]).toHaveLength(196);
		expect(routed.outputs[1].map(({ json }) => json.details)).toMatchObject(facts);
	});

	test('one whose recipient is refused says what was typed', async () => {
		const { json } = await bulk.send([{ to: '0770 90', text: 'Hi' }, ...itemsFor(1)], {}, CONTINUE);
		expect(json[0]).toMatchObject({ outcome: 'failed', [to]: '0770 90', itemIndex: 0 });
	});

	test('a skipped item names its recipient, too', async () => {
		const [one] = itemsFor(1);
		const { json } = await bulk.send([one, one], { skipDuplicates: true });
		expect(Object.entries(json[1]).slice(0, 3)).toEqual([
			['outcome', 'untouched'],
			[to, numberOf(0)],
			['skipped', true],
		]);
	});

	test('a hint counts the items, names the failed ones and says how to send these again', async () => {
		const regular = await bulk.send(withBad(), {}, CONTINUE);
		expect(regular.hints).toEqual([
			expect.stringMatching(
				/^196 sent, 4 failed: 17, 58, 99, 180 \(items are counted from 0\)\. .*Filter.*\$\('Start'\)\.item\.json/,
			),
		]);
		const routed = await bulk.send(withBad(), {}, { onError: 'continueErrorOutput' });
		expect(routed.hints).toEqual([
			expect.stringMatching(/^196 sent, 4 failed: 17, 58, 99, 180 .*Error branch.*To run only these again/),
		]);
		expect((await bulk.send(itemsFor(3), {}, CONTINUE)).hints).toEqual([]);
		expect((await bulk.send([{ to: numberOf(0), text: '' }], {}, CONTINUE)).hints).toEqual([]);
	});

	test('a run that stops gives the reason of every bad item', async () => {
		const items = withBad();
		items[99] = { to: '0770 90', text: '<b>Hi</b>' };
		const { error } = await bulk.send(items);
		expect((await bulk.received(200)).some(Boolean)).toBe(false);
		expect(error?.context.itemIndex).toBe(17);
		expect(error?.description).toContain('0 sent, 4 failed (17, 58, 99, 180)');
		expect(error?.description).toMatch(/<br>Items 17, 58, 180: \S+.*<br>Item 99: .*0770 90/);
		expect((error?.context.data as { failures: unknown }).failures).toMatchObject(
			BAD.map((at) => ({
				itemIndex: at,
				outcome: 'failed',
				[to]: at === 99 ? '0770 90' : numberOf(at),
				error: expect.any(String),
				field: expect.any(String),
			})),
		);
	});

	test('of more than 20 reasons it gives 20, and says how many there are', async () => {
		const items = itemsFor(25).map((item, at) => ({ ...item, to: `0${String(at).padStart(3, '0')}` }));
		const { error } = await bulk.send(items);
		const reasons = error?.description?.split('<br>').filter((line) => /^Item \d+:/.test(line)) ?? [];
		expect(reasons).toHaveLength(20);
		expect(error?.description).toContain('And 5 more');
		expect((error?.context.data as { failures: unknown[] }).failures).toHaveLength(20);
	});

	test('one bad item says its reason once', async () => {
		const { error } = await bulk.send([...itemsFor(1), { to: numberOf(1), text: '' }]);
		expect(error?.description).not.toContain(error!.message);
		expect(error?.context.data).not.toHaveProperty('failures');
	});
});
