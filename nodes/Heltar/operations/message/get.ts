import type { IDataObject } from 'n8n-workflow';

import { simplify, text } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { simplifyMessage } from '../../historyRecord';
import { endpoints } from '../../endpoints';

/** Heltar API, "Fetch message by ID". */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a message',
	description: 'Get one message with its status',
	effect: 'read',
	fields: {
		wamid: text({
			displayName: 'Message ID',
			placeholder: 'e.g. wamid.HBgMNDQ3NzAwOTAwMTIz',
			description: 'ID of the message, or the provisional ID of a queued message, which starts with hemid',
			trim: true,
		}),
		simplify: simplify(),
	},
	request: ({ wamid }) => ({ endpoint: endpoints.getMessage, query: { wamid } }),
	output: (data, { simplify: simple }) =>
		simple ? simplifyMessage((data ?? {}) as IDataObject) : ((data ?? {}) as IDataObject),
});
