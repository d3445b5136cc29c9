import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { triggerHint } from '../shared/builderHints';
import { credentialMethodsOf } from '../shared/credentialMethods';
import { describeTrigger, eventsSubtitle, runTrigger, webhookMethodsOf } from '../shared/triggerNode';
import { helloAll } from './provider';

export class HelloAllTrigger implements INodeType {
	description: INodeTypeDescription = {
		...describeTrigger(helloAll),
		displayName: 'Hello All Trigger',
		name: 'helloAllTrigger',
		icon: { light: 'file:helloAll.svg', dark: 'file:helloAll.dark.svg' },
		credentials: [{ name: 'helloAllApi', required: true, testedBy: 'testCredential' }],
		group: ['trigger'],
		subtitle: eventsSubtitle,
		// n8n's node panel has one entry for trigger and node, and takes this sentence for both.
		description: 'Receive WhatsApp messages and events through Hello All, or send messages from a workflow',
		defaults: { name: 'Hello All Trigger' },
		builderHint: triggerHint(helloAll.name),
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
	};

	methods = credentialMethodsOf(helloAll);

	webhookMethods = webhookMethodsOf(helloAll);

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await runTrigger(this, helloAll);
	}
}
