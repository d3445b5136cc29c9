import { replyButtonsMessage } from '../../../shared/messages/buttons';
import { defineKindOfMessage } from '../../defineMessage';

/** Hello All collection: Session Reply Button Message. */
export const sendReplyButtons = defineKindOfMessage(replyButtonsMessage(), {
	value: 'sendReplyButtons',
	name: 'Send Reply Buttons',
	action: 'Send a message with reply buttons',
	description: 'Send a text with up to 3 buttons to answer with, inside the 24-hour window',
});
