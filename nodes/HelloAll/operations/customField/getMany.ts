import { defineOperation } from '../../../../core/run/operation';
import { listCustomFields, readCustomFields } from '../../customField';

/** Hello All collection: List All Custom Field. The list comes whole. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many custom fields',
	description: 'Get all custom fields of the account',
	effect: 'read',
	fields: {},
	request: () => listCustomFields,
	output: readCustomFields,
});
