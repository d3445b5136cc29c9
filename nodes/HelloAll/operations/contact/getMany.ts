import { when } from '../../../../core/fields/field';
import { limit, returnAll } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { chatsIn, pagesOf } from '../../crm';
import { endpoints } from '../../endpoints';

const PAGE = 100;

/** Hello All CRM, list of contacts. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many contacts',
	description: 'Get the contacts in Hello All',
	effect: 'read',
	fields: { returnAll: returnAll(), limit: when({ returnAll: [false] }, limit()) },
	run: async ({ returnAll: all, limit: most }, { call }) =>
		await pagesOf(call, { endpoint: endpoints.getContacts }, chatsIn, {
			size: all ? PAGE : Math.min(PAGE, most ?? PAGE),
			limit: all ? undefined : most,
		}),
});
