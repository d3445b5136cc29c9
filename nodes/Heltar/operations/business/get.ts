import type { IDataObject } from 'n8n-workflow';

import { simplify } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { simplifiedBusiness } from '../../simplified';
import { endpoints } from '../../endpoints';

/** Heltar API, "Business". */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get the business',
	description: 'Get the business account: its number, its webhooks and its settings',
	effect: 'read',
	fields: { simplify: simplify() },
	request: () => ({ endpoint: endpoints.getBusiness }),
	output: (data, { simplify: simple }) =>
		simple ? simplifiedBusiness(data as IDataObject) : (data as IDataObject),
});
