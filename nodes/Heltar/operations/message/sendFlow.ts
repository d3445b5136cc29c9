import { flow } from '../../../shared/messages/flow';
import { defineKindOfMessage } from '../../defineMessage';
import { HEADER_FILES } from '../../headerFiles';

/** Heltar API, "Send messages": `interactive` of type `flow`. */
export const sendFlow = defineKindOfMessage(flow(HEADER_FILES), {
	value: 'sendFlow',
	name: 'Send Flow',
	action: 'Send a flow message',
	description: 'Send a button that opens a flow (a form in WhatsApp), inside the 24-hour window',
});
