import { defineOperation } from '../../../../core/run/operation';
import { endpoints } from '../../endpoints';
import { group } from '../../locators';

/** Heltar API, "Get group invite link". */
export const getInviteLink = defineOperation({
	value: 'getInviteLink',
	name: 'Get Invite Link',
	action: 'Get group invite link',
	description: 'Get the link with which people join a WhatsApp group',
	effect: 'read',
	fields: { groupId: group() },
	request: ({ groupId }) => ({ endpoint: endpoints.getInviteLink, params: { groupId } }),
});
