import type {
	IExecuteFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describeAction, methodsOf, resumeAction, runAction, subtitleOf } from '../shared/actionNode';
import { actionHint } from '../shared/builderHints';
import { heltar } from './provider';

export class Heltar implements INodeType {
	description: INodeTypeDescription = {
		...describeAction(heltar),
		displayName: 'Heltar',
		name: 'heltar',
		icon: { light: 'file:heltar.svg', dark: 'file:heltar.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: subtitleOf(heltar),
		description: 'Send WhatsApp messages and manage contacts through Heltar',
		// n8n names tools after it, and tells an agent's model: "Send a text message in Heltar WhatsApp".
		defaults: { name: 'Heltar WhatsApp' },
		builderHint: actionHint(heltar.name),
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'heltarApi', required: true, testedBy: 'testCredential' }],
	};

	methods = methodsOf(heltar);

	async execute(this: IExecuteFunctions) {
		return await runAction(this, heltar);
	}

	/** Takes in the answer an execution waits for. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await resumeAction(this, heltar);
	}
}
