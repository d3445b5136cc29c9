import { join } from 'node:path';
import { startStage } from '../../demo/stage';
import { announceStage, keepStage, serveRestart } from './stage';

/** One sandbox and one real n8n for all end-to-end and browser tests; Jest runs this once for both suites. */
export default async function raiseStage(): Promise<void> {
	const stage = await startStage({ root: join(__dirname, '..', '..'), logLevel: 'debug' });
	const restart = await serveRestart(stage);
	const stop = async () => {
		restart.server.close();
		await stage.stop();
	};
	keepStage({ stop });
	announceStage({
		n8nUrl: stage.n8n.url,
		sandboxUrl: stage.sandboxUrl,
		logFile: stage.n8n.logFile,
		restartUrl: restart.url,
	});
	// Jest leaves its teardown out when it is interrupted.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void stop().then(() => process.exit(1)));
	}
}
