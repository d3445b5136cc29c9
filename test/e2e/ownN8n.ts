import { join } from 'node:path';
import type { Stage } from '../../demo/stage';
import { startStage } from '../../demo/stage';
import type { StageAddress } from './stage';

/** An n8n of this test file's own, for tests that restart it: the one of all other tests must not go away under them. */
export function useOwnN8n(): { address(): StageAddress; restart(): Promise<void> } {
	let stage: Stage;
	beforeAll(async () => {
		stage = await startStage({ root: join(__dirname, '..', '..'), logLevel: 'debug' });
	}, 240_000);
	afterAll(async () => await stage?.stop());
	return {
		address() {
			const { sandboxUrl, n8n } = stage;
			return { n8nUrl: n8n.url, logFile: n8n.logFile, sandboxUrl };
		},
		restart: async () => void (await stage.restartN8n()),
	};
}
