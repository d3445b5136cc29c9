import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nApi } from './n8nApi.ts';
import type { Workflow, WorkflowNode } from './n8nTypes.ts';
import { PACKAGE } from './packedPackage.ts';
import type { DemoProvider } from './providers.ts';

/** A workflow the demo published, so that there is an answer to the first message. */
export interface FirstTry {
	provider: DemoProvider;
	workflow: Pick<Workflow, 'id' | 'name'>;
}

const EVERY_MS = 300;

/** What a trigger says about the messages it starts for. */
interface TriggerParameters {
	events?: string[];
	filters?: { types?: string[]; optOuts?: string };
}

function takesTexts({ parameters }: WorkflowNode): boolean {
	const { events = ['message'], filters = {} } = parameters as TriggerParameters;
	const { types = [], optOuts } = filters;
	return events.includes('message') && (types.length === 0 || types.includes('text')) && optOuts !== 'only';
}

const listensBeside = (
	{ name, oneWebhook, leavesAlone }: DemoProvider,
	other: Pick<Workflow, 'name' | 'nodes'>,
): boolean =>
	!leavesAlone.includes(other.name) &&
	other.nodes.some(
		(node) => node.type === `${PACKAGE}.${name}Trigger` && !node.disabled && (oneWebhook || takesTexts(node)),
	);

/**
 * Unpublishes the demo's own workflow of a provider when the user publishes one that would answer the same message, or that needs
 * the webhook of a number which has only one. Once for each provider: what the user publishes afterwards is their own decision.
 *
 * @param tell is called with what was unpublished, and for the sake of which workflow
 */
export async function makeWay(
	api: N8nApi,
	firstTries: FirstTry[],
	tell: (unpublished: string, other: string) => void,
	signal: AbortSignal,
): Promise<void> {
	let left = firstTries;
	const known = new Set(firstTries.map(({ workflow }) => workflow.id));
	while (left.length > 0 && !signal.aborted) {
		await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
		// n8n may be busy, or about to end: the next look will tell.
		const active = await activeWorkflows(api).catch(() => undefined);
		if (!active) continue;
		left = left.filter(({ workflow }) => active.has(workflow.id));
		for (const id of [...active].filter((one) => !known.has(one))) {
			const stepAside = async () => {
				const other = await api.workflow(id);
				for (const { provider, workflow } of left) {
					if (!listensBeside(provider, other)) continue;
					await api.deactivate(workflow);
					tell(workflow.name, other.name);
				}
				known.add(id);
			};
			await stepAside().catch(() => undefined);
		}
	}
}

const activeWorkflows = async (api: N8nApi) =>
	new Set((await api.workflows()).filter(({ active }) => active).map(({ id }) => id));
