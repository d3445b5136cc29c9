import { contactCard } from '../../../../whatsapp/contacts';
import { cardFields } from '../../../shared/contactCards';
import { beyond } from '../../fields';
import { defineMessage, session } from '../../message';

/** WhatsApp's own form; the Hello All collection has no contacts message. */
export const sendContacts = defineMessage({
	value: 'sendContacts',
	name: 'Send Contacts',
	action: 'Send contact cards',
	description: beyond('Send contact cards inside the 24-hour window'),
	fields: cardFields(),
	content: ({ contacts, contactsJson }) =>
		session('contacts', (contacts ?? contactsJson ?? []).map(contactCard)),
});
