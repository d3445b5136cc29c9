import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../../../core/run/operation';
import { readWebhook, registeredIn } from '../../webhook';
import { classicOnly } from '../../fields';

/** Hello All collection: Get Webhook. Read with GET only; the collection's own form would overwrite it. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get the webhook',
	description: classicOnly('Get the address that Hello All delivers events to'),
	effect: 'read',
	fields: {},
	run: async (_, tools) => {
		const answer = await readWebhook(tools);
		const found = registeredIn(answer);
		return { url: found.state === 'set' ? found.url : null, raw: (answer ?? null) as IDataObject | null };
	},
});
