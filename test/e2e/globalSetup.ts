import { join } from 'node:path';
import { LAZY_EXPRESSIONS, startEnvironment } from '../../demo/environment';
import { NODE_TYPES_IN_USE } from './nodeTypes';
import { announce, keepEnvironment } from './sharedN8n';

/** n8n 2.40 has agents of its own only with this setting, which older versions refuse to start with. */
const AGENTS = process.env.WHATSAPP_BSP_N8N ? {} : { N8N_ENABLED_MODULES: 'agents' };

/** One real n8n for all end-to-end and browser tests; Jest runs this once for both suites. */
export default async function startSharedEnvironment(): Promise<void> {
	const environment = await startEnvironment({
		root: join(__dirname, '..', '..'),
		logLevel: 'debug',
		settings: { ...LAZY_EXPRESSIONS, ...NODE_TYPES_IN_USE, ...AGENTS },
	});
	keepEnvironment(environment);
	announce(environment);
	// Jest leaves its teardown out when it is interrupted.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void environment.stop().then(() => process.exit(1)));
	}
}
