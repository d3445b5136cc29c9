import type { IDataObject } from 'n8n-workflow';

import { choices, link, text, toggle } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { headersField } from '../../../shared/webhook/headers';
import { asList } from '../../lists';
import { endpoints } from '../../endpoints';

const headers = headersField(
	'Headers every delivery carries, such as a secret. All of them have to be given on every update: headers that are left out are removed, and a value that begins with a star keeps the one that is stored.',
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
			description: 'Where Heltar delivers to. A URL that is registered already is updated.',
		}),
		isEnabled: toggle({
			displayName: 'Enabled',
			default: true,
			description: 'Whether Heltar delivers to this URL; the entry stays when it does not',
		}),
		fields: choices({
			displayName: 'Events',
			default: ['metaWebhooks'],
			options: [
				{ name: 'Messages and Statuses', value: 'metaWebhooks' },
				{
					name: 'Statuses with Custom Data',
					value: 'metaCustomFieldHook',
					description: 'For messages that were sent with custom data',
				},
			],
			description: 'What is delivered. With both, statuses of messages with custom data are delivered twice.',
		}),
		options: collection({
			fields: {
				headers,
				verifyToken: text({
					displayName: 'Verify Token',
					placeholder: 'e.g. my-token',
					secret: true,
					description: 'Lets Heltar check the URL with a GET request first, which has to echo its challenge',
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
