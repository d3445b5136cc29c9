import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { databaseIn } from '../../demo/n8n';
import { installedIn } from '../../demo/n8nProcess';
import { UNPACKED } from '../../demo/packedPackage';
import type { Environment } from '../../demo/environment';

/** The n8n all end-to-end and browser tests share; test files learn of it through the environment. */
export interface SharedN8n {
	n8nUrl: string;
	logFile: string;
	/** The cookie of its owner, who is signed in. */
	session: string;
	/** A copy of its database from before the first test: the tables are there, and the owner. */
	database: string;
}

const ADDRESS = 'WHATSAPP_BSP_N8N_ADDRESS';
/** Jest's setup and teardown share nothing but the global object of their process. */
const keeper = globalThis as { whatsappBspEnvironment?: KeptEnvironment };

type KeptEnvironment = Pick<Environment, 'stop'>;
export const keepEnvironment = (environment: KeptEnvironment): void =>
	void (keeper.whatsappBspEnvironment = environment);
export const keptEnvironment = (): KeptEnvironment | undefined => keeper.whatsappBspEnvironment;

/** @returns the file of the copy, which goes with the user folder */
function copyOfDatabase(userFolder: string): string {
	const copy = join(userFolder, 'before-tests.sqlite');
	const running = new DatabaseSync(databaseIn(userFolder), { readOnly: true });
	running.prepare('VACUUM INTO ?').run(copy);
	running.close();
	return copy;
}

export function announce({ n8n: { url, logFile }, api }: Environment): void {
	const userFolder = dirname(logFile);
	const database = copyOfDatabase(userFolder);
	process.env[ADDRESS] = JSON.stringify({
		n8nUrl: url,
		logFile,
		session: api.session!,
		database,
	} satisfies SharedN8n);
	// Its package was packed a moment ago; an n8n that a test file starts for itself gets the same.
	process.env[UNPACKED] = installedIn(userFolder);
}

export function sharedN8n(): SharedN8n {
	return JSON.parse(process.env[ADDRESS] ?? '{}') as SharedN8n;
}
