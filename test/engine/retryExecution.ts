import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type { IDataObject, INode, IRun } from 'n8n-workflow';

import type { Credentials, NodeRun } from './harness';
import { additionalData, toNodeRun, workflowWith } from './harness';

/**
 * "Retry" in n8n's list of executions, as its server does it: what was saved of the failed execution comes back from the
 * database, the run that failed is taken out, and the node that failed begins again.
 * @param parameters of the node as it is saved now, for "Retry with currently saved workflow"
 */
export async function retryExecution(
	{ run: failed }: NodeRun,
	credentials: Credentials,
	parameters?: IDataObject,
): Promise<NodeRun> {
	const data = JSON.parse(JSON.stringify(failed.data)) as IRun['data'];
	delete data.resultData.error;
	data.resultData.runData.Node.pop();
	const [entry] = data.executionData!.nodeExecutionStack;
	const { type, parameters: before, ...settings } = entry.node;
	const workflow = workflowWith(type, parameters ?? before, settings);
	entry.node = workflow.getNode('Node') as INode;
	const hooks = new ExecutionLifecycleHooks('retry', '2', {
		id: 'wf1',
		nodes: [],
		connections: {},
	} as never);
	const additional = additionalData(credentials, { hooks, executionId: '2' });
	return toNodeRun(await new WorkflowExecute(additional, 'retry', data).processRunExecutionData(workflow));
}
