import { contactsMessage } from '../../../shared/messages/contacts';
import { undocumented } from '../../fields';
import { defineKindOfMessage } from '../../defineMessage';

/** WhatsApp's own form; the Hello All collection has no contacts message. */
export const sendContacts = defineKindOfMessage(contactsMessage(), {
	value: 'sendContacts',
	name: 'Send Contacts',
	action: 'Send contact cards',
	description: undocumented('Send contact cards inside the 24-hour window'),
});
