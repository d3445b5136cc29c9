import { contactCard } from '../../../../whatsapp/contacts';
import { cardFields } from '../../../shared/contactCards';
import { envelope, messageOptions, person } from '../../fields';
import { defineMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `messageType` `contacts`. */
export const sendContacts = defineMessage({
	value: 'sendContacts',
	name: 'Send Contacts',
	action: 'Send contact cards',
	description: 'Send one or several contact cards inside the 24-hour window',
	fields: {
		clientWaNumber: person(),
		...cardFields(),
		options: messageOptions(),
	},
	entry: ({ clientWaNumber, contacts, contactsJson, options }) => ({
		...envelope(clientWaNumber, options),
		messageType: 'contacts',
		contacts: (contacts ?? contactsJson ?? []).map(contactCard),
	}),
});
