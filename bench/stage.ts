import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startN8n } from '../demo/n8n.ts';
import { N8nApi } from '../demo/n8nApi.ts';
import type { CredentialReference, NodeRun, Workflow, WorkflowNode } from '../demo/n8nApi.ts';
import { PROVIDERS } from '../demo/providers.ts';
import { credentialFor, OWNER } from '../demo/stage.ts';
import { MemoryWatch } from './memory.ts';
import type { BenchSandbox } from './sandbox.ts';

type Part = Pick<WorkflowNode, 'type' | 'typeVersion' | 'parameters' | 'credentials'> & { onError?: string };

/** n8n answers nobody while it evaluates the expressions of 50,000 items. */
const PATIENCE_MS = 600_000;

/** A real n8n with both credentials, and measured runs in it. */
export interface BenchStage {
	/** Runs the nodes one after the other; gives the last one's run, and how its memory grew in MB. */
	measure(nodes: Part[]): Promise<NodeRun & { grownMb: number }>;
	credentials: Record<string, CredentialReference>;
	/** Signed in. */
	api: N8nApi;
	url: string;
	stop(): Promise<void>;
}

export async function startBenchStage(root: string, sandbox: BenchSandbox): Promise<BenchStage> {
	const userFolder = await mkdtemp(join(tmpdir(), 'whatsapp-bsp-bench-'));
	const n8n = await startN8n({ root, userFolder });
	const stop = async () => {
		await n8n.stop();
		await rm(userFolder, { recursive: true, force: true, maxRetries: 3 });
	};
	try {
		const api = new N8nApi(n8n.url, PATIENCE_MS);
		await api.signIn(OWNER);
		const credentials: Record<string, CredentialReference> = {};
		for (const provider of PROVIDERS) {
			credentials[provider.credentialType] = await api.putCredential(credentialFor(provider, sandbox.url));
		}
		return {
			credentials,
			api,
			url: n8n.url,
			stop,
			measure: async (nodes) => await measure(api, n8n.pid, nodes),
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

async function measure(api: N8nApi, pid: number, parts: Part[]): Promise<NodeRun & { grownMb: number }> {
	const start: Part = { type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
	const nodes = [start, ...parts].map(
		(part, at): WorkflowNode => ({
			...part,
			name: `Node ${at}`,
			position: [at * 200, 0],
		}),
	);
	const connections = Object.fromEntries(
		parts.map((_, at) => [`Node ${at}`, { main: [[{ node: `Node ${at + 1}`, type: 'main', index: 0 }]] }]),
	);
	const workflow: Workflow = await api.createWorkflow({ name: `Bench ${Date.now()}`, nodes, connections });
	const watch = new MemoryWatch(pid);
	try {
		const { status, data } = await api.run(workflow, 'Node 0');
		const { runData, error } = data.resultData;
		const run = runData[`Node ${parts.length}`]?.[0];
		if (status !== 'success' || !run) throw new Error(`The execution ended as ${status}: ${error?.message}`);
		return { ...run, grownMb: watch.growth(run.startTime, run.executionTime) };
	} finally {
		watch.stop();
		await api.deleteWorkflow(workflow);
	}
}
