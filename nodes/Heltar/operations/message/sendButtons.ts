import { replyButtonsMessage } from '../../../shared/messages/buttons';
import { defineKindOfMessage } from '../../defineMessage';
import { HEADER_FILES } from '../../headerFiles';

/** Heltar API, "Send messages": `interactive` of type `button`. */
export const sendButtons = defineKindOfMessage(replyButtonsMessage(HEADER_FILES), {
	value: 'sendButtons',
	name: 'Send Buttons',
	action: 'Send a message with reply buttons',
	description: 'Ask a question with up to three buttons for the answer, inside the 24-hour window',
});
