import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { toNodeError } from '../../core/http/errors';
import { eventsField } from '../shared/trigger/fields';
import { receive } from '../shared/trigger/receive';
import { webhookSecret } from '../shared/trigger/secret';
import { webhooks } from '../shared/trigger/webhooks';
import { heltar } from './api';
import { isRegistered, register, SECRET_HEADER, unregister } from './webhook';

export class HeltarTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Heltar Trigger',
		name: 'heltarTrigger',
		icon: { light: 'file:heltar.svg', dark: 'file:heltar.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["events"].join(", ")}}',
		description: 'Starts the workflow when a WhatsApp message arrives over Heltar',
		defaults: { name: 'Heltar Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'heltarApi', required: true }],
		webhooks,
		properties: [eventsField],
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await shown(this, isRegistered);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await shown(this, register);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await shown(this, unregister);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { apiKey } = await this.getCredentials<{ apiKey: string }>(heltar.credentialType);
		const url = this.getNodeWebhookUrl('default') as string;
		return receive(this, {
			provider: 'heltar',
			secret: {
				expected: webhookSecret(apiKey, url),
				given: this.getHeaderData()[SECRET_HEADER.toLowerCase()],
			},
			filter: { events: this.getNodeParameter('events') as string[] },
		});
	}
}

/** Runs a registration step and shows what goes wrong as n8n shows errors. */
async function shown<T>(hook: IHookFunctions, step: (hook: IHookFunctions) => Promise<T>): Promise<T> {
	try {
		return await step(hook);
	} catch (error) {
		throw toNodeError(hook.getNode(), error);
	}
}
