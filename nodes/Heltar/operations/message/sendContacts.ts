import { contacts } from '../../../shared/messages/contacts';
import { defineKindOfMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `messageType` `contacts`. */
export const sendContacts = defineKindOfMessage(contacts, {
	value: 'sendContacts',
	name: 'Send Contacts',
	action: 'Send contact cards',
	description: 'Send one or several contact cards inside the 24-hour window',
});
