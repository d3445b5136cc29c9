import { defineOperation } from '../../../../core/run/operation';
import { endpoints } from '../../endpoints';
import { joinRequestsField, joinRequestsOutput } from '../../groupFields';
import { group } from '../../locators';

/** Heltar API, "Reject group join requests". */
export const rejectJoinRequests = defineOperation({
	value: 'rejectJoinRequests',
	name: 'Reject Join Requests',
	action: 'Reject group join requests',
	description: 'Reject requests to join a WhatsApp group',
	effect: 'send',
	fields: { groupId: group(), joinRequests: joinRequestsField() },
	orderKey: ({ groupId }) => groupId,
	request: ({ groupId, joinRequests }) => ({
		endpoint: endpoints.rejectJoinRequests,
		params: { groupId },
		body: { joinRequests },
	}),
	output: (data, { groupId, joinRequests }) =>
		joinRequestsOutput(data, 'rejected_join_requests', { groupId, joinRequests }),
});
