import { PROVIDERS } from '../demo/providers.ts';
import { heltar, helloAll, items } from './nodes.ts';
import type { Figure } from './report.ts';
import { figure } from './report.ts';
import type { BenchSandbox } from './sandbox.ts';
import type { BenchEnvironment } from './environment.ts';

const SLOW = { perSecond: 10, messages: 100, holdSeconds: 4 };
const LOOP = { perSecond: 50, batches: 4, batchSize: 50 };

/** The fastest second of a paced run: after the provider has held it, and over the batches of a loop. */
export async function fastestSecond(sandbox: BenchSandbox, environment: BenchEnvironment): Promise<Figure[]> {
	const { heltarApi, helloAllApi } = environment.credentials;
	const nodes: Record<string, (messagesPerSecond: number) => ReturnType<typeof heltar | typeof helloAll>> = {
		heltar: (messagesPerSecond) => heltar(heltarApi, { messagesPerSecond }),
		helloAll: (messagesPerSecond) => helloAll(helloAllApi, { messagesPerSecond }),
	};
	const figures: Figure[] = [];
	for (const { name, sandboxPath: provider } of PROVIDERS) {
		await sandbox.begin({ [provider]: { latencyMs: 20 } });
		await sandbox.fault({
			provider,
			method: 'POST',
			after: 5,
			times: 1,
			fault: { kind: 'status', status: 429, headers: { 'retry-after': String(SLOW.holdSeconds) } },
		});
		await environment.measure([...items(SLOW.messages), nodes[name](SLOW.perSecond)]);
		const afterHold = mostInASecond(await sandbox.requests(provider));
		figures.push(figure(`pace.${name}.afterHold`, afterHold, 'messages', SLOW.perSecond));

		await sandbox.begin({ [provider]: { latencyMs: 20 } });
		const count = LOOP.batches * LOOP.batchSize;
		await environment.loop([...items(count), nodes[name](LOOP.perSecond)], LOOP.batchSize);
		const inLoop = mostInASecond(await sandbox.requests(provider));
		figures.push(figure(`pace.${name}.loop`, inLoop, 'messages', LOOP.perSecond));
	}
	return figures;
}

/** Most messages that came in within any window of one second. */
function mostInASecond(requests: ReadonlyArray<{ at: string; method: string; body: unknown }>): number {
	const arrived = requests
		.filter(({ method }) => method === 'POST')
		.map(({ at, body }) => ({
			at: Date.parse(at),
			messages: (body as { messages?: unknown[] }).messages?.length ?? 1,
		}));
	let [most, inWindow, first] = [0, 0, 0];
	for (const { at, messages } of arrived) {
		inWindow += messages;
		while (at - arrived[first].at >= 1000) inWindow -= arrived[first++].messages;
		most = Math.max(most, inWindow);
	}
	return most;
}
