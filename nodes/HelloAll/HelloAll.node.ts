import type {
	IExecuteFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { actionParts, describeMethods, describeSubtitle, resume, run } from '../shared/actionShell';
import { helloAll } from './http';
import { asking } from './asking';
import { resources } from './operations';

export class HelloAll implements INodeType {
	description: INodeTypeDescription = {
		...actionParts(resources),
		displayName: 'Hello All',
		name: 'helloAll',
		icon: { light: 'file:helloAll.svg', dark: 'file:helloAll.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: describeSubtitle(resources),
		description: 'Send WhatsApp messages and manage templates, profile and custom fields over Hello All',
		// n8n names tools after it, and tells an agent's model: "Send a text message in Hello All WhatsApp".
		defaults: { name: 'Hello All WhatsApp' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'helloAllApi', required: true }],
	};

	methods = describeMethods(resources);

	async execute(this: IExecuteFunctions) {
		return await run(this, { http: helloAll, resources });
	}

	/** Takes in the answer an execution waits for. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await resume(this, asking);
	}
}
