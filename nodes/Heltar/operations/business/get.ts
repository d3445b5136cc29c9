import type { IDataObject } from 'n8n-workflow';

import { simplify } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { simplifiedBusiness } from '../../simplified';

/** Heltar API, "Business". */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get the business',
	description: 'Get the account: its number, its webhooks and its settings',
	fields: { simplify: simplify() },
	request: () => ({ method: 'GET', path: ['v1', 'business'], retry: 'read' }),
	output: (data, { simplify: simple }) =>
		simple ? simplifiedBusiness(data as IDataObject) : (data as IDataObject),
});
