import { useJumpingClock } from '../jumpingClock';
import { Bench, useBench } from './harness';

const clock = useJumpingClock({ onlyByWaits: true });
const bench = useBench(Bench);

const SEARCH = '/v1/messages/search?searchQuery=x&limit=1';
const statuses = async (path: string, count: number) => {
	const found: number[] = [];
	for (let at = 0; at < count; at++) found.push((await bench.heltar('GET', path)).status);
	return found;
};

test('off, nothing is counted', async () => {
	expect(new Set(await statuses(SEARCH, 70))).toEqual(new Set([200]));
});

describe('on', () => {
	beforeEach(async () => await bench.settings({ readLimits: true }));

	test('the 61st search in 15 minutes is refused, and the first one after them is not', async () => {
		expect(new Set(await statuses(SEARCH, 60))).toEqual(new Set([200]));
		clock.pass(60_000);
		const { status, headers, body } = await bench.heltar('GET', SEARCH);
		expect([status, headers.get('retry-after'), body.errorType]).toEqual([429, '840', 'TooManyRequests']);
		clock.pass(839_000);
		expect(await statuses(SEARCH, 1)).toEqual([429]);
		clock.pass(1_000);
		expect(await statuses(SEARCH, 1)).toEqual([200]);
	});

	test('each kind counts by itself, and what has no limit does not', async () => {
		await statuses(SEARCH, 61);
		expect(await statuses('/v1/clients?limit=1', 1)).toEqual([200]);
		expect(await statuses('/v1/messages/919800000101?limit=1', 1)).toEqual([200]);
		expect(new Set(await statuses('/v1/clients/919800000101', 61))).toEqual(new Set([200]));
		// All that tells of one campaign counts together.
		await statuses('/v1/campaigns/get-one/c-1', 30);
		await statuses('/v1/campaigns/c-1', 30);
		expect(await statuses('/v1/campaigns/get-one/c-1', 1)).toEqual([429]);
		expect(await statuses('/v1/campaigns', 1)).toEqual([200]);
	});

	test('the 601st list of contacts', async () => {
		expect(new Set(await statuses('/v1/clients?limit=1', 600))).toEqual(new Set([200]));
		expect(await statuses('/v1/clients?limit=1', 1)).toEqual([429]);
	});
});
