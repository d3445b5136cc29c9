import { join } from 'node:path';
import type { Environment } from '../../demo/environment';
import { LAZY_EXPRESSIONS, startEnvironment } from '../../demo/environment';
import type { EnvironmentAddress } from './environment';
import { withFurtherSandbox } from './environment';
import { NODE_TYPES_IN_USE } from './nodeTypes';
import { sharedN8n } from './sharedN8n';

/** n8n has three minutes to start (demo/n8nProcess.ts), and a test of such a file may restart it. */
const RESTARTED_WITHIN_MS = 240_000;

/** Without its editor and without a process for Code nodes, neither of which such a test uses, n8n starts in half the time. */
export const WITHOUT_EDITOR = {
	...NODE_TYPES_IN_USE,
	N8N_DISABLE_UI: 'true',
	N8N_RUNNERS_MODE: 'external',
	N8N_RUNNERS_AUTH_TOKEN: 'no runner asks for work',
};

export interface OwnN8n {
	address(): EnvironmentAddress;
	withFurtherSandbox(): Promise<EnvironmentAddress>;
	/**
	 * What comes before the one restart that the tests of a file have in common, in the order of these calls: a start takes
	 * longer than most tests.
	 */
	beforeRestart(prepare: () => Promise<void>): void;
	/** Takes it away without a word, and starts it again. */
	kill(): Promise<void>;
}

/**
 * An n8n of this test file's own, for tests that restart it: the one of all other tests must not go away under them.
 *
 * @param settings of n8n; those the docs recommend when left out
 */
export function useOwnN8n(settings: NodeJS.ProcessEnv = LAZY_EXPRESSIONS): OwnN8n {
	jest.setTimeout(RESTARTED_WITHIN_MS);
	let environment: Environment;
	const preparations: Array<() => Promise<void>> = [];
	beforeAll(async () => {
		environment = await startEnvironment({
			root: join(__dirname, '..', '..'),
			logLevel: 'debug',
			database: sharedN8n().database,
			settings: { ...WITHOUT_EDITOR, ...settings },
		});
	}, RESTARTED_WITHIN_MS);
	beforeAll(async () => {
		for (const prepare of preparations) await prepare();
		if (preparations.length > 0) await environment.restartN8n();
	}, RESTARTED_WITHIN_MS);
	afterAll(async () => await environment?.stop());
	const address = () => ({
		n8nUrl: environment.n8n.url,
		logFile: environment.n8n.logFile,
		sandboxUrl: environment.sandboxUrl,
		session: environment.api.session,
	});
	return {
		address,
		withFurtherSandbox: async () => await withFurtherSandbox(address()),
		beforeRestart: (prepare) => void preparations.push(prepare),
		kill: async () => void (await environment.killN8n()),
	};
}
