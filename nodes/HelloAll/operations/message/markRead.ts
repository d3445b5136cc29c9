import { defineOperation } from '../../../../core/run/operation';
import { beyond, id, notOffered } from '../../fields';
import { orSuccess } from '../../answers';

/** WhatsApp's on-premises form; the Hello All collection has no such request. */
export const markRead = defineOperation({
	value: 'markRead',
	name: 'Mark as Read',
	action: 'Mark a message as read',
	description: beyond('Show the sender of a received message that it was read'),
	fields: {
		message_id: id({
			displayName: 'Message ID',
			placeholder: 'e.g. wamid.HBgMOTEwMDAwMDAwMTIz',
			description: 'ID of the received message, such as the ID a trigger gave',
		}),
	},
	request: ({ message_id: messageId }) => ({
		name: 'message.markRead',
		attempts: [
			{ method: 'PUT', path: ['v1', 'messages', messageId], body: { status: 'read' }, retry: 'send' },
		],
		unsupported: notOffered('marking messages as read'),
	}),
	output: orSuccess,
});
