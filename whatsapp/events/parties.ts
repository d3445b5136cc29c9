/** Who wrote to whom. A customer may hide the phone number; then a business-scoped user id stands for them. */

import { isObject, objectIn, textIn } from './json';
import { isSamePerson } from '../sameNumber';
import { cleanNumber, looksLikeUserId } from './number';

export interface Contact {
	readonly waId: string | null;
	readonly userId: string | null;
	readonly name: string | null;
	readonly username: string | null;
}

/** The `contacts` beside messages; empty ones, which some services send, are no contacts. */
export function readContacts(list: readonly unknown[] = []): Contact[] {
	return list
		.filter(isObject)
		.map((contact) => {
			const profile = objectIn(contact, 'profile');
			return {
				waId: cleanNumber(textIn(contact, 'wa_id')),
				userId: textIn(contact, 'user_id'),
				name: textIn(profile, 'name'),
				username: textIn(profile, 'username')?.replace(/^@/, '') || null,
			};
		})
		.filter((contact) => Object.values(contact).some((value) => value !== null));
}

export interface Customer {
	/** Phone digits or, when hidden, the user id. */
	readonly address: string | null;
	readonly userId: string | null;
	readonly profileName: string | null;
	readonly username: string | undefined;
}

/**
 * @param address the customer as the piece itself names them
 * @param userId the customer's user id where the piece names it
 * @param contacts all that came beside the piece; one of several is used only when it matches
 */
export function identify(
	address: string | null,
	userId: string | null,
	contacts: readonly Contact[],
): Customer {
	const only = contacts.length === 1 ? contacts[0] : undefined;
	const number = cleanNumber(address) ?? userId ?? only?.waId ?? only?.userId ?? null;
	const ownId = userId ?? (looksLikeUserId(number) ? number : null);
	const match =
		contacts.find(({ waId }) => waId !== null && number !== null && isSamePerson(waId, number)) ??
		contacts.find((contact) => contact.userId !== null && contact.userId === ownId);
	const profile = match ?? only;
	return {
		address: number,
		userId: userId ?? match?.userId ?? ownId,
		profileName: profile?.name ?? null,
		username: profile?.username ?? undefined,
	};
}
