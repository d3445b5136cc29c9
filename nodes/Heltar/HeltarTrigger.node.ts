import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { filterOf } from '../shared/trigger/fields';
import { lifecycle } from '../shared/trigger/lifecycle';
import { describeFields, readFields } from '../shared/trigger/parameters';
import { receive } from '../shared/trigger/receive';
import { webhookSecret } from '../shared/trigger/secret';
import { webhooks } from '../shared/trigger/webhooks';
import { heltar } from './api';
import { fileFetcher, readMarker } from './incoming';
import { fields, isVerified } from './triggerFields';
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
		properties: describeFields(fields),
	};

	webhookMethods = lifecycle({ isRegistered, register, unregister });

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { registration, options, ...values } = readFields(this, fields);
		const { apiKey } = await this.getCredentials<{ apiKey: string }>(heltar.credentialType);
		const url = this.getNodeWebhookUrl('default') as string;
		return receive(this, {
			provider: 'heltar',
			secret: isVerified(registration, options)
				? { expected: webhookSecret(apiKey, url), given: [this.getHeaderData()[SECRET_HEADER]] }
				: undefined,
			filter: filterOf(values, options),
			dropDuplicates: options.dropDuplicates ?? true,
			raw: options.raw ?? false,
			fetchFile: options.downloadMedia ? fileFetcher(this) : undefined,
			markRead: options.markRead ? readMarker(this) : undefined,
		});
	}
}
