import type { Resource } from '../../../../core/run/resources';
import { approveJoinRequests } from './approveJoinRequests';
import { create } from './create';
import { deleteGroup } from './delete';
import { get } from './get';
import { getInviteLink } from './getInviteLink';
import { getJoinRequests } from './getJoinRequests';
import { getMany } from './getMany';
import { rejectJoinRequests } from './rejectJoinRequests';
import { removeParticipants } from './removeParticipants';
import { resetInviteLink } from './resetInviteLink';
import { update } from './update';

export const group: Resource = {
	value: 'group',
	name: 'Group',
	operations: [
		approveJoinRequests,
		create,
		deleteGroup,
		get,
		getInviteLink,
		getJoinRequests,
		getMany,
		rejectJoinRequests,
		removeParticipants,
		resetInviteLink,
		update,
	],
	startWith: getMany,
};
