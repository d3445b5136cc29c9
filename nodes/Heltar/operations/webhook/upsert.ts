import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../../core/http/errors';
import { refined } from '../../../../core/fields/field';
import { choices, link, text, toggle } from '../../../../core/fields/basic';
import { collection, rows } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { asList } from '../../lists';
import { endpoints } from '../../endpoints';

const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

const headers = refined(
	rows({
		displayName: 'Headers',
		description:
			'Headers every delivery carries, such as a secret. All of them have to be given on every update: headers that are left out are removed, and a value that begins with a star keeps the one that is stored.',
		row: 'Header',
		fields: {
			name: text({
				displayName: 'Name',
				placeholder: 'e.g. X-Hook-Secret',
				description: 'Name of the header',
				trim: true,
			}),
			value: text({
				displayName: 'Value',
				placeholder: 'e.g. f3a9c1e07d',
				description: 'Value of the header',
				trim: true,
			}),
		},
	}),
	(list): Record<string, string> => {
		const wrong = list.findIndex(({ name }) => !HEADER_NAME.test(name));
		if (wrong !== -1) {
			throw new BadInput(`is "${list[wrong].name}", which is not a header name`, [
				{ name: String(wrong), label: `Header ${wrong + 1}` },
				{ name: 'name', label: 'Name' },
			]);
		}
		return Object.fromEntries(list.map(({ name, value }) => [name, value]));
	},
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
