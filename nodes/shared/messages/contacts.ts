import type { IDataObject } from 'n8n-workflow';

import { contactCard } from '../../../whatsapp/contacts';
import { cardFields } from './contactCards';
import { defineKind } from './kind';

/** One or several contact cards. */
export const contacts = defineKind({
	fields: cardFields(),
	message: ({ contacts: cards, contactsJson }) => ({
		type: 'contacts',
		part: (cards ?? contactsJson ?? []).map(contactCard) as IDataObject[],
	}),
});
