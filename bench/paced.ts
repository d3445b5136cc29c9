import type { BenchSandbox } from './sandbox.ts';
import type { BenchEnvironment } from './environment.ts';
import { helloAll, httpToHelloAll, items } from './nodes.ts';
import type { Figure } from './report.ts';
import { figure } from './report.ts';

const COUNT = 1000;
const PER_SECOND = 80;

/** A provider that takes 80 messages a second: how many of 1,000 arrive, how often, and in what time. */
export async function againstTheRate(
	sandbox: BenchSandbox,
	environment: BenchEnvironment,
): Promise<Figure[]> {
	const run = async (node: Parameters<BenchEnvironment['measure']>[0][number]) => {
		await sandbox.begin({ 'hello-all': { latencyMs: 20, limits: { messagesPerSecond: PER_SECOND } } });
		const { executionTime } = await environment.measure([...items(COUNT), node]);
		return { ms: executionTime, ...(await sandbox.delivered('hello-all')) };
	};
	const { helloAllApi } = environment.credentials;
	const paced = await run(helloAll(helloAllApi, { messagesPerSecond: PER_SECOND }));
	const unpaced = await run(helloAll(helloAllApi));
	const peer = await run(httpToHelloAll(sandbox.url));
	return [
		figure('helloAll.paced.delivered', paced.people, 'people', peer.people),
		figure('helloAll.paced.mostPerPerson', paced.most, 'messages', peer.most),
		figure('helloAll.paced.time', paced.ms / 1000, 's', COUNT / PER_SECOND),
		figure('helloAll.unpaced.delivered', unpaced.people, 'people', peer.people),
		figure('helloAll.unpaced.mostPerPerson', unpaced.most, 'messages', peer.most),
		figure('helloAll.unpaced.time', unpaced.ms / 1000, 's', COUNT / PER_SECOND),
	];
}
