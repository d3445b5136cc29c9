import type { CardInput } from '../../../../whatsapp/contacts';
import { contactsMessage } from '../../../shared/messages/contacts';
import { defineKindOfMessage } from '../../defineMessage';

/** Heltar demands a prefix in every name, and shows the first phone number there itself. */
const contacts = contactsMessage({
	nameNote:
		'First name, last name and so on. Heltar rejects a card without a prefix (a title such as Dr). If Prefix is empty, the node therefore sends the first phone number in its place.',
	complete: (card: CardInput) => ({
		...card,
		name: { ...card.name, prefix: card.name?.prefix || card.phones[0]?.phone },
	}),
});

/** Heltar API, "Send messages": `messageType` `contacts`. */
export const sendContacts = defineKindOfMessage(contacts, {
	value: 'sendContacts',
	name: 'Send Contacts',
	action: 'Send contact cards',
	description: 'Send one or several contact cards inside the 24-hour window',
});
