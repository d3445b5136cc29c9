import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { withoutTaps } from '../shared/sendAndWait/taps';
import { eventsSubtitle, lifecycle, readFields, receive, triggerParts } from '../shared/trigger/shell';
import { heltar } from './http';
import { asking } from './asking';
import { fileFetcher, readMarker } from './incoming';
import { fields, isVerified } from './triggerFields';
import { isRegistered, ownSecret, register, SECRET_HEADER, unregister } from './webhook';

export class HeltarTrigger implements INodeType {
	description: INodeTypeDescription = {
		...triggerParts(fields),
		displayName: 'Heltar Trigger',
		name: 'heltarTrigger',
		icon: { light: 'file:heltar.svg', dark: 'file:heltar.dark.svg' },
		group: ['trigger'],
		subtitle: eventsSubtitle,
		// n8n's node panel has one entry for trigger and node, and takes this sentence for both.
		description: 'Start workflows when WhatsApp messages arrive over Heltar, and send messages',
		defaults: { name: 'Heltar Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'heltarApi', required: true }],
	};

	webhookMethods = lifecycle({ isRegistered, register, unregister });

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const chosen = readFields(this, fields);
		return receive(this, {
			provider: 'heltar',
			proof: isVerified(chosen.registration, chosen.options)
				? {
						credentialType: heltar.credentialType,
						expected: async () => await ownSecret(this),
						given: [this.getHeaderData()[SECRET_HEADER]],
					}
				: undefined,
			chosen,
			fetchFile: fileFetcher(this),
			markRead: readMarker(this),
			deliverAnswers: async (events, lateReply) => await withoutTaps(this, asking, events, lateReply),
		});
	}
}
