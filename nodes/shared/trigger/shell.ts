import type { INodeTypeDescription } from 'n8n-workflow';

import type { FieldRecord } from '../../../core/fields/field';
import { describeFields } from './parameters';
import { webhooks, WEBHOOK_NODE_VERSION } from './webhooks';

/** What a trigger node is put together from. */
export { eventsSubtitle } from './fields';
export { lifecycle } from './lifecycle';
export { readFields } from './parameters';
export { receive } from './receive';

/** The parts of a description that are the same for every trigger, or follow from its fields. */
export const triggerParts = (fields: FieldRecord) =>
	({
		version: WEBHOOK_NODE_VERSION,
		webhooks,
		properties: describeFields(fields),
	}) satisfies Partial<INodeTypeDescription>;
