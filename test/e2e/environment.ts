import { join } from 'node:path';
import type { CredentialReference, Workflow, WorkflowData, WorkflowNode } from '../../demo/n8nApi';
import { N8nApi } from '../../demo/n8nApi';
import type { DemoProvider } from '../../demo/providers';
import { PROVIDERS } from '../../demo/providers';
import { SandboxControl } from '../../demo/sandboxControl';
import { credentialFor, OWNER } from '../../demo/environment';
import type { RunningSandbox } from '../../sandbox/listen';
import { startSandbox } from '../../sandbox/listen';
import type { SharedN8n } from './sharedN8n';
import { sharedN8n } from './sharedN8n';

/** An n8n and a sandbox to work with. */
export interface EnvironmentAddress extends Pick<SharedN8n, 'n8nUrl' | 'logFile'> {
	sandboxUrl: string;
	/** The cookie of the owner, if they are signed in: n8n takes its time over a password. */
	session?: string;
	/** How long to wait for something of this n8n, in milliseconds; what is usual for the thing when left out. */
	waitLimitMs?: number;
}

/**
 * The sandbox of this test file. Two files run at once: what is registered, written or made to fail at a provider by
 * one of them is no business of the other's.
 */
let own: Promise<RunningSandbox> | undefined;
const sandboxes: RunningSandbox[] = [];
afterAll(async () => {
	for (const sandbox of sandboxes) await sandbox.close();
});

/** The providers' ten seconds for a receiver are no bound on a machine: a delivery that takes longer would be repeated. */
export const UNHURRIED = { timeoutScale: 12 };

/** A sandbox that waits for its receivers as long as a busy machine takes, until this file's tests have ended. */
async function startUnhurried(): Promise<RunningSandbox> {
	const sandbox = await startSandbox({ phoneFolder: join(__dirname, '../../sandbox/phone/dist') });
	sandboxes.push(sandbox);
	// What it does holds for every provider.
	await new SandboxControl(sandbox.url, PROVIDERS[0].sandboxPath).delivery(UNHURRIED);
	return sandbox;
}

/** The same n8n beside a further sandbox: an account nobody has registered anything with. */
export async function withFurtherSandbox(address: EnvironmentAddress): Promise<EnvironmentAddress> {
	return { ...address, sandboxUrl: (await startUnhurried()).url };
}

async function ownAddress(): Promise<EnvironmentAddress> {
	own ??= startUnhurried();
	return { ...sharedN8n(), sandboxUrl: (await own).url };
}

export function providerNamed(name: string): DemoProvider {
	const provider = PROVIDERS.find((candidate) => candidate.name === name);
	if (!provider) throw new Error(`No provider ${name}`);
	return provider;
}

/** What a test file works with: n8n signed in, and one provider's side of the sandbox. */
export interface Fixture extends EnvironmentAddress {
	api: N8nApi;
	provider: DemoProvider;
	control: SandboxControl;
	/** Base URL a credential needs. */
	baseUrl: string;
	/** A working credential of this test file's own. */
	credential: CredentialReference;
}

/** @param elsewhere another n8n than the one all end-to-end tests share, and its sandbox */
export async function openFixture(providerName: string, elsewhere?: EnvironmentAddress): Promise<Fixture> {
	const address = elsewhere ?? (await ownAddress());
	const provider = providerNamed(providerName);
	const api = new N8nApi(address.n8nUrl, address.waitLimitMs, address.session);
	if (!address.session) await api.signIn(OWNER);
	return {
		...address,
		api,
		provider,
		control: new SandboxControl(address.sandboxUrl, provider.sandboxPath),
		baseUrl: `${address.sandboxUrl}/${provider.sandboxPath}`,
		credential: await api.putCredential({
			...credentialFor(provider, address.sandboxUrl),
			name: `${provider.label} (${new URL(address.sandboxUrl).host})`,
		}),
	};
}

/** A workflow with nothing in it but its start. */
export const STARTED_BY_HAND: WorkflowData = {
	name: 'Started by hand',
	nodes: [
		{
			name: 'Start',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
	],
	connections: {},
};

/** A workflow of one node of the package, to be started by hand. */
export function byHand(
	name: string,
	node: Pick<WorkflowNode, 'type' | 'parameters' | 'credentials'>,
): WorkflowData {
	return {
		name,
		nodes: [...STARTED_BY_HAND.nodes, { name: 'Act', typeVersion: 1, position: [220, 0], ...node }],
		connections: { Start: { main: [[{ node: 'Act', type: 'main', index: 0 }]] } },
	};
}

/** The Heltar node sending a text. */
export const sendText = (credential: CredentialReference, clientWaNumber: string, message: string) => ({
	type: 'n8n-nodes-whatsapp-bsp.heltar',
	parameters: { resource: 'message', operation: 'sendText', clientWaNumber, message },
	credentials: { heltarApi: credential },
});

export type { CredentialReference, Workflow };
