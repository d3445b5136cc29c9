import { isNotFound } from '../../../../core/http/errors';
import { text } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { endpoints } from '../../endpoints';

/** Heltar API, "Delete webhook URL": by the exact URL; one that is gone already is fine. */
export const deleteWebhook = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a webhook',
	description: 'Remove a URL from the webhooks of the account',
	effect: 'send',
	fields: {
		url: text({
			displayName: 'URL',
			placeholder: 'e.g. https://hooks.example.org/whatsapp',
			description: 'The URL exactly as it is registered',
			trim: true,
		}),
	},
	run: async ({ url }, { call }) => {
		await call({
			endpoint: endpoints.deleteWebhook,
			query: { url },
		}).catch((error: unknown) => {
			if (!isNotFound(error)) throw error;
		});
		return { deleted: true, url };
	},
});
