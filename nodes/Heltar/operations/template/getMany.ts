import { toggle } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { templateList } from '../../lists';

/** Heltar API, "Fetch template list": all at once, today one entry a language. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many templates',
	description: 'Get the message templates of the account with their status',
	effect: 'read',
	fields: {
		...returnAllOrLimit(),
		options: collection({
			fields: {
				refresh: toggle({
					displayName: 'Refresh',
					description: 'Whether Heltar asks WhatsApp anew instead of answering from its cache',
				}),
			},
		}),
	},
	request: ({ options }) => templateList.request(options.refresh ? { refresh: true } : undefined),
	output: (data, { limit: most }) => templateList.entries(data).slice(0, most),
});
