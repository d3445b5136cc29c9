import type { IDataObject } from 'n8n-workflow';

import { choices, link, text, toggle } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { headersField } from '../../../shared/webhook/headers';
import { asList } from '../../lists';
import { endpoints } from '../../endpoints';

const headers = headersField(
	'Headers that Heltar sends with every event, such as a secret. An update replaces all of them: headers you leave out are removed. To keep the stored value of a header, enter * as its value.',
);

/** Heltar API, "Webhooks": an upsert by URL, which leaves all other URLs as they are. */
export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update a webhook',
	description: 'Create a new webhook, or update the current one if it already exists (upsert)',
	effect: 'send',
	fields: {
		url: link({
			displayName: 'URL',
			placeholder: 'e.g. https://hooks.example.org/whatsapp',
			description: 'URL to send events to. If it is already registered, its webhook is updated.',
		}),
		isEnabled: toggle({
			displayName: 'Enabled',
			default: true,
			description: 'Whether Heltar sends events to this URL. When off, the webhook stays registered.',
		}),
		fields: choices({
			displayName: 'Events',
			default: ['metaWebhooks'],
			options: [
				{
					name: 'Messages and Statuses',
					value: 'metaWebhooks',
					description: 'Called Meta Webhooks in Heltar',
				},
				{
					name: 'Statuses with Custom Data',
					value: 'metaCustomFieldHook',
					description: 'For messages that were sent with custom data',
				},
			],
			description:
				'Events to send. If you choose both, statuses of messages with custom data are sent twice.',
		}),
		options: collection({
			fields: {
				headers,
				verifyToken: text({
					displayName: 'Verify Token',
					placeholder: 'e.g. my-token',
					secret: true,
					description:
						'Before Heltar saves the webhook, it sends this token to the URL in a GET request. The URL must answer with the challenge from that request.',
				}),
			},
		}),
	},
	request: ({ url, isEnabled, fields, options: { headers: given, verifyToken } }) => ({
		endpoint: endpoints.upsertWebhooks,
		body: {
			urls: [
				{
					url,
					isEnabled,
					...(fields.length > 0 ? { fields } : {}),
					...(given && Object.keys(given).length > 0 ? { headers: given } : {}),
					...(verifyToken ? { verifyToken } : {}),
				},
			],
		},
	}),
	// The answer lists all webhooks of the account, or nothing at all.
	output: (data, { url, isEnabled, fields }): IDataObject =>
		asList(data).find((entry) => entry.url === url) ?? { url, isEnabled, fields },
});
