import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startSandbox } from '../sandbox/listen.ts';
import { databaseIn, startN8n } from './n8n.ts';
import type { N8n } from './n8n.ts';
import { readGuide, startHere } from './exampleGuide.ts';
import type { FirstTry } from './makeWay.ts';
import { N8nApi } from './n8nApi.ts';
import type { CredentialData, CredentialReference, Owner, Workflow, WorkflowData } from './n8nApi.ts';
import { PROVIDERS } from './providers.ts';
import type { DemoProvider, DemoStyle } from './providers.ts';

/** Invented, and good for this machine only: n8n listens on loopback. */
export const OWNER: Owner = { email: 'owner@example.com', password: 'Whatsapp-demo-1' };

export interface EnvironmentOptions {
	root: string;
	port?: number;
	sandboxPort?: number;
	/** n8n's user folder, kept afterwards; a temporary one when left out. */
	keep?: string;
	/** A database to begin with, so that n8n need not make its tables; one of its own when left out. */
	database?: string;
	/** How much n8n writes into its log; `info` when left out. */
	logLevel?: 'info' | 'debug';
	/** Further settings of n8n. */
	settings?: NodeJS.ProcessEnv;
	signal?: AbortSignal;
}

export interface Environment {
	n8n: N8n;
	sandboxUrl: string;
	/** Signed in as OWNER. */
	api: N8nApi;
	/** Ends n8n and starts it again where it was, with everything it keeps. */
	restartN8n(): Promise<void>;
	/** The same, without a word to n8n before. */
	killN8n(): Promise<void>;
	/** Resolves when no process, port or temporary file of it is left. */
	stop(): Promise<void>;
}

