import { join } from 'node:path';
import { freePort, isFree } from './freePort.ts';
import { installPackage, startN8nProcess } from './n8nProcess.ts';

export interface N8nOptions {
	/** The repository, with dist/ built and demo/ installed. */
	root: string;
	/** n8n keeps everything in here; its log is written beside, to `n8n.log`. */
	userFolder: string;
	/** A free one when left out. */
	port?: number;
	logLevel?: 'info' | 'debug';
	/** The package is in the user folder already, as after a restart. */
	isInstalled?: boolean;
	/** Further settings of n8n or Node. */
	settings?: NodeJS.ProcessEnv;
	/** Gives up starting, and leaves nothing behind. */
	signal?: AbortSignal;
}

export interface N8n {
	url: string;
	/** Of n8n's own process, which started all others. */
	pid: number;
	logFile: string;
	/** Resolves when no process of it is left. */
	stop(): Promise<void>;
	/** Takes it away without a word, with everything it started, as a power cut does. */
	kill(): Promise<void>;
}

/** n8n's SQLite database in a user folder. */
export const databaseIn = (userFolder: string): string => join(userFolder, '.n8n', 'database.sqlite');

/**
 * Starts a real n8n with the package loaded the way a user gets it.
 *
 * @throws when it does not come up; the message ends with the last lines of its log
 */
export async function startN8n(options: N8nOptions): Promise<N8n> {
	const { root, userFolder, port, logLevel = 'info', isInstalled = false, settings, signal } = options;
	if (port !== undefined && !(await isFree(port))) throw new Error(`Port ${port} is in use`);
	const ownPort = port ?? (await freePort());
	const url = `http://127.0.0.1:${ownPort}`;
	const logFile = join(userFolder, 'n8n.log');
	if (!isInstalled) await installPackage(root, userFolder);
	const { pid, stop, kill } = await startN8nProcess({
		root,
		userFolder,
		command: ['start'],
		settings: {
			N8N_PORT: String(ownPort),
			N8N_WEBHOOK_URL: `${url}/`,
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			N8N_LOG_LEVEL: logLevel,
			...settings,
		},
		logFile,
		// Older versions say that they are ready before they answer anything else.
		readyUrls: [`${url}/healthz/readiness`, `${url}/rest/login`],
		signal,
	});
	return { url, pid, logFile, stop, kill };
}
