import type { N8n } from '../../demo/n8n';
import type { Environment } from '../../demo/environment';

/** The n8n all end-to-end and browser tests share; test files learn of it through the environment. */
export interface SharedN8n {
	n8nUrl: string;
	logFile: string;
}

const ADDRESS = 'WHATSAPP_BSP_N8N_ADDRESS';
/** Jest's setup and teardown share nothing but the global object of their process. */
const keeper = globalThis as { whatsappBspEnvironment?: KeptEnvironment };

type KeptEnvironment = Pick<Environment, 'stop'>;
export const keepEnvironment = (environment: KeptEnvironment): void =>
	void (keeper.whatsappBspEnvironment = environment);
export const keptEnvironment = (): KeptEnvironment | undefined => keeper.whatsappBspEnvironment;

export function announce({ url, logFile }: N8n): void {
	process.env[ADDRESS] = JSON.stringify({ n8nUrl: url, logFile } satisfies SharedN8n);
}

export function sharedN8n(): SharedN8n {
	return JSON.parse(process.env[ADDRESS] ?? '{}') as SharedN8n;
}
