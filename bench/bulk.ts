import type { BenchSandbox } from './sandbox.ts';
import type { BenchEnvironment } from './environment.ts';
import { heltar, httpToHeltar, items, set } from './nodes.ts';
import type { Figure } from './report.ts';
import { figure, figureOfPairs, median } from './report.ts';

const COUNT = 1000;
const MANY = 50_000;
const TIMES = 5;

/** Without it the HTTP Request node starts all calls at once, and this machine has not that many ports. */
const GENTLE = { batching: { batch: { batchSize: 50, batchInterval: 100 } } };

/** Pairs of runs in turn, so that both sides meet the same machine. */
export async function inTurn<T>(times: number, ours: () => Promise<T>, theirs: () => Promise<T>) {
	const results: { ours: T[]; theirs: T[] } = { ours: [], theirs: [] };
	for (let time = 0; time <= times; time++) {
		const [one, other] = [await ours(), await theirs()];
		// The first pair warms both sides up.
		if (time === 0) continue;
		results.ours.push(one);
		results.theirs.push(other);
	}
	return results;
}

/** 1,000 text messages against the HTTP Request node at 50 ms latency. */
export async function againstHttpRequest(
	sandbox: BenchSandbox,
	environment: BenchEnvironment,
): Promise<Figure[]> {
	const run = async (node: Parameters<BenchEnvironment['measure']>[0][number]) => {
		await sandbox.begin({ heltar: { latencyMs: 50 } });
		const { executionTime } = await environment.measure([...items(COUNT), node]);
		const { calls, opened } = await sandbox.connections('heltar');
		return { executionTime, calls, opened, ...(await sandbox.delivered('heltar')) };
	};
	const { ours, theirs } = await inTurn(
		TIMES,
		async () => await run(heltar(environment.credentials.heltarApi)),
		async () => await run(httpToHeltar(sandbox.url)),
	);
	const wrong = ours.find(({ people, most }) => people !== COUNT || most !== 1);
	if (wrong) throw new Error(`Our node reached ${wrong.people} people, at most ${wrong.most} times`);
	const of = (runs: typeof ours, key: keyof (typeof ours)[number]) => median(runs.map((one) => one[key]));
	return [
		figure('heltar.calls', of(ours, 'calls'), 'calls', of(theirs, 'calls')),
		figure('heltar.connections', of(ours, 'opened'), 'connections', of(theirs, 'opened')),
		figure('heltar.time', of(ours, 'executionTime'), 'ms', of(theirs, 'executionTime')),
	];
}

/** The same two expressions in the Set node, at no latency. */
export async function againstSet(sandbox: BenchSandbox, environment: BenchEnvironment): Promise<Figure[]> {
	const time = async (node: Parameters<BenchEnvironment['measure']>[0][number]) => {
		await sandbox.begin({ heltar: { latencyMs: 0 } });
		return (await environment.measure([...items(COUNT), node])).executionTime;
	};
	const times = await inTurn(
		TIMES,
		async () => await time(heltar(environment.credentials.heltarApi)),
		async () => await time(set()),
	);
	return [figureOfPairs('heltar.overhead', times, 'ms')];
}

/** Time for one item among 50,000 and among 1,000. */
export async function perItem(sandbox: BenchSandbox, environment: BenchEnvironment): Promise<Figure[]> {
	const time = async (count: number) => {
		await sandbox.begin({ heltar: { latencyMs: 0 } });
		const { executionTime } = await environment.measure([
			...items(count),
			heltar(environment.credentials.heltarApi),
		]);
		return (executionTime / count) * 1000;
	};
	const few: number[] = [];
	for (let run = 0; run <= TIMES; run++) few.push(await time(COUNT));
	const many = await time(MANY);
	return [figure('heltar.perItem', many, 'µs', median(few.slice(1)))];
}

/** Peak memory at 50,000 items, each side in an n8n of its own that has done nothing else. */
export async function memory(
	sandbox: BenchSandbox,
	freshEnvironment: <T>(work: (environment: BenchEnvironment) => Promise<T>) => Promise<T>,
): Promise<Figure[]> {
	const grown = async (
		node: (environment: BenchEnvironment) => Parameters<BenchEnvironment['measure']>[0][number],
	) =>
		await freshEnvironment(async (environment) => {
			await sandbox.begin({ heltar: { latencyMs: 0 } });
			return await environment.measureMemory([...items(MANY), node(environment)]);
		});
	const ours = await grown((environment) => heltar(environment.credentials.heltarApi));
	const theirs = await grown(() => httpToHeltar(sandbox.url, GENTLE));
	return [figure('heltar.memory', ours, 'MB', theirs)];
}
