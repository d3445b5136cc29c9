import { contactInfoRequest } from '../../../shared/messages/contactInfoRequest';
import { defineKindOfMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `interactive` of type `request_contact_info`. */
export const requestContactInfo = defineKindOfMessage(contactInfoRequest, {
	value: 'requestContactInfo',
	name: 'Request Contact Info',
	action: 'Request contact info',
	description:
		'Send a button with which a person known by their username only shares their phone number, inside the 24-hour window',
});
