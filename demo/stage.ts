import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../sandbox/listen.ts';
import { startN8n } from './n8n.ts';
import type { N8n } from './n8n.ts';
import { N8nApi } from './n8nApi.ts';
import type { CredentialData, CredentialReference, Owner, Workflow, WorkflowData } from './n8nApi.ts';
import type { DemoProvider } from './providers.ts';

/** Invented, and good for this machine only: n8n listens on loopback. */
export const OWNER: Owner = { email: 'owner@example.com', password: 'Whatsapp-demo-1' };

export interface StageOptions {
	root: string;
	port?: number;
	sandboxPort?: number;
	/** n8n's user folder, kept afterwards; a temporary one when left out. */
	keep?: string;
	/** How much n8n writes into its log; `info` when left out. */
	logLevel?: 'info' | 'debug';
	signal?: AbortSignal;
}

export interface Stage {
	n8n: N8n;
	sandboxUrl: string;
	/** Signed in as OWNER. */
	api: N8nApi;
	/** Ends n8n and starts it again where it was, with everything it keeps. */
	restartN8n(): Promise<void>;
	/** Resolves when no process, port or temporary file of it is left. */
	stop(): Promise<void>;
}

/** A sandbox and a real n8n with an owner. Whatever goes wrong on the way, nothing stays behind. */
export async function startStage(options: StageOptions): Promise<Stage> {
	const { root, port, sandboxPort, keep, logLevel, signal } = options;
	const undo: Array<() => Promise<void>> = [];
	const stop = async () => {
		for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
	};
	try {
		const userFolder = keep ?? (await mkdtemp(join(tmpdir(), 'whatsapp-bsp-n8n-')));
		if (!keep) undo.push(() => rm(userFolder, { recursive: true, force: true, maxRetries: 3 }));

		const sandbox = await startSandbox({
			port: sandboxPort ?? 0,
			phoneFolder: join(root, 'sandbox', 'phone', 'dist'),
		});
		undo.push(() => sandbox.close());

		const start = (at?: number) => startN8n({ root, userFolder, port: at, logLevel, signal });
		let n8n = await start(port);
		undo.push(() => n8n.stop());
		const restartN8n = async () => {
			await n8n.stop();
			n8n = await start(Number(new URL(n8n.url).port));
		};

		const api = new N8nApi(n8n.url);
		await api.signIn(OWNER);
		return { n8n, sandboxUrl: sandbox.url, api, restartN8n, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** What a user of the sandbox would type into the provider's credential dialog. */
export const credentialFor = (provider: DemoProvider, sandboxUrl: string): CredentialData => ({
	name: `${provider.label} (sandbox)`,
	type: provider.credentialType,
	data: { apiKey: provider.apiKey, baseUrl: `${sandboxUrl}/${provider.sandboxPath}` },
});

/** An example from examples/, with the credential chosen in every node of the provider. */
export async function exampleWorkflow(
	root: string,
	provider: DemoProvider,
	credential: CredentialReference,
): Promise<WorkflowData> {
	const workflow = JSON.parse(
		await readFile(join(root, 'examples', provider.example), 'utf8'),
	) as WorkflowData;
	const { id, name } = credential;
	for (const node of workflow.nodes) {
		if (!node.type.startsWith(`n8n-nodes-whatsapp-bsp.${provider.name}`)) continue;
		node.credentials = { [provider.credentialType]: { id, name } };
	}
	return workflow;
}

/** Credential and example workflow of one provider, created where they are missing, and the workflow active. */
export async function setUpProvider(stage: Stage, root: string, provider: DemoProvider): Promise<Workflow> {
	const { api, sandboxUrl } = stage;
	const credential = await api.putCredential(credentialFor(provider, sandboxUrl));
	const example = await exampleWorkflow(root, provider, credential);
	const known = await api.findWorkflow(example.name);
	// A kept n8n does not register again by itself, and this sandbox has never heard of it.
	if (known?.active) await api.deactivate(known);
	const workflow = known ?? (await api.createWorkflow(example));
	await api.activate(workflow);
	return workflow;
}
