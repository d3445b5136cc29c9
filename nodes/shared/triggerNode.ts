import type { INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Provider } from './provider';
import { deliverAnswers } from './sendAndWait/answers';
import type { TriggerValues } from './trigger/fields';
import { lifecycle } from './trigger/lifecycle';
import { panelOf } from './trigger/panel';
import { describeFields, readFields } from './trigger/parameters';
import { receive } from './trigger/receive';
import { WEBHOOK_NODE_VERSION, webhooks } from './trigger/webhooks';

export { eventsSubtitle } from './trigger/fields';

/** The parts of a trigger's description that are the same for every provider, or follow from its fields. */
export const describeTrigger = ({ name, webhook }: Provider) =>
	({
		...panelOf(name, webhook.texts),
		version: WEBHOOK_NODE_VERSION,
		webhooks,
		properties: describeFields(webhook.fields),
	}) satisfies Partial<INodeTypeDescription>;

/** What n8n calls when a workflow is published and unpublished. */
export const webhookMethodsOf = ({ webhook }: Provider) => lifecycle(webhook);

/** Takes in a delivery: answers to questions go to the executions that wait for them, all else starts the workflow. */
export async function runTrigger(
	context: IWebhookFunctions,
	{ eventName, webhook, questions }: Provider,
): Promise<IWebhookResponseData> {
	const chosen = readFields(context, webhook.fields) as TriggerValues;
	return await receive(context, {
		provider: eventName,
		forms: webhook.forms,
		proof: webhook.proof(context, chosen),
		chosen,
		handOn: async (delivery) => (await webhook.handOn?.(context, delivery)) ?? false,
		fetchFile: webhook.fetchFile(context),
		markRead: webhook.markRead(context),
		showTyping: webhook.showTyping(context),
		readChat: webhook.readChat?.(context),
		deliverAnswers: async (events, lateReply) => await deliverAnswers(context, questions, events, lateReply),
	});
}
