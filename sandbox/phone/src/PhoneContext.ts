import { createContext, useContext } from 'react';
import type { PhoneMessage, PhonePerson, PhoneProvider } from './server/control.ts';

/** What a customer can be asked to fill in or look at: one sheet at a time lies over the chat. */
export type Sheet =
	| { kind: 'list'; message: PhoneMessage }
	| { kind: 'products'; message: PhoneMessage }
	| { kind: 'address'; message: PhoneMessage }
	| { kind: 'flow'; message: PhoneMessage; token: string }
	| { kind: 'location'; answers: string | null }
	| { kind: 'contact'; answers: string | null }
	| { kind: 'outside'; url: string }
	| { kind: 'picture'; src: string; text: string };

/** The open conversation, for everything inside it. */
export interface Phone {
	provider: PhoneProvider;
	person: PhonePerson;
	/** Writes as the customer: WhatsApp's message object, without who and when. */
	write(message: object): Promise<void>;
	/** The same, as an answer to a message of the business. */
	answer(to: PhoneMessage, message: object): Promise<void>;
	open(sheet: Sheet): void;
}

export const PhoneContext = createContext<Phone | null>(null);

export function usePhoneContext(): Phone {
	const phone = useContext(PhoneContext);
	if (!phone) throw new Error('Outside a conversation');
	return phone;
}

/** The `context` of a customer's message that answers another. */
export const contextOf = (phone: Phone, id: string, to: PhoneMessage['direction'] = 'out') => ({
	from: to === 'out' ? phone.provider.business.number : phone.person.number,
	id,
});
