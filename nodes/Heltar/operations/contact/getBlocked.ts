import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { listOf } from '../../lists';
import { endpoints } from '../../endpoints';

/** Heltar API, "Fetch blocked clients": `[{id, clientWaNumber, username}]`, all at once. */
export const getBlocked = defineOperation({
	value: 'getBlocked',
	name: 'Get Blocked',
	action: 'Get blocked contacts',
	description: 'Get the blocked contacts, sorted by name. Get Many leaves them out.',
	effect: 'read',
	fields: returnAllOrLimit(),
	request: () => ({ endpoint: endpoints.getBlockedContacts }),
	output: (data, { limit: most }) => listOf(data).slice(0, most),
});
