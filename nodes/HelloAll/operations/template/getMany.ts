import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { listTemplates } from '../../template';

/** Hello All collection: Template List. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many templates',
	description: 'Get the templates of the account, one item per language',
	effect: 'read',
	fields: returnAllOrLimit(),
	run: async ({ returnAll: all, limit: most }, { call }) => await listTemplates(call, all ? undefined : most),
});
