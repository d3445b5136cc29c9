import { collectPages } from '../../../../core/http/pagination';
import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { groupOutput } from '../../groupFields';
import { groupList } from '../../lists';

/** Heltar API, "List groups". */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many groups',
	description: 'Get the WhatsApp groups of the number',
	effect: 'read',
	fields: {
		...returnAllOrLimit(),
	},
	run: async ({ limit: most }, { callForResponse }) => {
		const groups = await collectPages(most, async (after, wanted = groupList.most) => {
			const { body } = await callForResponse(
				groupList.request({ limit: Math.min(wanted, groupList.most), after }),
			);
			return groupList.page(body);
		});
		return groups.map(groupOutput);
	},
});
