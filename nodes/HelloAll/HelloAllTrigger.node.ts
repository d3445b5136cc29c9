import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { eventsSubtitle, filterOf } from '../shared/trigger/fields';
import { lifecycle } from '../shared/trigger/lifecycle';
import { describeFields, readFields } from '../shared/trigger/parameters';
import { receive } from '../shared/trigger/receive';
import { webhooks, WEBHOOK_NODE_VERSION } from '../shared/trigger/webhooks';
import { helloAll } from './api';
import { fileFetcher, readMarker } from './incoming';
import { OwnAddress } from './ownAddress';
import { isRegistered, register, unregister } from './registration';
import { fields } from './triggerFields';

export class HelloAllTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Hello All Trigger',
		name: 'helloAllTrigger',
		icon: { light: 'file:helloAll.svg', dark: 'file:helloAll.dark.svg' },
		group: ['trigger'],
		version: WEBHOOK_NODE_VERSION,
		subtitle: eventsSubtitle,
		description: 'Starts the workflow when a WhatsApp message arrives over Hello All',
		defaults: { name: 'Hello All Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'helloAllApi', required: true }],
		webhooks,
		properties: describeFields(fields),
	};

	webhookMethods = lifecycle({ isRegistered, register, unregister });

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { options, ...values } = readFields(this, fields);
		return receive(this, {
			provider: 'helloAll',
			proof:
				options.verify === false
					? undefined
					: {
							credentialType: helloAll.credentialType,
							expected: async () => (await OwnAddress.of(this)).secret,
							given: OwnAddress.tokensIn(this),
						},
			filter: filterOf(values, options),
			dropDuplicates: options.dropDuplicates ?? true,
			raw: options.raw ?? false,
			fetchFile: options.downloadMedia ? fileFetcher(this) : undefined,
			markRead: options.markRead ? readMarker(this) : undefined,
		});
	}
}
