import { optional } from '../../../../core/fields/field';
import { text } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { orSuccess } from '../../answers';
import { chatId } from '../../crm';
import { endpoints } from '../../endpoints';

/** Hello All CRM, mark a chat as done. */
export const markDone = defineOperation({
	value: 'markDone',
	name: 'Mark as Done',
	action: 'Mark a chat as done',
	description: 'Close a chat in the inbox',
	effect: 'send',
	fields: {
		chatId: chatId(),
		resolution_notes: optional(
			text({
				displayName: 'Notes',
				placeholder: 'e.g. Refund issued',
				description: 'How the matter was settled',
				rows: 2,
			}),
		),
	},
	request: ({ chatId: chat, resolution_notes: notes }) => ({
		endpoint: endpoints.markChatDone,
		params: { chatId: chat },
		body: notes === undefined ? {} : { metadata: { resolution_notes: notes } },
	}),
	output: orSuccess,
});
