import { addressRequest } from '../../../shared/messages/addressRequest';
import { defineKindOfMessage } from '../../defineMessage';
import { HEADER_FILES } from '../../headerFiles';

/** Heltar API, "Send messages": `interactive` of type `address_message`. */
export const requestAddress = defineKindOfMessage(addressRequest(HEADER_FILES), {
	value: 'requestAddress',
	name: 'Request Address',
	action: 'Request an address',
	description:
		'Send a form for a delivery address, inside the 24-hour window; WhatsApp supports it in a few countries only',
});
