import type { CardInput } from '../../../../whatsapp/contacts';
import { contactsMessage } from '../../../shared/messages/contacts';
import { defineKindOfMessage } from '../../defineMessage';

/** Heltar demands a prefix in every name, and shows the first phone number there itself. */
const contacts = contactsMessage({
	nameNote:
		'Heltar rejects cards whose prefix (the title before the name) is empty. If you leave Prefix empty, the node fills it with the first phone number, so that the card is accepted.',
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
