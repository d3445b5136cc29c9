import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { callBudgets } from '../../../core/http/callBudget';
import { Heltar } from '../../../nodes/Heltar/Heltar.node';
import { useJumpingClock } from '../../jumpingClock';
import { contextOf, runNode } from '../harness';
import { keepLog } from '../log';
import { startProvider } from '../provider';
import { useFixture } from './fixture';

/* What Heltar allows one business in 15 minutes: 60 searches and statistics of each kind, 600 lists of each kind. */

const clock = useJumpingClock({ onlyByWaits: true });
const log = keepLog();
const fixture = useFixture();
beforeEach(async () => void (await fixture.settings({ readLimits: true })));

const MINUTE_MS = 60_000;
const items = (count: number) => Array.from({ length: count }, (_, at): IDataObject => ({ at }));
const search = { resource: 'message', operation: 'search', searchQuery: 'invoice', limit: 1 };
const contacts = { resource: 'contact', operation: 'getMany', limit: 1 };
const campaign = {
	resource: 'campaign',
	operation: 'getMany',
	limit: 1,
};

/** A run, and how many minutes it took by the clock. */
async function timed(parameters: IDataObject, count: number) {
	const before = clock.skipped();
	const run = await fixture.run(parameters, { items: items(count) });
	const calls = await fixture.requests();
	const refused = calls.filter(({ status }) => status === 429).length;
	return { ...run, calls: calls.length, refused, minutes: (clock.skipped() - before) / MINUTE_MS };
}

test.each([
	['60 searches', search, 60, 0, []],
	['61 searches', search, 61, 1, ['message searches']],
	['130 searches', search, 130, 2, ['message searches']],
	['600 lists of contacts', contacts, 600, 0, []],
	['601 lists of contacts', contacts, 601, 1, ['lists of contacts']],
	['1,300 lists of contacts', contacts, 1300, 2, ['lists of contacts']],
])(
	'%s all arrive: Heltar refuses none, and every wait is told',
	async (_name, parameters, count, waits, what) => {
		const { error, json, outputs, calls, refused, minutes, hints, told } = await timed(parameters, count);
		expect(error).toBeUndefined();
		expect(calls).toBe(count);
		expect(refused).toBe(0);
		// The searches find nothing; each item of the lists comes out for its own.
		if (parameters === contacts) {
			expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
				items(count).map(({ at }) => ({ item: at })),
			);
		} else {
			expect(json).toEqual([]);
		}
		expect(Math.floor(minutes / 15)).toBe(waits);
		expect(minutes).toBeLessThan(waits * 15.1 + 0.1);
		const most = parameters === search ? 60 : 600;
		const allows = (kind: string) => `Heltar allows an account ${most} ${kind} in 15 minutes`;
		expect(hints).toEqual(
			what.map(
				(kind) =>
					`The execution paused ${waits === 1 ? 'once' : `${waits} times`} for ${15 * waits} min in total, because ${allows(kind)}.`,
			),
		);
		const lines = told.filter((line) => String(line).includes('the rest waits'));
		expect(lines).toHaveLength(waits);
		for (const line of lines) expect(line).toContain(`${allows(what[0])}, so the rest waits 15 min`);
		expect(log.filter(({ message }) => message.includes('so the rest waits 15 min'))).toHaveLength(waits);
	},
);

test('a list of 1,300 pages of one item arrives whole', async () => {
	const left: number[] = [];
	const server = await startProvider(({ url }) => {
		const at = Number(new URL(url, 'http://localhost').searchParams.get('cursor') ?? 0);
		left.push(Date.now());
		const clients = [{ clientWaNumber: String(919811000000 + at) }];
		return { body: { message: 'ok', data: { clients, nextCursor: at < 1299 ? String(at + 1) : null } } };
	});
	const { json, hints, error } = await runNode({
		type: 'heltar',
		credentials: { heltarApi: { apiKey: 'hk_live_x', baseUrl: server.url } },
		parameters: { resource: 'contact', operation: 'getMany', returnAll: true },
	});
	expect(error).toBeUndefined();
	expect(json.map(({ clientWaNumber }) => clientWaNumber)).toEqual(
		Array.from({ length: 1300 }, (_, at) => String(919811000000 + at)),
	);
	// Never more than 600 in any 15 minutes.
	left.forEach((at, index) => {
		if (index >= 600) expect(at - left[index - 600]).toBeGreaterThan(15 * MINUTE_MS);
	});
	expect(hints.join()).toMatch(/^The execution paused 2 times for 30 min in total/);
});