/** A sandbox and a real n8n with an owner. Whatever goes wrong on the way, nothing stays behind. */
export async function startEnvironment(options: EnvironmentOptions): Promise<Environment> {
	const { root, port, sandboxPort, keep, database, logLevel, settings, signal } = options;
	const undo: Array<() => Promise<void>> = [];
	const stop = async () => {
		for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
	};
	try {
		const userFolder = keep ?? (await mkdtemp(join(tmpdir(), 'whatsapp-bsp-n8n-')));
		if (!keep) undo.push(() => rm(userFolder, { recursive: true, force: true, maxRetries: 3 }));

		if (database) {
			await mkdir(dirname(databaseIn(userFolder)), { recursive: true });
			await copyFile(database, databaseIn(userFolder));
		}

		const sandbox = await startSandbox({
			port: sandboxPort ?? 0,
			phoneFolder: join(root, 'sandbox', 'phone', 'dist'),
		});
		undo.push(() => sandbox.close());

		const start = (at?: number, again = false) =>
			startN8n({ root, userFolder, port: at, logLevel, settings, signal, isInstalled: again });
		let n8n = await start(port);
		undo.push(() => n8n.stop());
		const restartN8n = async () => {
			await n8n.stop();
			n8n = await start(Number(new URL(n8n.url).port), true);
		};
		const killN8n = async () => {
			await n8n.kill();
			n8n = await start(Number(new URL(n8n.url).port), true);
		};

		const api = new N8nApi(n8n.url);
		await api.signIn(OWNER);
		return {
			// Another process after each start.
			get n8n() {
				return n8n;
			},
			sandboxUrl: sandbox.url,
			api,
			restartN8n,
			killN8n,
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

/**
 * Prepares an engine for expressions only where one is evaluated: n8n then takes in several times as many deliveries. It
 * knows the setting from 2.40 on; older versions pay no attention to it.
 */
export const LAZY_EXPRESSIONS = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };

/** What a user of the sandbox would type into the provider's credential dialog. */
export const credentialFor = (provider: DemoProvider, sandboxUrl: string): CredentialData => ({
	name: `${provider.label} (sandbox)`,
	type: provider.credentialType,
	data: { ...provider.account, apiKey: provider.apiKey, baseUrl: `${sandboxUrl}/${provider.sandboxPath}` },
});

/** The same for an account of one of the provider's other API styles. */
export const credentialForStyle = (
	provider: DemoProvider,
	{ label, account }: DemoStyle,
	sandboxUrl: string,
): CredentialData => credentialFor({ ...provider, label, account }, sandboxUrl);

/** Which credential the nodes of each provider get. */
type Credentials = ReadonlyMap<DemoProvider, CredentialReference>;

/** The node, its trigger, what n8n makes of the node for AI agents, and their memory. */
const VARIANTS = ['', 'Trigger', 'Tool', 'HitlTool', 'ChatMemory'];

async function readExample(root: string, file: string, credentials: Credentials): Promise<WorkflowData> {
	const workflow = JSON.parse(await readFile(join(root, 'examples', file), 'utf8')) as WorkflowData;
	for (const node of workflow.nodes) {
		for (const [{ name: provider, credentialType }, { id, name }] of credentials) {
			const ours = VARIANTS.map((variant) => `n8n-nodes-whatsapp-bsp.${provider}${variant}`);
			if (ours.includes(node.type)) node.credentials = { [credentialType]: { id, name } };
		}
	}
	return workflow;
}

/** The provider's smallest example, with the credential chosen in every node. */
export const exampleWorkflow = (
	root: string,
	provider: DemoProvider,
	credential: CredentialReference,
): Promise<WorkflowData> => readExample(root, provider.example, new Map([[provider, credential]]));

/** All examples by the name of their file, with their credentials chosen. */
export async function allExamples(
	root: string,
	credentials: Credentials,
): Promise<Array<[file: string, WorkflowData]>> {
	const files = (await readdir(join(root, 'examples'))).filter((file) => file.endsWith('.json')).sort();
	return await Promise.all(
		files.map(async (file): Promise<[string, WorkflowData]> => [
			file,
			await readExample(root, file, credentials),
		]),
	);
}

/**
 * A credential for every provider and all examples, created where they are missing. In an n8n that is new, the one for the first try
 * of each provider is published; in one that was kept, whatever was published before.
 *
 * @param always publishes those for the first try in a kept n8n, too
 */
export async function setUpExamples(
	{ api, sandboxUrl }: Pick<Environment, 'api' | 'sandboxUrl'>,
	root: string,
	always: boolean,
): Promise<FirstTry[]> {
	const credentials = new Map<DemoProvider, CredentialReference>();
	for (const provider of PROVIDERS) {
		credentials.set(provider, await api.putCredential(credentialFor(provider, sandboxUrl)));
		// To be chosen in a node; the examples keep the other one.
		for (const style of provider.styles ?? []) {
			await api.putCredential(credentialForStyle(provider, style, sandboxUrl));
		}
	}
	const kept = await api.workflows();
	const created = new Map<string, Workflow>();
	for (const [file, example] of await allExamples(root, credentials)) {
		const known = kept.find(({ name }) => name === example.name);
		created.set(file, known ? await api.workflow(known.id) : await api.createWorkflow(example));
	}
	// A kept n8n does not register again by itself, and this sandbox has never heard of its triggers.
	for (const { id } of kept.filter(({ active }) => active)) await republish(api, id);

	const firstTries: FirstTry[] = [];
	for (const provider of PROVIDERS) {
		const workflow = created.get(provider.firstTry) as Workflow;
		const isNew = always || kept.length === 0;
		if (isNew && !workflow.active) await api.activate(workflow);
		if (isNew || workflow.active) firstTries.push({ provider, workflow });
	}
	const guide = startHere(
		await readGuide(root),
		firstTries.map(({ workflow }) => workflow.name),
	);
	const before = kept.find(({ name }) => name === guide.name);
	if (before) await api.update({ ...(await api.workflow(before.id)), ...guide });
	else await api.createWorkflow(guide);
	return firstTries;
}

async function republish(api: N8nApi, id: string): Promise<void> {
	const workflow = await api.workflow(id);
	await api.deactivate(workflow);
	// What the user built may have become impossible to publish: the demo starts all the same.
	await api.activate(workflow).catch((error: Error) => console.warn(`${workflow.name}: ${error.message}`));
}
