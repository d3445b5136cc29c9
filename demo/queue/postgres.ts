import { execFile } from 'node:child_process';
import { chown, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../freePort.ts';
import { inOwnFolder, startService } from './service.ts';

const execute = promisify(execFile);

const USER = 'n8n';
const PASSWORD = 'whatsapp-bsp-demo';
const DATABASE = 'postgres';
const SETTINGS = [
	'listen_addresses=127.0.0.1',
	'unix_socket_directories=',
	// The disk of a busy machine is not what is tested: no process that is killed loses anything by it.
	'synchronous_commit=off',
];

export interface Postgres {
	/** n8n's settings for it. */
	settings: NodeJS.ProcessEnv;
	/** Runs SQL; rows as lists of text. */
	query(sql: string): Promise<string[][]>;
	/** Ends it and removes everything it kept. */
	stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; Debian's package comes with a user of its own. */
async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const id = async (option: string) => Number((await execute('id', [option, 'postgres'])).stdout);
	return { uid: await id('-u'), gid: await id('-g') };
}

/** A PostgreSQL of its own on a free port of this machine, with as many connections as it has by default. */
export async function startPostgres(bin: string): Promise<Postgres> {
	const user = await unprivileged();
	return await inOwnFolder('postgres', async (folder) => {
		const data = join(folder, 'data');
		const passwordFile = join(folder, 'password');
		await writeFile(passwordFile, PASSWORD);
		for (const path of user ? [folder, passwordFile] : []) await chown(path, user!.uid, user!.gid);
		await execute(
			join(bin, 'initdb'),
			['-D', data, '-U', USER, '-A', 'scram-sha-256', '--pwfile', passwordFile].concat([
				'-E',
				'UTF8',
				'--locale',
				'C',
				'--no-sync',
			]),
			{ cwd: '/', ...user },
		);
		const port = await freePort();
		const { stop } = await startService({
			program: join(bin, 'postgres'),
			args: ['-D', data, '-p', String(port), ...SETTINGS.flatMap((setting) => ['-c', setting])],
			port,
			logFile: join(folder, 'postgres.log'),
			// "Fast": ends its connections; with SIGTERM it would wait for them.
			stopSignal: 'SIGINT',
			user,
		});
		return {
			settings: {
				DB_TYPE: 'postgresdb',
				DB_POSTGRESDB_HOST: '127.0.0.1',
				DB_POSTGRESDB_PORT: String(port),
				DB_POSTGRESDB_DATABASE: DATABASE,
				DB_POSTGRESDB_USER: USER,
				DB_POSTGRESDB_PASSWORD: PASSWORD,
			},
			async query(sql) {
				const { stdout } = await execute(
					join(bin, 'psql'),
					['-h', '127.0.0.1', '-p', String(port), '-U', USER, '-d', DATABASE]
						.concat(['--no-psqlrc', '--tuples-only', '--no-align', '-q', '-F', '\t', '-v', 'ON_ERROR_STOP=1'])
						.concat(['-c', sql]),
					{ env: { ...process.env, PGPASSWORD: PASSWORD }, maxBuffer: 64 * 1024 * 1024 },
				);
				return stdout
					.split('\n')
					.filter(Boolean)
					.map((line) => line.split('\t'));
			},
			stop,
		};
	});
}
