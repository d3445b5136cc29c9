import { BadInput } from '../../../../core/http/errors';
import { collectPages } from '../../../../core/http/pagination';
import { refined, when } from '../../../../core/fields/field';
import { limit, returnAll, simplify, text } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { readCampaign } from '../../campaign';
import { campaignList } from '../../lists';
import { simplifiedCampaign } from '../../simplified';

/** A day as Heltar takes it; its days begin and end in India. */
const day = (displayName: string, description: string) =>
	refined(text({ displayName, placeholder: 'e.g. 2026-03-01', description }), (given) => {
		// A date from the editor or another node may carry a time.
		const date = given.trim().slice(0, 10);
		if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) {
			throw new BadInput(`is "${given}", which is not a date`, [], 'Write it as 2026-03-01.');
		}
		return date;
	});

const filters = refined(
	collection({
		displayName: 'Filters',
		placeholder: 'Add filter',
		fields: {
			endDate: day('Last Day', 'Only campaigns made up to this day, Indian time; needs the first day, too'),
			startDate: day('First Day', 'Only campaigns made since this day, Indian time; needs the last day, too'),
		},
	}),
	(given) => {
		if ((given.startDate === undefined) !== (given.endDate === undefined)) {
			throw new BadInput('need both a first and a last day, or neither');
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
		returnAll: returnAll(),
		limit: when({ returnAll: [false] }, limit()),
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
