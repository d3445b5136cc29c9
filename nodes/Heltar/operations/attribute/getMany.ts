import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { attributeList } from '../../lists';

/** Heltar API, "Fetch attributes": all at once. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many attributes',
	description: 'Get the attributes contacts can have',
	effect: 'read',
	fields: returnAllOrLimit(),
	request: () => attributeList.request(),
	output: (data, { limit: most }) => attributeList.entries(data).slice(0, most),
});
