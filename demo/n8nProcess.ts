import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { PACKAGE, unpackPackage } from './packedPackage.ts';

const READY_WITHIN_MS = 180_000;
const STOPPED_WITHIN_MS = 15_000;

export interface N8nProcessOptions {
	/** The repository, with dist/ built and demo/ installed. */
	root: string;
	/** n8n keeps everything in here. */
	userFolder: string;
	/** What n8n is told to be, as on its command line. */
	command: string[];
	/** Settings beside, or instead of, those of `quietSettings`. */
	settings: NodeJS.ProcessEnv;
	logFile: string;
	/** Answer with 200 once the process is ready, or with 401 where one has to sign in. */
	readyUrls: string[];
	/** Gives up starting, and leaves nothing behind. */
	signal?: AbortSignal;
}

export interface N8nProcess {
	/** Of n8n's own process, which started all others. */
	pid: number;
	/** Resolves when no process of it is left. */
	stop(): Promise<void>;
	/** Takes it away without a word, with everything it started, as a power cut does. */
	kill(): Promise<void>;
}

/** Parts of n8n that call out, or that neither the demo nor a test looks at. */
const UNUSED_MODULES = [
	'mcp-registry,instance-ai,chat-hub,workflow-builder,mcp,insights,external-secrets,source-control',
	'sso-oidc,sso-saml,ldap,log-streaming,provisioning,breaking-changes,otel,token-exchange',
	'workflow-reviews,quick-connect',
].join();

/** A folder with another n8n than demo/ pins, to try the package with (scripts/compatibility.js). */
const otherN8n = () => process.env.WHATSAPP_BSP_N8N;

const n8nProgram = (root: string): string =>
	join(otherN8n() ?? join(root, 'demo'), 'node_modules', 'n8n', 'bin', 'n8n');

/** Settings of whoever runs us (their own n8n, Jest) that must not leak into this n8n. */
const NOT_INHERITED =
	/^(N8N_|DB_|QUEUE_|EXECUTIONS_|CREDENTIALS_|WEBHOOK_|OFFLOAD_|NODE_ENV$|NODE_OPTIONS$|JEST_)/;

const temporaryFolder = (userFolder: string) => join(userFolder, 'tmp');

/** A quiet n8n for one machine that calls nobody but itself. */
function quietSettings(userFolder: string): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => !NOT_INHERITED.test(name));
	return {
		...Object.fromEntries(inherited),
		// n8n starts its task runner as plain `node`.
		PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
		N8N_USER_FOLDER: userFolder,
		// What n8n forgets in the temporary folder goes with its user folder.
		...Object.fromEntries(['TMPDIR', 'TEMP', 'TMP'].map((name) => [name, temporaryFolder(userFolder)])),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PROTOCOL: 'http',
		N8N_ENCRYPTION_KEY: 'whatsapp-bsp-demo',
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		// On a busy machine a call of n8n waits for one of its few connections: that is no database that is gone.
		DB_PING_TIMEOUT_MS: '120000',
		DB_CONNECTION_ACQUISITION_TIMEOUT_MS: '120000',
		DB_POSTGRESDB_CONNECTION_TIMEOUT: '120000',
		// n8n does not start with a module it does not know; this one all versions have.
		N8N_DISABLED_MODULES: otherN8n() ? 'insights' : UNUSED_MODULES,
	};
}

function groupIsAlive(pid: number): boolean {
	try {
		process.kill(-pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** Asks n8n to end, gives it time to do so, and ends by force what is left of its process group. */
async function stopTree(child: ChildProcess, withinMs: number): Promise<void> {
	const { pid } = child;
	if (pid === undefined) return;
	if (process.platform === 'win32') {
		const kill = spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
		await once(kill, 'close');
		return;
	}
	if (withinMs > 0) child.kill('SIGTERM');
	for (const end = Date.now() + withinMs; groupIsAlive(pid) && Date.now() < end;) await sleep(50);
	if (groupIsAlive(pid)) process.kill(-pid, 'SIGKILL');
	while (groupIsAlive(pid)) await sleep(50);
}

async function untilReady(url: string, child: ChildProcess, signal?: AbortSignal): Promise<void> {
	for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end;) {
		if (child.exitCode !== null || child.signalCode !== null) throw new Error('n8n ended while starting');
		const answer = await axios.get(url, { timeout: 2000, validateStatus: null }).catch(() => undefined);
		if (answer?.status === 200 || answer?.status === 401) return;
		await sleep(200, undefined, { signal });
	}
	throw new Error(`n8n was not ready after ${READY_WITHIN_MS / 1000} s`);
}

/** The end of a log, for an error message. */
async function tail(file: string, lines = 30): Promise<string> {
	return (await readFile(file, 'utf8')).trimEnd().split('\n').slice(-lines).join('\n');
}

/** Where n8n finds the package: in its folder for community packages. */
export const installedIn = (userFolder: string): string =>
	join(userFolder, '.n8n', 'nodes', 'node_modules', PACKAGE);

/** Puts the package where n8n finds it, the way a user gets it: packed, and unpacked. */
export async function installPackage(root: string, userFolder: string): Promise<void> {
	const installed = installedIn(userFolder);
	await mkdir(temporaryFolder(userFolder), { recursive: true });
	await rm(installed, { recursive: true, force: true });
	await unpackPackage(root, installed);
}

/**
 * Starts one process of n8n.
 *
 * @throws when it does not come up; the message ends with the last lines of its log
 */
export async function startN8nProcess(options: N8nProcessOptions): Promise<N8nProcess> {
	const { root, userFolder, command, settings, logFile, readyUrls, signal } = options;
	const log = await open(logFile, 'w');
	const child = spawn(
		process.execPath,
		['--require', join(root, 'demo', 'stopWithParent.cjs'), n8nProgram(root), ...command],
		{
			// n8n reads a .env of the folder it is started in.
			cwd: userFolder,
			env: { ...quietSettings(userFolder), ...settings },
			stdio: ['ignore', log.fd, log.fd, 'ipc'],
			// A group of its own: Ctrl-C reaches us alone, and what n8n starts can be ended with it.
			detached: process.platform !== 'win32',
		},
	);
	await log.close();
	try {
		for (const url of readyUrls) await untilReady(url, child, signal);
	} catch (error) {
		await stopTree(child, STOPPED_WITHIN_MS);
		signal?.throwIfAborted();
		throw new Error(`${(error as Error).message}\n\n${await tail(logFile)}`, { cause: error });
	}
	return {
		pid: child.pid as number,
		stop: async () => await stopTree(child, STOPPED_WITHIN_MS),
		kill: async () => await stopTree(child, 0),
	};
}
