import { BadInput } from '../../../../core/http/errors';
import { collectPages } from '../../../../core/http/pagination';
import { refined } from '../../../../core/fields/field';
import { simplify } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { day } from '../../../../core/fields/dateTime';
import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { readCampaign } from '../../campaign';
import { campaignList } from '../../lists';
import { simplifiedCampaign } from '../../simplified';

const filters = refined(
	collection({
		displayName: 'Filters',
		placeholder: 'Add filter',
		fields: {
			endDate: day({
				displayName: 'Last Day',
				placeholder: 'e.g. 2026-03-31',
				description: 'Only campaigns created on or before this day, Indian time. Requires First Day as well.',
			}),
			startDate: day({
				displayName: 'First Day',
				placeholder: 'e.g. 2026-03-01',
				description: 'Only campaigns created on or after this day, Indian time. Requires Last Day as well.',
			}),
		},
	}),
	(given) => {
		if ((given.startDate === undefined) !== (given.endDate === undefined)) {
			throw new BadInput('fill in both a first and a last day, or neither');
		}
		return given;
	},
);

/** Heltar API, "List of campaigns": cursor paging; older servers answer with the whole list at once. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many campaigns',
	description: 'Get the campaigns of the account, the newest first',
	effect: 'read',
	fields: {
		...returnAllOrLimit(),
		simplify: simplify(),
		filters,
	},
	run: async ({ returnAll: all, limit: most, simplify: simple, filters: days }, { call }) => {
		const campaigns = await collectPages(all ? undefined : most, async (cursor, wanted) => {
			const size = Math.min(wanted ?? campaignList.most, campaignList.most);
			return campaignList.page(await call(campaignList.request({ ...days, limit: size, cursor })));
		});
		return campaigns.map(readCampaign).map((one) => (simple ? simplifiedCampaign(one) : one));
	},
});
