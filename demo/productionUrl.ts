import type { WorkflowData } from './n8nApi.ts';

/** Where the world reaches the trigger of a published workflow. */
export function productionUrl(n8nUrl: string, { nodes }: WorkflowData): string {
	const node = nodes.find(({ type, webhookId }) => type.endsWith('Trigger') && webhookId !== undefined);
	return `${n8nUrl}/webhook/${String(node?.webhookId)}/webhook`;
}
