import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CredentialReference, Workflow, WorkflowData, WorkflowNode } from '../../demo/n8nApi';
import { N8nApi } from '../../demo/n8nApi';
import type { DemoProvider } from '../../demo/providers';
import { PROVIDERS } from '../../demo/providers';
import { SandboxControl } from '../../demo/sandboxControl';
import type { Stage } from '../../demo/stage';
import { credentialFor, OWNER } from '../../demo/stage';

/** Where the shared n8n and sandbox are; test files learn it through the environment. */
export interface StageAddress {
	n8nUrl: string;
	sandboxUrl: string;
	logFile: string;
	/** A POST here restarts n8n, which runs in the process of Jest's setup. */
	restartUrl: string;
	/** How long to wait for something of this n8n, in milliseconds; what is usual for the thing when left out. */
	patienceMs?: number;
}

const ADDRESS = 'WHATSAPP_BSP_STAGE';
/** Jest's setup and teardown share nothing but the global object of their process. */
const keeper = globalThis as { whatsappBspStage?: KeptStage };

type KeptStage = Pick<Stage, 'stop'>;
export const keepStage = (stage: KeptStage): void => void (keeper.whatsappBspStage = stage);
export const keptStage = (): KeptStage | undefined => keeper.whatsappBspStage;

export function announceStage(address: StageAddress): void {
	process.env[ADDRESS] = JSON.stringify(address);
}

export function stageAddress(): StageAddress {
	return JSON.parse(process.env[ADDRESS] ?? '{}') as StageAddress;
}

export function providerNamed(name: string): DemoProvider {
	const provider = PROVIDERS.find((candidate) => candidate.name === name);
	if (!provider) throw new Error(`No provider ${name}`);
	return provider;
}

/** Restarts n8n for a test file when it asks for it. */
export async function serveRestart(stage: Stage): Promise<{ url: string; server: Server }> {
	const server = createServer((_request, response) => {
		stage.restartN8n().then(
			() => response.end(),
			(error: Error) => response.writeHead(500).end(error.message),
		);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** What a test file works with: n8n signed in, and one provider's side of the sandbox. */
export interface Scene extends StageAddress {
	api: N8nApi;
	provider: DemoProvider;
	control: SandboxControl;
	/** Base URL a credential needs. */
	baseUrl: string;
	/** A working credential of this test file's own. */
	credential: CredentialReference;
}

/** @param address of another n8n than the one all end-to-end tests share */
export async function openScene(
	providerName: string,
	address: StageAddress = stageAddress(),
): Promise<Scene> {
	const provider = providerNamed(providerName);
	const api = new N8nApi(address.n8nUrl, address.patienceMs);
	await api.signIn(OWNER);
	return {
		...address,
		api,
		provider,
		control: new SandboxControl(address.sandboxUrl, provider.sandboxPath),
		baseUrl: `${address.sandboxUrl}/${provider.sandboxPath}`,
		credential: await api.putCredential(credentialFor(provider, address.sandboxUrl)),
	};
}

/** A workflow of one node of the package, to be started by hand. */
export function byHand(
	name: string,
	node: Pick<WorkflowNode, 'type' | 'parameters' | 'credentials'>,
): WorkflowData {
	return {
		name,
		nodes: [
			{
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{ name: 'Act', typeVersion: 1, position: [220, 0], ...node },
		],
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
