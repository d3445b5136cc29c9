import { defineOperation } from '../../../../core/run/operation';
import { contactCard } from '../../../../whatsapp/contacts';
import { cardFields } from '../../../shared/contactCards';
import { envelope, messageOptions, person } from '../../fields';
import { messageBatch } from '../../messageBatch';

/** Heltar API, "Send messages": `messageType` `contacts`. */
export const sendContacts = defineOperation({
	value: 'sendContacts',
	name: 'Send Contacts',
	action: 'Send contact cards',
	description: 'Send one or several contact cards inside the 24-hour window',
	fields: {
		clientWaNumber: person(),
		...cardFields(),
		options: messageOptions(),
	},
	batch: messageBatch,
	message: ({ clientWaNumber, contacts, contactsJson, options }) => ({
		...envelope(clientWaNumber, options),
		messageType: 'contacts',
		contacts: (contacts ?? contactsJson ?? []).map(contactCard),
	}),
});
