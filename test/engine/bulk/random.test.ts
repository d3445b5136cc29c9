import { useJumpingClock } from '../../jumpingClock';
import { expectTruth, itemsFor, MODES, openBulk, PROVIDERS, reported } from './fixture';

useJumpingClock();

/** More of them go through every night (.github/workflows/nightly.yml). */
const SEEDS = Number(process.env.BULK_SEEDS ?? 20);
/** Far more than a seed takes; what hangs is found all the same. */
const SEED_MS = 10_000;

/** Faults no provider should have, all of them. */
const CODES = [131000, 131026, 131047, 130429, 131056, 80007];

/** Numbers that look random and are the same for the same seed (mulberry32). */
function randomOf(seed: number) {
	let state = seed * 0x9e3779b9;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (most: number) => Math.floor(next() * most);
	return { below, one: <T>(list: readonly T[]): T => list[below(list.length)] };
}

type Random = ReturnType<typeof randomOf>;

function someFault(random: Random, largest: number): Record<string, unknown> {
	const work = random.below(2) === 1;
	return random.one([
		() => ({ kind: 'status', status: 429, headers: { 'retry-after': String(random.below(3)) } }),
		() => ({ kind: 'status', status: 503, body: { errorMessage: 'Queue unavailable, try again' } }),
		() => ({ kind: 'status', status: random.one([500, 502, 504]), work }),
		() => ({ kind: 'status', status: 200, body: '<html>', work }),
		() => ({ kind: 'resetBefore' }),
		() => ({ kind: 'resetAfter' }),
		() => ({ kind: 'timeout', ms: 5, work }),
		() => ({ kind: 'garbage', work }),
		() => ({
			kind: 'partial',
			positions: Array.from({ length: 1 + random.below(largest) }, () => random.below(largest)),
			code: random.one(CODES),
		}),
	])();
}

const seeds = Array.from({ length: SEEDS }, (_, seed) => seed);

/** Every seed is a run of its own with faults of its own; a failure names the seed. */
async function runSeed(
	bulk: Awaited<ReturnType<typeof openBulk>>,
	seed: number,
	{ count, largest, options }: { count: number; largest: number; options: Record<string, number> },
) {
	const random = randomOf(seed);
	await bulk.reset();
	const calls = Math.ceil(count / largest);
	for (let faults = 1 + random.below(5); faults > 0; faults--) {
		await bulk.failWith(someFault(random, largest), {
			after: random.below(calls),
			times: 1 + random.below(2),
		});
	}
	const mode = random.one(Object.values(MODES));
	// The default, one, or some.
	const side = random.one([{}, { concurrentCalls: 1 }, { concurrentCalls: 4 }]);
	const run = await bulk.send(itemsFor(count), { ...options, ...side }, mode);
	expectTruth(reported(run, count), await bulk.received(count));
}

test.each(Object.keys(PROVIDERS))(
	`%s: whatever goes wrong, nobody gets a message twice and every outcome told is true (${SEEDS} seeds)`,
	async (which) => {
		const { sizeOption } = PROVIDERS[which].table.sendText;
		// With one call for each item, fewer of them meet as many faults.
		const count = sizeOption ? 1000 : 40;
		const sizes = sizeOption ? [37, 100, 250, 1000] : [1];
		const bulk = await openBulk(which);
		const started = Date.now();
		try {
			for (const seed of seeds) {
				const largest = sizes[seed % sizes.length];
				const options: Record<string, number> = sizeOption ? { [sizeOption]: largest } : {};
				await runSeed(bulk, seed, { count, largest, options }).catch((error: Error) => {
					throw new Error(`Seed ${seed}: ${error.message}`, { cause: error });
				});
			}
		} finally {
			await bulk.close();
		}
		process.stdout.write(`${which}: ${SEEDS} seeds in ${Math.round((Date.now() - started) / 1000)} s\n`);
	},
	SEEDS * SEED_MS,
);
