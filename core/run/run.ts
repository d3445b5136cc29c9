import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { paceOf } from '../http/pace';
import { leaveHints } from './hints';
import { toOutput } from './output';
import { strictest } from './pacing';
import { planItems } from './plan';
import { runError } from './runError';
import type { RunProvider } from './runState';
import { RunState } from './runState';
import { runTasks } from './runTasks';
import { tasksOf } from './tasks';

const DEFAULT_CONCURRENCY = 5;

/**
 * Runs a node over its items, in four steps: read and check all items (nothing is sent yet), make tasks of them, carry
 * the tasks out, give every item its result.
 *
 * With On Error = Stop Workflow, an invalid item stops the run before anything is sent. A failed call stops the run after
 * that call and the calls already running. Items in the same call may have been sent, also items after the failed one.
 *
 * With Retry On Fail, n8n calls this again for the same items. With Retry in the list of executions, n8n runs a failed
 * execution again. Both times, sent and unknown items keep their result and are not sent again (retryOnFailMemory.ts, savedRun.ts). A
 * result from an earlier try does not stop this run: items without a final result are still sent. At the end the run fails
 * if any item failed or is unknown, unless the node continues on error.
 */
export async function run(
	context: IExecuteFunctions,
	provider: RunProvider,
): Promise<INodeExecutionData[][]> {
	const state = new RunState(context, provider);
	const { results, retryOnFailMemory, limiter } = state;
	const recipientOf = (index: number) => state.recipients.of(index);

	const plan = await planItems(state);
	state.pacing = strictest(plan.map(({ operation, values }) => operation.pacing?.(values) ?? {}));
	const { messagesPerSecond, concurrentCalls = DEFAULT_CONCURRENCY } = state.pacing;
	if (messagesPerSecond !== undefined) {
		limiter.limitTo(messagesPerSecond, paceOf(context, provider.http.credentialType));
	}
	await runTasks(tasksOf(plan, state), concurrentCalls, () => state.isStopped);
	state.closeParts();

	const cancelled = state.isCancelled && results.some((result) => !result?.ok);
	if (cancelled || (!state.continuesOnFail && results.some((result) => result && !result.ok))) {
		throw runError(context, results, { hasEffect: retryOnFailMemory.hasEffect, cancelled, recipientOf });
	}
	state.forgetSavedResults();
	leaveHints(state);
	return [toOutput(context, results, recipientOf)];
}
