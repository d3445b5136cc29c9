import type {
	IExecuteFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { actionParts, describeMethods, describeSubtitle, resume, run } from '../shared/actionShell';
import { heltar } from './http';
import { asking } from './asking';
import { resources } from './operations';

export class Heltar implements INodeType {
	description: INodeTypeDescription = {
		...actionParts(resources),
		displayName: 'Heltar',
		name: 'heltar',
		icon: { light: 'file:heltar.svg', dark: 'file:heltar.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: describeSubtitle(resources),
		description: 'Send WhatsApp messages and manage contacts over Heltar',
		// n8n names tools after it, and tells an agent's model: "Send a text message in Heltar WhatsApp".
		defaults: { name: 'Heltar WhatsApp' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'heltarApi', required: true }],
	};

	methods = describeMethods(resources);

	async execute(this: IExecuteFunctions) {
		return await run(this, { http: heltar, resources });
	}

	/** Takes in the answer an execution waits for. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await resume(this, asking);
	}
}
