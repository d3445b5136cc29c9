import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../sandbox/listen.ts';
import { freePort } from '../freePort.ts';
import { N8nApi } from '../n8nApi.ts';
import type { N8nProcess } from '../n8nProcess.ts';
import { installPackage, startN8nProcess } from '../n8nProcess.ts';
import { OWNER } from '../environment.ts';
import type { Spread } from './front.ts';
import { startFront } from './front.ts';
import type { Postgres } from './postgres.ts';
import { startPostgres } from './postgres.ts';
import type { Redis } from './redis.ts';
import { startRedis } from './redis.ts';
import type { Services } from './services.ts';

export interface QueueEnvironmentOptions {
	/** The repository, with dist/ built and demo/ installed. */
	root: string;
	services: Services;
	/** A sandbox that runs already; one of its own in this process when left out. */
	sandboxUrl?: string;
	/** How many there are of each; two when left out. */
	webhooks?: number;
	workers?: number;
	/** How deliveries are spread over the webhook processes; in turn when left out. */
	spread?: Spread;
	/** Further settings of all n8n processes. */
	settings?: NodeJS.ProcessEnv;
}

/** One n8n process, at the same address however often it is started. */
export interface QueueProcess {
	name: string;
	url: string;
	logFile: string;
	/** SIGKILL to it and everything it started. */
	kill(): Promise<void>;
	/** In order: it finishes what it has begun. */
	stop(): Promise<void>;
	/** Resolves when it takes work in; at once when it does already. */
	start(): Promise<void>;
}

export interface QueueEnvironment {
	/** The address the world knows: webhooks go to the webhook processes in turn, everything else to main. */
	url: string;
	sandboxUrl: string;
	/** Signed in as OWNER, at main. */
	api: N8nApi;
	main: QueueProcess;
	webhooks: QueueProcess[];
	workers: QueueProcess[];
	/** Runs SQL in n8n's database; rows as lists of text. */
	query: Postgres['query'];
	redisPort: number;
	/** How many executions the workers have under way, or are to begin. */
	jobs: Redis['jobs'];
	/** Spreads deliveries over the webhook processes like this from now on. */
	spreadBy(how: Spread): void;
	/** Starts every process that was killed or stopped. */
	startAll(): Promise<void>;
	/** Resolves when no process, port or temporary file of it is left. */
	stop(): Promise<void>;
}

/** How soon n8n notices that a worker is gone: seconds here, a minute and a half by default. */
const NOTICES_SOON = {
	QUEUE_WORKER_LOCK_DURATION: '15000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** How long publishing a workflow may take, in seconds; n8n gives up after seven tenths of it. */
const PUBLISHED_WITHIN = { N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '400' };

/**
 * n8n in queue mode on this machine: PostgreSQL, Redis, main, webhook processes and workers with one user folder that
 * holds the packed package, a load balancer before them and a sandbox behind. Whatever goes wrong on the way, nothing stays
 * behind.
 */
export async function startQueueEnvironment(options: QueueEnvironmentOptions): Promise<QueueEnvironment> {
	const { root, services, spread = 'turn' } = options;
	const undo: Array<() => Promise<unknown>> = [];
	const stop = async () => {
		for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
	};
	try {
		const userFolder = await mkdtemp(join(tmpdir(), 'whatsapp-bsp-queue-'));
		undo.push(async () => await rm(userFolder, { recursive: true, force: true, maxRetries: 3 }));
		const sandboxUrl = options.sandboxUrl ?? (await ownSandbox(root, undo));
		const postgres = await startPostgres(services.postgresBin);
		undo.push(postgres.stop);
		const redis = await startRedis(services.redisServer);
		undo.push(redis.stop);
		await installPackage(root, userFolder);

		const frontPort = await freePort();
		const url = `http://127.0.0.1:${frontPort}`;
		const settings = {
			...postgres.settings,
			...redis.settings,
			...NOTICES_SOON,
			...PUBLISHED_WITHIN,
			EXECUTIONS_MODE: 'queue',
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
			N8N_WEBHOOK_URL: `${url}/`,
			...options.settings,
		};
		const describe = async (command: Command, number: number) =>
			await describeProcess({ root, userFolder, settings, command, number });
		const main = await describe('start', 1);
		const several = async (command: Command, count = 2) =>
			await Promise.all(Array.from({ length: count }, async (_, at) => await describe(command, at + 1)));
		const webhooks = await several('webhook', options.webhooks);
		const workers = await several('worker', options.workers);

		const front = await startFront({
			port: frontPort,
			main: main.url,
			webhooks: webhooks.map((webhook) => webhook.url),
			spread,
		});
		undo.push(front.stop);
		undo.push(
			async () => await Promise.all([main, ...webhooks, ...workers].map(async (one) => await one.stop())),
		);
		for (const webhook of webhooks) {
			const { start } = webhook;
			// The load balancer would learn of it at its next look, and send nothing there before.
			webhook.start = async () => {
				await start();
				await front.check();
			};
		}
		const startAll = async () => {
			// Main makes the tables first.
			await main.start();
			await Promise.all([...webhooks, ...workers].map(async (one) => await one.start()));
		};
		await startAll();

		const api = new N8nApi(main.url);
		await api.signIn(OWNER);
		const { query } = postgres;
		const { port: redisPort, jobs } = redis;
		const { spreadBy } = front;
		return {
			url,
			sandboxUrl,
			api,
			main,
			webhooks,
			workers,
			query,
			redisPort,
			jobs,
			spreadBy,
			startAll,
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

async function ownSandbox(root: string, undo: Array<() => Promise<unknown>>): Promise<string> {
	const sandbox = await startSandbox({ phoneFolder: join(root, 'sandbox', 'phone', 'dist') });
	undo.push(async () => await sandbox.close());
	return sandbox.url;
}

type Command = 'start' | 'webhook' | 'worker';

interface Description {
	root: string;
	userFolder: string;
	settings: NodeJS.ProcessEnv;
	command: Command;
	number: number;
}

/** A process with its place in the world, not yet started. */
async function describeProcess({
	root,
	userFolder,
	settings,
	command,
	number,
}: Description): Promise<QueueProcess> {
	const name = command === 'start' ? 'main' : `${command} ${number}`;
	const [port, brokerPort] = [await freePort(), await freePort()];
	const url = `http://127.0.0.1:${port}`;
	const logFile = join(userFolder, `${name}.log`);
	let running: Promise<N8nProcess> | undefined;
	const end = async (how: 'stop' | 'kill') => {
		const process = await running?.catch(() => undefined);
		await process?.[how]();
		running = undefined;
	};
	return {
		name,
		url,
		logFile,
		kill: async () => await end('kill'),
		stop: async () => await end('stop'),
		async start() {
			running ??= startN8nProcess({
				root,
				userFolder,
				command: [command],
				settings: {
					...settings,
					N8N_PORT: String(port),
					// A worker has no address of its own but this one.
					QUEUE_HEALTH_CHECK_PORT: String(port),
					N8N_RUNNERS_BROKER_PORT: String(brokerPort),
					N8N_LOG_LEVEL: 'info',
				},
				logFile,
				readyUrls: [`${url}/healthz/readiness`],
			});
			await running.catch((error: unknown) => {
				// One that did not come up may be started again.
				running = undefined;
				throw error;
			});
		},
	};
}
