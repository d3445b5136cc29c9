import type { IDataObject } from 'n8n-workflow';

import { useJumpingClock } from '../../jumpingClock';
import { itemsFor, numberOf, openBulk, PROVIDERS } from './fixture';

useJumpingClock();

const REFUSED = { kind: 'status', status: 400 };
const LOST = { kind: 'resetAfter' };

/** 30,000 characters in paragraphs that differ. */
const PARAGRAPHS = Array.from(
	{ length: 100 },
	(_, at) => `${at}. ${'lorem ipsum '.repeat(25).slice(0, 290)}x`,
);
const ANSWER = PARAGRAPHS.join('\n\n');

describe.each(Object.keys(PROVIDERS))('a text that is too long for one message, %s', (which) => {
	let bulk: Awaited<ReturnType<typeof openBulk>>;
	beforeAll(async () => {
		bulk = await openBulk(which);
	});
	afterAll(async () => await bulk.close());
	beforeEach(async () => await bulk.reset());

	const options = { longText: 'split', pauseBetweenParts: 2 };
	const long = [{ to: numberOf(0), text: ANSWER }];
	const texts = async (at = 0) => await bulk.textsFor(at);
	/** The numbers of the paragraphs that arrived, which are short enough to be shown. */
	const arrived = async () =>
		(await texts())
			.join('\n')
			.match(/^\d+(?=\.)/gm)
			?.map(Number);
	const ALL = PARAGRAPHS.map((_, at) => at);

	test('is refused before anything is sent, with words about what helps', async () => {
		const { error } = await bulk.send([...itemsFor(1), ...long]);
		expect(error?.message).toMatch(/: \d{5} characters, the maximum is 4096$/);
		expect(error?.description).toContain('Long Text');
		expect(await texts()).toEqual([]);
	});

	test('arrives in parts, in order, and makes one item that names them all', async () => {
		const { json, error, outputs } = await bulk.send([...long, ...itemsFor(2).slice(1)], options);
		expect(error).toBeUndefined();
		const parts = await texts();
		expect(parts.length).toBeGreaterThan(7);
		expect(parts.every((part) => part.length <= 4096)).toBe(true);
		expect(await arrived()).toEqual(ALL);
		expect(parts.join('\n\n')).toBe(ANSWER);
		expect(json).toHaveLength(2);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		const [{ wamids, parts: told, outcome }] = json as Array<Record<string, IDataObject[]>>;
		expect(outcome).toBe('sent');
		expect(new Set(wamids).size).toBe(parts.length);
		expect(told).toEqual(wamids.map((id) => ({ outcome: 'sent', id })));
		expect(await texts(1)).toEqual(['Message 1']);
	});

	test('a part that is refused keeps back those after it; the next try sends what is open, and nothing twice', async () => {
		await bulk.failWith(REFUSED, { after: 3, times: 1 });
		const { json, error } = await bulk.send(long, options, {
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 1,
		});
		expect(error).toBeUndefined();
		expect(await arrived()).toEqual(ALL);
		expect(json[0]).toMatchObject({ outcome: 'sent' });
	});

	test('says which part failed, and that those before it were sent', async () => {
		await bulk.failWith(REFUSED, { after: 3, times: 1 });
		const { json } = await bulk.send([...long, ...itemsFor(2).slice(1)], options, {
			onError: 'continueRegularOutput',
		});
		const { length: sent } = await texts();
		expect(sent).toBeGreaterThan(1);
		expect(await texts(1)).toEqual(['Message 1']);
		const [failed, other] = json as Array<Record<string, IDataObject[]>>;
		expect(failed.error).toMatch(new RegExp(`^Part ${sent + 1} of \\d+, parts 1 to ${sent} were sent: `));
		expect(failed.outcome).toBe('failed');
		expect(failed.wamids).toHaveLength(sent);
		expect(failed.parts.map(({ outcome }) => outcome).slice(sent - 1, sent + 3)).toEqual([
			'sent',
			'failed',
			'untouched',
			'untouched',
		]);
		expect(other.outcome).toBe('sent');
	});

	test('a part of which nobody knows what became ends it, and is not sent again', async () => {
		await bulk.failWith(LOST, { after: 2, times: 1 });
		const { error } = await bulk.send(long, options, { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 });
		expect(error?.message).toMatch(/^Part 3 of \d+, parts 1 to 2 were sent: /);
		expect(error?.context.data).toMatchObject({ outcome: 'unknown' });
		expect(await texts()).toHaveLength(3);
	});

	test('a pause the provider asks for in the middle loses and repeats nothing', async () => {
		await bulk.failWith({ kind: 'status', status: 429 }, { after: 3, times: 2 });
		const { error } = await bulk.send(long, options);
		expect(error).toBeUndefined();
		expect(await arrived()).toEqual(ALL);
	});

	test('"Retry" of the failed execution sends what is open', async () => {
		await bulk.failWith(REFUSED, { after: 3, times: 1 });
		const failed = await bulk.send(long, options);
		expect(failed.error).toBeDefined();
		const { error, json } = await bulk.retry(failed);
		expect(error).toBeUndefined();
		expect(await arrived()).toEqual(ALL);
		expect(json[0].wamids).toHaveLength((await texts()).length);
	});

	test('Markdown is formatted before it is measured and divided', async () => {
		const { error } = await bulk.send([{ to: numberOf(0), text: '# Title\n\nSome **bold** text' }], {
			format: 'markdown',
		});
		expect(error).toBeUndefined();
		expect(await texts()).toEqual(['*Title*\n\nSome *bold* text']);
		const fits = `**${'x'.repeat(4094)}**`;
		expect(
			(await bulk.send([{ to: numberOf(1), text: fits }], { format: 'markdown' })).error,
		).toBeUndefined();
		expect(await texts(1)).toEqual([`*${'x'.repeat(4094)}*`]);
	});
});
