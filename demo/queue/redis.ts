import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../freePort.ts';
import { inOwnFolder, startService } from './service.ts';

const execute = promisify(execFile);

/** Where Bull keeps n8n's jobs until they have ended, with the prefix n8n has by default. */
const UNENDED = ['bull:jobs:wait', 'bull:jobs:active'];

export interface Redis {
	port: number;
	/** n8n's settings for it. */
	settings: NodeJS.ProcessEnv;
	/** How many jobs of n8n's have not ended. */
	jobs(): Promise<number>;
	/** Ends it and removes everything it kept. */
	stop(): Promise<void>;
}

/** A Redis of its own on a free port of this machine that writes every change to its log, as a queue should. */
export async function startRedis(program: string): Promise<Redis> {
	return await inOwnFolder('redis', async (folder) => {
		const port = await freePort();
		const { stop } = await startService({
			program,
			args: ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder].concat([
				'--save',
				'',
				'--appendonly',
				'yes',
			]),
			port,
			logFile: join(folder, 'redis.log'),
			stopSignal: 'SIGTERM',
		});
		return {
			port,
			settings: { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(port) },
			async jobs() {
				const length = async (list: string) =>
					Number(
						(await execute(join(dirname(program), 'redis-cli'), ['-p', String(port), 'llen', list])).stdout,
					);
				return (await Promise.all(UNENDED.map(length))).reduce((sum, count) => sum + count);
			},
			stop,
		};
	});
}
