import { join } from 'node:path';
import { startStage } from '../../demo/stage';
import { announce, keepStage } from './sharedN8n';

/** One real n8n for all end-to-end and browser tests; Jest runs this once for both suites. */
export default async function raiseStage(): Promise<void> {
	const stage = await startStage({ root: join(__dirname, '..', '..'), logLevel: 'debug' });
	keepStage(stage);
	announce(stage.n8n);
	// Jest leaves its teardown out when it is interrupted.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void stage.stop().then(() => process.exit(1)));
	}
}
