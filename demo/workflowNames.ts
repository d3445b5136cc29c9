import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nApi } from './n8nApi.ts';
import { SandboxControl } from './sandboxControl.ts';

const EVERY_MS = 1_000;

/**
 * Tells the phone page which workflow each webhook belongs to, also when one is published or renamed later: a URL alone says
 * nothing to a person.
 *
 * @param provider the sandbox's name of any provider: the names hold for all of them
 */
export async function tellWorkflowNames(
	api: N8nApi,
	{ sandboxUrl, provider }: { sandboxUrl: string; provider: string },
	signal: AbortSignal,
): Promise<void> {
	const control = new SandboxControl(sandboxUrl, provider);
	/** What n8n makes of each webhook's URL, by the workflow's ID. */
	const partsOf = new Map<string, string[]>();
	let told = '';
	const tell = async () => {
		const names: Record<string, string> = {};
		for (const { id, name, active } of await api.workflows()) {
			if (active && !partsOf.has(id)) {
				const { nodes } = await api.workflow(id);
				partsOf.set(
					id,
					nodes.flatMap(({ webhookId }) => webhookId ?? []),
				);
			}
			// Changed nodes are looked at when the workflow is published again.
			if (!active) partsOf.delete(id);
			for (const part of partsOf.get(id) ?? []) names[part] = name;
		}
		if (JSON.stringify(names) === told) return;
		await control.nameWorkflows(names);
		told = JSON.stringify(names);
	};
	while (!signal.aborted) {
		// n8n may be busy, or about to end: the next look will tell.
		await tell().catch(() => undefined);
		await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
	}
}
