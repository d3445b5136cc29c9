import { defineOperation } from '../../../../core/run/operation';
import { assertSuccess } from '../../answers';
import { endpoints } from '../../endpoints';
import { group } from '../../locators';

/** Heltar API, "Delete group". */
export const deleteGroup = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a group',
	description: 'Delete a WhatsApp group for all its members; this cannot be undone',
	effect: 'send',
	fields: { groupId: group() },
	orderKey: ({ groupId }) => groupId,
	request: ({ groupId }) => ({ endpoint: endpoints.deleteGroup, params: { groupId } }),
	output: (data, { groupId }) => {
		// Meta's answer says `success`, which Heltar hands on inside its own.
		assertSuccess(data, 'WhatsApp did not delete the group');
		return { deleted: true, groupId };
	},
});
