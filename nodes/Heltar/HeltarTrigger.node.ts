import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { triggerHint } from '../shared/builderHints';
import { credentialMethodsOf } from '../shared/credentialMethods';
import { describeTrigger, eventsSubtitle, runTrigger, webhookMethodsOf } from '../shared/triggerNode';
import { heltar } from './provider';

export class HeltarTrigger implements INodeType {
	description: INodeTypeDescription = {
		...describeTrigger(heltar),
		displayName: 'Heltar Trigger',
		name: 'heltarTrigger',
		icon: { light: 'file:heltar.svg', dark: 'file:heltar.dark.svg' },
		group: ['trigger'],
		subtitle: eventsSubtitle,
		// n8n's node panel has one entry for trigger and node, and takes this sentence for both.
		description: 'Receive WhatsApp messages and events through Heltar, or send messages from a workflow',
		defaults: { name: 'Heltar Trigger' },
		builderHint: triggerHint(heltar.name),
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'heltarApi', required: true, testedBy: 'testCredential' }],
	};

	methods = credentialMethodsOf(heltar);

	webhookMethods = webhookMethodsOf(heltar);

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await runTrigger(this, heltar);
	}
}
