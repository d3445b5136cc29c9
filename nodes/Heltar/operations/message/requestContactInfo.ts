import { contactInfoRequest } from '../../../shared/messages/contactInfoRequest';
import { defineKindOfMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `interactive` of type `request_contact_info`. */
export const requestContactInfo = defineKindOfMessage(contactInfoRequest, {
	value: 'requestContactInfo',
	name: 'Request Contact Info',
	action: 'Request contact info',
	description:
		'Send a button that asks a person for their phone number when you only know their username, inside the 24-hour window',
});
