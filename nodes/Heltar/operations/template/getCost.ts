import type { IDataObject } from 'n8n-workflow';

import { choice } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { endpoints } from '../../endpoints';
import { periodFields, periodOf } from '../../period';

/** Heltar keeps costs since this day (Heltar API, "Cost analytics"). */
const EARLIEST = '2026-07-01';

/** Heltar API, "Cost analytics": rupees by day, country and category, with the totals beside them. */
export const getCost = defineOperation({
	value: 'getCost',
	name: 'Get Cost',
	action: 'Get cost of templates',
	description: `Get what the messages of a period cost, in Indian rupees, by day, country and category. Costs are available from ${EARLIEST}.`,
	effect: 'read',
	fields: {
		...periodFields(),
		scope: choice({
			displayName: 'Scope',
			description: 'Whose costs to get',
			options: [
				{ name: 'This Account', value: 'business' },
				{ name: 'Organization', value: 'org', description: 'All accounts the key has access to' },
			],
		}),
	},
	request: ({ scope, ...period }) => ({
		endpoint: endpoints.getCost,
		query: { ...periodOf(period, { earliest: EARLIEST }), scope },
	}),
	output: (data) => data as IDataObject,
});
