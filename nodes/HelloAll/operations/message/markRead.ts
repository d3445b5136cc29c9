import { defineOperation } from '../../../../core/run/operation';
import { undocumented, id, notAvailable } from '../../fields';
import { orSuccess } from '../../answers';
import { endpoints } from '../../endpoints';

/** WhatsApp's on-premises form; the Hello All collection has no such request. */
export const markRead = defineOperation({
	value: 'markRead',
	name: 'Mark as Read',
	action: 'Mark a message as read',
	description: undocumented('Show the sender of a received message that it was read'),
	effect: 'send',
	fields: {
		message_id: id({
			displayName: 'Message ID',
			placeholder: 'e.g. wamid.HBgMOTEwMDAwMDAwMTIz',
			description: 'ID of the received message, such as the ID a trigger gave',
		}),
	},
	request: ({ message_id: messageId }) => ({
		name: 'message.markRead',
		requests: [
			{ endpoint: endpoints.updateMessage, params: { message_id: messageId }, body: { status: 'read' } },
		],
		unsupported: notAvailable('marking messages as read'),
	}),
	output: orSuccess,
});
