import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { listOf } from '../../lists';
import { endpoints } from '../../endpoints';
import { group } from '../../locators';

/** Heltar API, "List group join requests": all at once. */
export const getJoinRequests = defineOperation({
	value: 'getJoinRequests',
	name: 'Get Join Requests',
	action: 'Get group join requests',
	description: 'Get the people who ask to join a WhatsApp group',
	effect: 'read',
	fields: {
		groupId: group(),
		...returnAllOrLimit(),
	},
	request: ({ groupId }) => ({ endpoint: endpoints.getJoinRequests, params: { groupId } }),
	output: (data, { limit: most }) => listOf(data).slice(0, most),
});
