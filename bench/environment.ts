import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../demo/freePort.ts';
import { startN8n } from '../demo/n8n.ts';
import { N8nApi } from '../demo/n8nApi.ts';
import type { CredentialReference, NodeRun, Workflow, WorkflowNode } from '../demo/n8nApi.ts';
import { PROVIDERS } from '../demo/providers.ts';
import { credentialFor, OWNER } from '../demo/environment.ts';
import { collectGarbage, MemoryWatch } from './memory.ts';
import type { BenchSandbox } from './sandbox.ts';

type Part = Pick<WorkflowNode, 'type' | 'typeVersion' | 'parameters' | 'credentials'> & { onError?: string };

/** n8n answers nobody while it evaluates the expressions of 50,000 items. */
const WAIT_LIMIT_MS = 600_000;

/** A real n8n with both credentials, and measured runs in it. */
export interface BenchEnvironment {
	/** Runs the nodes one after the other; gives the last one's run. */
	measure(nodes: Part[]): Promise<NodeRun>;
	/**
	 * The same, and by how many MB memory grew at most while the last node ran. Before it n8n waits, and throws away
	 * what the nodes before left behind: that would hide what the last one needs.
	 */
	measureMemory(nodes: Part[]): Promise<number>;
	/** Runs the last node in a loop over what the others give, so many items at a time. */
	loop(nodes: Part[], batchSize: number): Promise<void>;
	credentials: Record<string, CredentialReference>;
	/** Signed in. */
	api: N8nApi;
	url: string;
	/** n8n's process, and the port at which it opens its inspector. */
	process: { pid: number; inspectPort: number };
	stop(): Promise<void>;
}

/** @param settings further settings of n8n */
export async function startBenchEnvironment(
	root: string,
	sandbox: BenchSandbox,
	settings: NodeJS.ProcessEnv = {},
): Promise<BenchEnvironment> {
	const userFolder = await mkdtemp(join(tmpdir(), 'whatsapp-bsp-bench-'));
	const inspectPort = await freePort();
	const n8n = await startN8n({
		root,
		userFolder,
		settings: { NODE_OPTIONS: `--inspect-port=${inspectPort}`, ...settings },
	});
	const stop = async () => {
		await n8n.stop();
		await rm(userFolder, { recursive: true, force: true, maxRetries: 3 });
	};
	try {
		const api = new N8nApi(n8n.url, WAIT_LIMIT_MS);
		await api.signIn(OWNER);
		const credentials: Record<string, CredentialReference> = {};
		for (const provider of PROVIDERS) {
			credentials[provider.credentialType] = await api.putCredential(credentialFor(provider, sandbox.url));
		}
		return {
			credentials,
			api,
			url: n8n.url,
			process: { pid: n8n.pid, inspectPort },
			stop,
			measure: async (nodes) => (await measure(api, nodes)).run,
			measureMemory: async (nodes) => await measureMemory(api, { pid: n8n.pid, inspectPort }, nodes),
			loop: async (nodes, batchSize) => {
				const batches: Part = {
					type: 'n8n-nodes-base.splitInBatches',
					typeVersion: 3,
					parameters: { batchSize, options: {} },
				};
				const parts = [...nodes.slice(0, -1), batches, ...nodes.slice(-1)];
				const [loop, body] = [`Node ${parts.length - 1}`, `Node ${parts.length}`];
				await execute(api, parts, { [loop]: [[], [body]], [body]: [[loop]] });
			},
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

async function measure(api: N8nApi, parts: Part[]): Promise<{ run: NodeRun; before: NodeRun }> {
	const runData = await execute(api, parts);
	const [run] = runData[`Node ${parts.length}`] ?? [];
	const [before] = runData[`Node ${parts.length - 1}`] ?? [];
	if (!run) throw new Error('The last node did not run');
	return { run, before };
}

/**
 * Runs nodes, each after the one before.
 * @param routes where the outputs of a node lead instead, by its name
 */
async function execute(
	api: N8nApi,
	parts: Part[],
	routes: Record<string, string[][]> = {},
): Promise<Record<string, NodeRun[]>> {
	const start: Part = { type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
	const nodes = [start, ...parts].map((part, at): WorkflowNode => ({
		...part,
		name: `Node ${at}`,
		position: [at * 200, 0],
	}));
	const connections = Object.fromEntries(
		nodes.map(({ name }, at) => {
			const outputs = routes[name] ?? (at < parts.length ? [[`Node ${at + 1}`]] : []);
			return [
				name,
				{ main: outputs.map((output) => output.map((node) => ({ node, type: 'main', index: 0 }))) },
			];
		}),
	);
	const workflow: Workflow = await api.createWorkflow({ name: `Bench ${Date.now()}`, nodes, connections });
	try {
		const { status, data } = await api.run(workflow, 'Node 0');
		const { runData, error } = data.resultData;
		if (status !== 'success') throw new Error(`The execution ended as ${status}: ${error?.message}`);
		return runData;
	} finally {
		await api.deleteWorkflow(workflow);
	}
}

const FIRST_PAUSE_S = 8;
const LONGEST_PAUSE_S = 60;

async function measureMemory(
	api: N8nApi,
	{ pid, inspectPort }: { pid: number; inspectPort: number },
	parts: Part[],
): Promise<number> {
	for (let pause = FIRST_PAUSE_S; pause < LONGEST_PAUSE_S; pause *= 2) {
		const wait: Part = {
			type: 'n8n-nodes-base.wait',
			typeVersion: 1.1,
			parameters: { resume: 'timeInterval', amount: pause, unit: 'seconds' },
		};
		const watch = new MemoryWatch(pid);
		const measured = measure(api, [...parts.slice(0, -1), wait, ...parts.slice(-1)]);
		// In the pause, wherever it stands: the nodes before have taken some of this time.
		await sleep(pause * 1000);
		const begun = Date.now();
		await collectGarbage(pid, inspectPort);
		const done = Date.now();
		const { run, before } = await measured.finally(() => watch.stop());
		if (before.startTime <= begun && done <= run.startTime)
			return watch.growth(run.startTime, run.executionTime);
	}
	throw new Error('The nodes before took too long for a pause in front of the last one');
}
