import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { campaignsIn, pagesOf } from '../../crm';
import { endpoints } from '../../endpoints';

const PAGE = 50;

/** Hello All CRM, list of campaigns. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many campaigns',
	description: 'Get the campaigns that were made in the panel',
	effect: 'read',
	fields: returnAllOrLimit(),
	run: async ({ returnAll: all, limit: most }, { call }) => {
		const size = all ? PAGE : Math.min(PAGE, most ?? PAGE);
		// Panels differ in the name of the page size.
		return await pagesOf(call, { endpoint: endpoints.getCampaigns, query: { rows: size } }, campaignsIn, {
			size,
			limit: all ? undefined : most,
		});
	},
});
