import { when } from '../../../../core/fields/field';
import { limit, returnAll } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { attributeList } from '../../lists';

/** Heltar API, "Fetch attributes": all at once. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many attributes',
	description: 'Get the attributes contacts can have',
	effect: 'read',
	fields: { returnAll: returnAll(), limit: when({ returnAll: [false] }, limit()) },
	request: () => attributeList.request(),
	output: (data, { limit: most }) => attributeList.entries(data).slice(0, most),
});
