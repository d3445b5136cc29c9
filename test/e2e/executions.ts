import type { Execution, N8nApi, Workflow } from '../../demo/n8nApi';
import { eventually } from '../waiting';

/**
 * The executions of a workflow, the newest first, once that many have ended and no more. An answer may
 * arrive before the execution that sent it has ended, and n8n's public API lists none that it still has at
 * hand: neither one that runs nor, for a moment, one whose end it has saved.
 */
export async function endedExecutions(
	api: N8nApi,
	workflow: Pick<Workflow, 'id'>,
	expected: number,
	withinMs = 180_000,
): Promise<Execution[]> {
	// Counts at first, because reading a hundred executions keeps n8n busy.
	const count = async () => await api.countExecutions(workflow.id);
	await eventually(async () => (await count()) >= expected, `${expected} executions`, withinMs);
	const all = await eventually(
		async () => {
			const listed = await api.executions(workflow.id);
			return listed.length >= expected && listed;
		},
		`${expected} executions in the list`,
		withinMs,
	);
	const told = all.map(({ id, status }) => `${id}: ${status}`);
	if (all.length > expected)
		throw new Error(`${expected} executions expected, and there are ${told.join(', ')}`);
	return all;
}
