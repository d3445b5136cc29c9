import { returnAllOrLimit } from '../../../../core/fields/returnAll';
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
	fields: returnAllOrLimit(),
	run: async ({ returnAll: all, limit: most }, { call }) =>
		await pagesOf(call, { endpoint: endpoints.getContacts }, chatsIn, {
			size: all ? PAGE : Math.min(PAGE, most ?? PAGE),
			limit: all ? undefined : most,
		}),
});
