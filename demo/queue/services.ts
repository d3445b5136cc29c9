import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

const DEBIAN_POSTGRES = '/usr/lib/postgresql';
const INSTALLED_WITHIN_MS = 180_000;

/** The programs n8n's queue mode needs beside n8n. */
export interface Services {
	redisServer: string;
	/** The folder with initdb, postgres and psql. */
	postgresBin: string;
}

/** What to tell where they are missing. */
export const SERVICES_MISSING =
	'No redis-server or no PostgreSQL here, and they cannot be installed (that takes root or sudo on Debian or its like)';

/** @returns undefined when one of them is not installed */
export function findServices(): Services | undefined {
	if (process.platform === 'win32') return undefined;
	const onPath = (process.env.PATH ?? '').split(delimiter);
	// Debian keeps PostgreSQL's own programs off the PATH, a folder for each version.
	const versions = existsSync(DEBIAN_POSTGRES) ? readdirSync(DEBIAN_POSTGRES) : [];
	const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
	const places = [...newestFirst.map((version) => join(DEBIAN_POSTGRES, version, 'bin')), ...onPath];
	const redisServer = onPath
		.map((folder) => join(folder, 'redis-server'))
		.find((program) => existsSync(program));
	const postgresBin = places.find((folder) =>
		['initdb', 'postgres', 'psql'].every((program) => existsSync(join(folder, program))),
	);
	return redisServer && postgresBin ? { redisServer, postgresBin } : undefined;
}

/** The same, after installing what is missing where that is possible. */
export async function findOrInstallServices(): Promise<Services | undefined> {
	const found = findServices();
	const isRoot = process.getuid?.() === 0;
	if (found || !existsSync('/usr/bin/apt-get') || !(isRoot || existsSync('/usr/bin/sudo'))) return found;

	console.log('Installing Redis and PostgreSQL for n8n in queue mode (about a minute) …');
	const aptGet = async (...args: string[]) => {
		const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
		// Without asking: a password is nothing a test could wait for.
		const [program, ...rest] = isRoot ? command : ['sudo', '-n', ...command];
		await execute(program, rest, { timeout: INSTALLED_WITHIN_MS });
	};
	try {
		await aptGet('update');
		await aptGet('install', '-y', '--no-install-recommends', 'redis-server', 'postgresql');
	} catch (error) {
		console.log((error as Error).message.trim().split('\n').at(-1));
	}
	return findServices();
}
