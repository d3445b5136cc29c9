import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { eventsSubtitle, filterOf } from '../shared/trigger/fields';
import { lifecycle } from '../shared/trigger/lifecycle';
import { describeFields, readFields } from '../shared/trigger/parameters';
import { receive } from '../shared/trigger/receive';
import { webhooks, WEBHOOK_NODE_VERSION } from '../shared/trigger/webhooks';
import { heltar } from './api';
import { fileFetcher, readMarker } from './incoming';
import { fields, isVerified } from './triggerFields';
import { isRegistered, ownSecret, register, SECRET_HEADER, unregister } from './webhook';

export class HeltarTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Heltar Trigger',
		name: 'heltarTrigger',
		icon: { light: 'file:heltar.svg', dark: 'file:heltar.dark.svg' },
		group: ['trigger'],
		version: WEBHOOK_NODE_VERSION,
		subtitle: eventsSubtitle,
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
		return receive(this, {
			provider: 'heltar',
			proof: isVerified(registration, options)
				? {
						credentialType: heltar.credentialType,
						expected: async () => await ownSecret(this),
						given: [this.getHeaderData()[SECRET_HEADER]],
					}
				: undefined,
			filter: filterOf(values, options),
			dropDuplicates: options.dropDuplicates ?? true,
			raw: options.raw ?? false,
			fetchFile: options.downloadMedia ? fileFetcher(this) : undefined,
			markRead: options.markRead ? readMarker(this) : undefined,
		});
	}
}
