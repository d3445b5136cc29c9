import { useJumpingClock } from '../../jumpingClock';
import { itemsFor, MODES, openBulk, PROVIDERS, reported } from './fixture';

useJumpingClock();

const tooFast = (headers: Record<string, string> = {}) => ({ kind: 'status', status: 429, headers });

describe.each(Object.keys(PROVIDERS) as Array<keyof typeof PROVIDERS>)('%s: retries end', (which) => {
	let bulk: Awaited<ReturnType<typeof openBulk>>;
	beforeAll(async () => {
		bulk = await openBulk(which);
	});
	afterAll(async () => await bulk.close());
	beforeEach(async () => await bulk.reset());

	test('with 429 for ever: after five tries nobody is asked again, and all items say why', async () => {
		await bulk.failWith(tooFast({ 'retry-after': '1' }));
		const run = await bulk.send(
			itemsFor(30),
			{ concurrentCalls: 1, ...smallCalls },
			MODES['continue on fail'],
		);
		expect(reported(run, 30).failed).toHaveLength(30);
		expect(new Set(run.json.map(({ code, httpStatus }) => httpStatus ?? code))).toEqual(new Set([429]));
		expect(await bulk.requests()).toHaveLength(5);
		expect(await bulk.received(30)).toEqual(new Array(30).fill(0));
	});

	test('with more than a minute asked for: at once', async () => {
		await bulk.failWith(tooFast({ 'retry-after': '900' }));
		const run = await bulk.send(itemsFor(3), { concurrentCalls: 1, ...smallCalls });
		expect(reported(run, 3).sent).toEqual([]);
		expect(await bulk.requests()).toHaveLength(1);
	});

	test('as long as others are taken in, a run waits as often as it takes', async () => {
		// Every call but the first of each pair is refused once.
		for (let at = 1; at <= 8; at++)
			await bulk.failWith(tooFast({ 'retry-after': '1' }), { after: at, times: 1 });
		const { error } = await bulk.send(itemsFor(20), { concurrentCalls: 1, ...smallCalls });
		expect(error).toBeUndefined();
		expect(await bulk.received(20)).toEqual(new Array(20).fill(1));
	});

	const smallCalls = PROVIDERS[which].table.sendText.sequential.options;
});

test('Heltar: messages that calls put off for ever fail in the end, the others arrive', async () => {
	const bulk = await openBulk('heltar');
	await bulk.customer('919811000000', {});
	await bulk.failWith({ kind: 'partial', positions: [0], code: 131056 });
	const run = await bulk.send(itemsFor(4), {}, MODES['continue on fail']);
	await bulk.requests();
	expect(reported(run, 4)).toMatchObject({ sent: [1, 2, 3], failed: [0] });
	expect(run.json[0].code).toBe('131056');
	await bulk.close();
});

test('a long run tells how far it has come, and why it waits', async () => {
	const bulk = await openBulk('helloAll');
	await bulk.failWith(tooFast({ 'retry-after': '20' }), { after: 3, times: 1 });
	const { told, hints } = await bulk.send(itemsFor(6), { concurrentCalls: 1 });
	expect(told).toContain(
		'3 of 6 items done; Hello All is not accepting requests at the moment, the rest waits 20 s',
	);
	expect(hints.join()).toMatch(/for 20 s in total/);
	await bulk.close();
});
