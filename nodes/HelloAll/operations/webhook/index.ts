import type { Resource } from '../../../../core/run/resources';
import { deleteWebhook } from './delete';
import { get } from './get';
import { set } from './set';

export const webhook: Resource = {
	value: 'webhook',
	name: 'Webhook',
	operations: [deleteWebhook, get, set],
	startWith: get,
};
