import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_WITHIN_MS = 30_000;
const SETPRIV = '/usr/bin/setpriv';

export interface ServiceOptions {
	program: string;
	args: string[];
	port: number;
	logFile: string;
	/** Ends it in order, also when whoever started it is gone. */
	stopSignal: 'SIGTERM' | 'SIGINT';
	/** Runs as another user. */
	user?: { uid: number; gid: number };
}

const accepts = async (port: number): Promise<boolean> =>
	await new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
		socket.once('connect', () => socket.destroy());
	});

/** A command that ends when its parent does, where the system can arrange that. */
function boundToParent({ program, args, stopSignal, user }: ServiceOptions) {
	const ids = user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : [];
	return existsSync(SETPRIV)
		? { program: SETPRIV, args: [...ids, '--pdeathsig', stopSignal, program, ...args], as: {} }
		: { program, args, as: user ?? {} };
}

/** Gives a service a folder of its own, which goes when it stops or does not start. */
export async function inOwnFolder<T extends { stop(): Promise<void> }>(
	name: string,
	start: (folder: string) => Promise<T>,
): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), `whatsapp-bsp-${name}-`));
	const remove = async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	try {
		const service = await start(folder);
		return {
			...service,
			async stop() {
				await service.stop();
				await remove();
			},
		};
	} catch (error) {
		await remove();
		throw error;
	}
}

/** Starts a program that listens on a port of this machine, and waits until it does. */
export async function startService(options: ServiceOptions): Promise<{ stop(): Promise<void> }> {
	const { port, logFile, stopSignal } = options;
	const { program, args, as } = boundToParent(options);
	const log = await open(logFile, 'w');
	const child = spawn(program, args, { cwd: '/', stdio: ['ignore', log.fd, log.fd], detached: true, ...as });
	const ended = once(child, 'exit');
	await log.close();
	const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
	const stop = async () => {
		if (hasEnded()) return;
		child.kill(stopSignal);
		await ended;
	};
	for (const end = Date.now() + READY_WITHIN_MS; ; await sleep(50)) {
		if (await accepts(port)) return { stop };
		if (!hasEnded() && Date.now() < end) continue;
		await stop();
		throw new Error(`${options.program} did not start:\n${await readFile(logFile, 'utf8')}`);
	}
}
