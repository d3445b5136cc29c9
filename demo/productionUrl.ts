import type { WorkflowData } from './n8nApi.ts';

/** Where the world reaches the first node of a published workflow that has a webhook. */
export function productionUrl(n8nUrl: string, { nodes }: WorkflowData): string {
	const node = nodes.find(({ webhookId }) => webhookId !== undefined);
	return `${n8nUrl}/webhook/${String(node?.webhookId)}/webhook`;
}
