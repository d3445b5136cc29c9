import { urlButton } from '../../../shared/messages/urlButton';
import { defineKindOfMessage } from '../../defineMessage';
import { HEADER_FILES } from '../../headerFiles';

/** Heltar API, "Send messages": `interactive` of type `cta_url`. */
export const sendCtaUrl = defineKindOfMessage(urlButton(HEADER_FILES), {
	value: 'sendCtaUrl',
	name: 'Send URL Button',
	action: 'Send a message with a URL button',
	description: 'Send a message with one button that opens a web page, inside the 24-hour window',
});
