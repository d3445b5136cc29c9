import type { IDataObject } from 'n8n-workflow';

import { simplify } from '../../../../core/fields/basic';
import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { collectPages } from '../../../../core/http/pagination';
import { defineOperation } from '../../../../core/run/operation';
import { callList } from '../../lists';
import { simplifiedCall } from '../../simplified';

/** Calls asked for at once; Heltar gives up to 50,000. */
const PAGE = 1000;

/** Heltar API, "List call history": by page. A call that comes meanwhile moves the others on, so none is taken twice. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many calls',
	description: 'Get the calls of the account, also missed ones, the newest first',
	effect: 'read',
	fields: {
		...returnAllOrLimit(),
		simplify: simplify(),
	},
	run: async ({ returnAll: all, limit: most, simplify: simple }, { call }) => {
		const size = all ? PAGE : Math.min(most ?? PAGE, PAGE);
		const known = new Set<unknown>();
		const calls = await collectPages<IDataObject>(all ? undefined : most, async (cursor) => {
			const { items, next } = callList.page(await call(callList.request(size, cursor)), size, cursor);
			const fresh = items.filter(({ wamid }) => wamid === undefined || !known.has(wamid));
			for (const { wamid } of fresh) known.add(wamid);
			return { items: fresh, next };
		});
		return simple ? calls.map(simplifiedCall) : calls;
	},
});
