import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { describeMethods, describeProperties, describeSubtitle } from '../../core/run/resources';
import { run } from '../../core/run/run';
import { credentialMethodsOf } from './credentialMethods';
import type { Provider } from './provider';
import { resume, resumeWebhooks, waitingNodeTooltip } from './sendAndWait/resume';

/** The parts of an action node's description that follow from its provider's operations, and from the one that waits. */
export const describeAction = ({ resources }: Provider) =>
	({
		webhooks: resumeWebhooks,
		waitingNodeTooltip,
		properties: describeProperties(resources),
	}) satisfies Partial<INodeTypeDescription>;

/** What stands below the node's name on the canvas. */
export const subtitleOf = ({ resources }: Provider): string => describeSubtitle(resources);

/** What the editor calls: to fill lists, and to test the credential. */
export const methodsOf = (provider: Provider): NonNullable<INodeType['methods']> => ({
	...describeMethods(provider.resources),
	...credentialMethodsOf(provider),
});

/** Runs the node over its items. */
export const runAction = async (
	context: IExecuteFunctions,
	provider: Provider,
): Promise<INodeExecutionData[][]> => await run(context, provider);

/** Takes in the answer an execution waits for. */
export const resumeAction = async (
	context: IWebhookFunctions,
	{ questions }: Provider,
): Promise<IWebhookResponseData> => await resume(context, questions);
