import { join } from 'node:path';
import { LAZY_EXPRESSIONS, startEnvironment } from '../../demo/environment';
import { NODE_TYPES_IN_USE } from './nodeTypes';
import { announce, keepEnvironment } from './sharedN8n';

/** One real n8n for all end-to-end and browser tests; Jest runs this once for both suites. */
export default async function startSharedEnvironment(): Promise<void> {
	const environment = await startEnvironment({
		root: join(__dirname, '..', '..'),
		logLevel: 'debug',
		settings: { ...LAZY_EXPRESSIONS, ...NODE_TYPES_IN_USE },
	});
	keepEnvironment(environment);
	announce(environment);
	// Jest leaves its teardown out when it is interrupted.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void environment.stop().then(() => process.exit(1)));
	}
}
