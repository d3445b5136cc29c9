import { collectPages } from '../../../../core/http/pagination';
import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { linkList } from '../../lists';

/** Heltar API, "Link list": paged by a number. Clicks are in the dashboard only. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many short links',
	description: 'Get the short links of the account, newest first. Click counts are not included.',
	effect: 'read',
	fields: returnAllOrLimit(),
	run: async ({ returnAll: all, limit: most }, { call }) =>
		await collectPages(all ? undefined : most, async (cursor, wanted) =>
			linkList.page(
				await call(linkList.request({ limit: Math.min(wanted ?? linkList.most, linkList.most), cursor })),
			),
		),
});
