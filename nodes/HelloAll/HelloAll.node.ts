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
import { helloAll } from './provider';

export class HelloAll implements INodeType {
	description: INodeTypeDescription = {
		...describeAction(helloAll),
		displayName: 'Hello All',
		name: 'helloAll',
		icon: { light: 'file:helloAll.svg', dark: 'file:helloAll.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: subtitleOf(helloAll),
		description:
			'Send WhatsApp messages and manage templates, the profile and custom fields through Hello All',
		// n8n names tools after it, and tells an agent's model: "Send a text message in Hello All WhatsApp".
		defaults: { name: 'Hello All WhatsApp' },
		builderHint: actionHint(helloAll.name),
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'helloAllApi', required: true, testedBy: 'testCredential' }],
	};

	methods = methodsOf(helloAll);

	async execute(this: IExecuteFunctions) {
		return await runAction(this, helloAll);
	}

	/** Takes in the answer an execution waits for. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await resumeAction(this, helloAll);
	}
}
