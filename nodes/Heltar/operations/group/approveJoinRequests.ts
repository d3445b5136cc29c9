import { defineOperation } from '../../../../core/run/operation';
import { endpoints } from '../../endpoints';
import { joinRequestsField, joinRequestsOutput } from '../../groupFields';
import { group } from '../../locators';

/** Heltar API, "Approve group join requests". */
export const approveJoinRequests = defineOperation({
	value: 'approveJoinRequests',
	name: 'Approve Join Requests',
	action: 'Approve group join requests',
	description: 'Accept requests to join a WhatsApp group',
	effect: 'send',
	fields: { groupId: group(), joinRequests: joinRequestsField() },
	orderKey: ({ groupId }) => groupId,
	request: ({ groupId, joinRequests }) => ({
		endpoint: endpoints.approveJoinRequests,
		params: { groupId },
		body: { joinRequests },
	}),
	output: (data, { groupId, joinRequests }) =>
		joinRequestsOutput(data, 'approved_join_requests', { groupId, joinRequests }),
});
