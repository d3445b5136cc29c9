import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/** The programs n8n's queue mode needs beside n8n. */
export interface Services {
	/** With redis-cli beside it. */
	redisServer: string;
	/** The folder with initdb, postgres and psql. */
	postgresBin: string;
}

/** What to tell where they are missing. */
export const SERVICES_MISSING = 'Redis or PostgreSQL is not installed (Debian: redis-server, postgresql)';

/** @returns undefined when one of them is not installed */
export function findServices(): Services | undefined {
	if (process.platform === 'win32') return undefined;
	const onPath = (process.env.PATH ?? '').split(delimiter);
	// Debian keeps PostgreSQL's own programs off the PATH, a folder for each version.
	const versions = existsSync(DEBIAN_POSTGRES) ? readdirSync(DEBIAN_POSTGRES) : [];
	const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
	const places = [...newestFirst.map((version) => join(DEBIAN_POSTGRES, version, 'bin')), ...onPath];
	const folderWith = (programs: string[], folders: string[]) =>
		folders.find((folder) => programs.every((program) => existsSync(join(folder, program))));
	const redisBin = folderWith(['redis-server', 'redis-cli'], onPath);
	const postgresBin = folderWith(['initdb', 'postgres', 'psql'], places);
	return redisBin && postgresBin ? { redisServer: join(redisBin, 'redis-server'), postgresBin } : undefined;
}
