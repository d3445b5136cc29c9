import { when } from '../../../../core/fields/field';
import { limit, returnAll } from '../../../../core/fields/basic';
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
		returnAll: returnAll(),
		limit: when({ returnAll: [false] }, limit()),
	},
	request: ({ groupId }) => ({ endpoint: endpoints.getJoinRequests, params: { groupId } }),
	output: (data, { limit: most }) => listOf(data).slice(0, most),
});
