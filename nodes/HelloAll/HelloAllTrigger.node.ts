import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { withoutTaps } from '../shared/sendAndWait/taps';
import { eventsSubtitle, lifecycle, readFields, receive, triggerParts } from '../shared/trigger/shell';
import { helloAll } from './http';
import { asking } from './asking';
import { fileFetcher, readMarker } from './incoming';
import { OwnAddress } from './ownAddress';
import { isRegistered, register, unregister } from './registration';
import { fields } from './triggerFields';

export class HelloAllTrigger implements INodeType {
	description: INodeTypeDescription = {
		...triggerParts(fields),
		displayName: 'Hello All Trigger',
		name: 'helloAllTrigger',
		icon: { light: 'file:helloAll.svg', dark: 'file:helloAll.dark.svg' },
		credentials: [{ name: 'helloAllApi', required: true }],
		group: ['trigger'],
		subtitle: eventsSubtitle,
		// n8n's node panel has one entry for trigger and node, and takes this sentence for both.
		description: 'Start workflows when WhatsApp messages arrive over Hello All, and send messages',
		defaults: { name: 'Hello All Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
	};

	webhookMethods = lifecycle({ isRegistered, register, unregister });

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const chosen = readFields(this, fields);
		return receive(this, {
			provider: 'helloAll',
			proof:
				chosen.options.verify === false
					? undefined
					: {
							credentialType: helloAll.credentialType,
							expected: async () => (await OwnAddress.of(this)).secret,
							given: OwnAddress.tokensIn(this),
						},
			chosen,
			fetchFile: fileFetcher(this),
			markRead: readMarker(this),
			deliverAnswers: async (events, lateReply) => await withoutTaps(this, asking, events, lateReply),
		});
	}
}
