import type { IDataObject } from 'n8n-workflow';

import type { CardInput } from '../../../whatsapp/contacts';
import { contactCard } from '../../../whatsapp/contacts';
import { cardFields } from './contactCards';
import { defineKind } from './kind';

/** What a provider wants of a card beyond WhatsApp. */
interface OwnRule {
	/** What the user is told of it, beside the parts of the name. */
	nameNote: string;
	complete(card: CardInput): CardInput;
}

const WHATSAPP: OwnRule = {
	nameNote: 'Without any of them, the full name is sent as the first name',
	complete: (card) => card,
};

/** One or several contact cards. */
export const contactsMessage = ({ nameNote, complete }: OwnRule = WHATSAPP) =>
	defineKind({
		fields: cardFields(nameNote),
		message: ({ contacts, contactsJson }) => ({
			type: 'contacts',
			part: (contacts ?? contactsJson ?? []).map((card) => contactCard(complete(card))) as IDataObject[],
		}),
	});
