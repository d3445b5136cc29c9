import { defineOperation } from '../../../../core/run/operation';
import { orSuccess } from '../../answers';
import { endpoints } from '../../endpoints';
import { id } from '../../fields';

/** WhatsApp's Cloud API: typing indicator, which marks the message as read at the same time. */
export const typing = defineOperation({
	value: 'typing',
	name: 'Show Typing',
	action: 'Show a typing indicator to a contact',
	description: 'Show the contact a typing indicator and mark their message as read. Needs API style Cloud.',
	effect: 'send',
	fields: {
		message_id: id({
			displayName: 'Message ID',
			placeholder: 'e.g. wamid.HBgMOTEwMDAwMDAwMTIz',
			description: 'ID of the received message, such as the ID a trigger gave',
		}),
	},
	request: ({ message_id: messageId }) => ({
		endpoint: endpoints.typing,
		body: {
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: messageId,
			typing_indicator: { type: 'text' },
		},
	}),
	output: orSuccess,
});
