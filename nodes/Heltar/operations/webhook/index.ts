import type { Resource } from '../../../../core/run/resources';
import { deleteWebhook } from './delete';
import { upsert } from './upsert';

export const webhook: Resource = {
	value: 'webhook',
	name: 'Webhook',
	operations: [deleteWebhook, upsert],
	startWith: upsert,
};
