import { join } from 'node:path';
import { LAZY_EXPRESSIONS } from '../../demo/environment';
import { findServices, SERVICES_MISSING } from '../../demo/queue/services';
import type { QueueEnvironment, QueueEnvironmentOptions } from '../../demo/queue/environment';
import { startQueueEnvironment } from '../../demo/queue/environment';
import { SandboxControl } from '../../demo/sandboxControl';
import type { EnvironmentAddress } from '../e2e/environment';
import { UNHURRIED } from '../e2e/environment';
import { WITHOUT_EDITOR } from '../e2e/ownN8n';
import { TriggerFixture } from '../e2e/triggerFixture';

export const ROOT = join(__dirname, '..', '..');

/** Databases, six processes of n8n, and all of that on two cores. */
export const STARTED_WITHIN_MS = 600_000;
/** How long a test waits for something of n8n. Some things it does once a minute, and it may have half a core for them. */
export const WAIT_LIMIT_MS = 180_000;
/** Longer than all a test waits for: it ends by its own waits, with words, and nothing of it goes on beside the next one. */
jest.setTimeout(900_000);

const services = findServices();

/** `describe` where Redis and PostgreSQL are installed; says why not where they are not. */
export const describeInQueueMode = (name: string, tests: () => void): void =>
	services ? describe(name, tests) : describe.skip(`${name} (${SERVICES_MISSING})`, tests);

/** With the settings docs/queue-mode.md recommends. */
export async function openQueueEnvironment(
	options: Partial<QueueEnvironmentOptions> = {},
): Promise<QueueEnvironment> {
	if (!services) throw new Error(SERVICES_MISSING);
	const settings = { ...WITHOUT_EDITOR, ...LAZY_EXPRESSIONS, ...options.settings };
	const environment = await startQueueEnvironment({ root: ROOT, services, ...options, settings });
	await controlOf(environment).delivery(DELIVERY);
	return environment;
}

const DELIVERY = { duplicates: 0, retryScale: 1, ...UNHURRIED };

/** What it does holds for both providers. */
const controlOf = ({ sandboxUrl }: QueueEnvironment) => new SandboxControl(sandboxUrl, 'heltar');

/** Where the fixtures of the other end-to-end tests find this n8n. */
export const addressOf = ({ url, sandboxUrl, main }: QueueEnvironment): EnvironmentAddress => ({
	n8nUrl: url,
	sandboxUrl,
	logFile: main.logFile,
	waitLimitMs: WAIT_LIMIT_MS,
});

export const openTrigger = async (environment: QueueEnvironment, provider: string): Promise<TriggerFixture> =>
	await TriggerFixture.open(provider, addressOf(environment));

/**
 * Puts everything back after a test, also after one that failed halfway: processes it took away, workflows it left active, what
 * it made the sandbox do.
 *
 * @throws the first thing that went wrong, after everything else was done; also when something is still registered at a
 * provider then, which is removed all the same
 */
export async function cleanUp(environment: QueueEnvironment, triggers: TriggerFixture[]): Promise<void> {
	const steps = [
		async () => await environment.startAll(),
		async () => await controlOf(environment).endFaults(),
		async () => await controlOf(environment).delivery(DELIVERY),
		async () => await deactivateAll(environment),
		...triggers.map((trigger) => async () => expect(await trigger.removeUrls()).toEqual([])),
	];
	const errors: unknown[] = [];
	for (const step of steps) await step().catch((error: unknown) => errors.push(error));
	if (errors.length > 0) throw errors[0];
}

async function deactivateAll({ api }: QueueEnvironment): Promise<void> {
	const workflows = await api.workflows();
	for (const workflow of workflows.filter(({ active }) => active)) {
		await api.stopListening(workflow);
		await api.deactivate(workflow);
	}
}
