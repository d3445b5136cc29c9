import { optional } from '../../../../core/fields/field';
import { link } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { deleteWebhookCall, registered } from '../../webhook';
import { classicOnly } from '../../fields';

/** Hello All collection: Delete Webhook. Its own form is the one that sets it, so DELETE comes first. */
export const deleteWebhook = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete the webhook',
	description: classicOnly('Delete the webhook, so that Hello All sends no more events'),
	effect: 'never',
	fields: {
		url: optional(
			link({
				displayName: 'URL',
				placeholder: 'e.g. https://n8n.example.org/webhook/hello-all',
				description:
					'Only delete the webhook if it has this URL. If empty, the registered webhook is deleted whatever its URL.',
			}),
		),
	},
	run: async ({ url }, { firstAvailable, call }) => {
		const before = await registered({ call });
		if (before.state === 'none') return { deleted: true, message: 'No webhook was registered' };
		if (before.state === 'set' && url !== undefined && before.url !== url) {
			return { deleted: false, skipped: 'another webhook is registered', registered: before.url };
		}
		const named = url ?? (before.state === 'set' ? before.url : undefined);
		const mayClear = before.state === 'set' || url === undefined;
		const { index } = await firstAvailable(deleteWebhookCall(named, mayClear));
		return { deleted: true, method: index === 0 ? 'delete' : 'clear' };
	},
});
