import { defineOperation } from '../../../../core/run/operation';
import { endpoints } from '../../endpoints';
import { group } from '../../locators';

/** Heltar API, "Reset group invite link". */
export const resetInviteLink = defineOperation({
	value: 'resetInviteLink',
	name: 'Reset Invite Link',
	action: 'Reset group invite link',
	description: 'Create a new invite link for a WhatsApp group; the old link stops working',
	effect: 'send',
	fields: { groupId: group() },
	orderKey: ({ groupId }) => groupId,
	request: ({ groupId }) => ({ endpoint: endpoints.resetInviteLink, params: { groupId } }),
});