test('runs of one account share the calls, those of another one do not', async () => {
	expect((await timed(search, 40)).minutes).toBe(0);
	const [one, other] = await Promise.all([timed(search, 10), timed(search, 11)]);
	expect([one.error, other.error]).toEqual([undefined, undefined]);
	expect(Math.floor(Math.max(one.minutes, other.minutes) / 15)).toBe(1);
	await fixture.reset();
	const { error } = await fixture.run(search, {
		items: items(60),
		node: { credentials: { heltarApi: { id: 'another', name: 'Another' } } },
	});
	expect(error).toBeUndefined();
});

test('kinds of calls have calls of their own', async () => {
	await timed(search, 60);
	for (const other of [contacts, campaign]) {
		expect(await timed(other, 3)).toMatchObject({ minutes: 0, error: undefined });
	}
});

test('a call of one’s own counts like the operation for it', async () => {
	await timed(search, 59);
	const apiCall = { resource: 'custom', operation: 'apiCall', method: 'GET', path: '/v1/messages/search' };
	const query = {
		values: [
			{ name: 'searchQuery', value: 'invoice' },
			{ name: 'limit', value: '1' },
		],
	};
	const { error, minutes } = await timed({ ...apiCall, query }, 2);
	expect(error).toBeUndefined();
	expect(Math.floor(minutes / 15)).toBe(1);
});

describe('others use the account, too', () => {
	const busy = async (times: number, headers: Record<string, string> = {}) =>
		await fixture.fault({ kind: 'status', status: 429, headers }, { path: '/v1/messages/search', times });

	test.each([
		['as long as it asks', { 'retry-after': '840' }, 14],
		['as long as a whole 15 minutes', { 'retry-after': '900' }, 15],
		['a part of the 15 minutes where it does not say', {}, 1.5],
	])('a 429 is waited for, %s', async (_name, headers, wait) => {
		await busy(1, headers);
		const { error, minutes, calls, hints } = await timed(search, 3);
		expect(error).toBeUndefined();
		expect(calls).toBe(4);
		expect(minutes).toBeCloseTo(wait, 1);
		expect(hints.join()).toMatch(/because Heltar allows an account 60 message searches in 15 minutes\.$/);
	});

	test('eleven times in a row', async () => {
		await busy(11);
		const { error, calls } = await timed(search, 1);
		expect(error).toBeUndefined();
		expect(calls).toBe(12);
	});

	test('for ever: the run ends after a dozen tries, and asks no more for the other items', async () => {
		await busy(100);
		const { error, calls } = await timed(search, 8);
		expect(error?.message).toBe('Refused by the sandbox, as it was told');
		// Five side by side, each at most twelve times.
		expect(calls).toBeLessThanOrEqual(60);
	});

	test('for longer than it counts: at once', async () => {
		await busy(1, { 'retry-after': '3600' });
		const { error, calls } = await timed(search, 1);
		expect(error?.description).toMatch(/limits how often this may be called/);
		expect(calls).toBe(1);
	});
});

test('a list in the editor does not wait', async () => {
	await timed(contacts, 1);
	const [budget] = callBudgets.values();
	while (budget.delay(Date.now()) === 0) budget.spend(Date.now());
	const { results } = await fixture.inPanel<INodeListSearchResult>('listSearch', 'searchContacts');
	expect(results.length).toBeGreaterThan(0);
	await fixture.fault({ kind: 'status', status: 429, headers: { 'retry-after': '840' } });
	await expect(fixture.inPanel('listSearch', 'searchContacts')).rejects.toMatchObject({
		description: expect.stringMatching(/limits how often/),
	});
});

test('when an item fails, the calls that wait are not made', async () => {
	await timed(search, 58);
	await fixture.fault({ kind: 'status', status: 400 }, { path: '/v1/messages/search', after: 1, times: 1 });
	const { error, calls, minutes } = await timed(search, 10);
	expect(error?.message).toBe('Refused by the sandbox, as it was told');
	expect(calls).toBe(2);
	expect(minutes).toBeLessThan(1);
});

test('when the execution is canceled, nobody waits', async () => {
	await timed(search, 60);
	const end = new AbortController();
	// As soon as the wait is told.
	const told: unknown[] = [];
	told.push = () => {
		end.abort();
		return 0;
	};
	const context = contextOf({
		type: 'heltar',
		parameters: search,
		credentials: { heltarApi: { apiKey: 'hk_live_sandbox', baseUrl: fixture.baseUrl } },
		items: [{ json: {} }],
		signal: end.signal,
		told,
	});
	const run = new Heltar().execute.call(context);
	await expect(run).rejects.toThrow(/cancel/i);
	expect(await fixture.requests()).toEqual([]);
});
