import { digitsOf } from './phoneNumber';

/** A contact card as people fill it in. */
export interface CardInput {
	formatted_name: string;
	name?: Partial<Record<NamePart, string>>;
	phones: ReadonlyArray<{ phone: string; wa_id?: string; type?: string }>;
	emails?: ReadonlyArray<{ email: string; type?: string }>;
	urls?: ReadonlyArray<{ url: string; type?: string }>;
	addresses?: ReadonlyArray<Partial<Record<string, string>>>;
	org?: Partial<Record<string, string>>;
	/** `YYYY-MM-DD` */
	birthday?: string;
}

type NamePart = 'prefix' | 'first_name' | 'middle_name' | 'last_name' | 'suffix';

/**
 * A contact card as it goes out (Meta, "Contacts messages"). A card needs the full name and at least one part of it:
 * without any, the full name is the first name as well. `wa_id` is the digits of the phone number unless it is given.
 */
export function contactCard(card: CardInput) {
	const {
		formatted_name,
		name = {},
		phones,
		emails = [],
		urls = [],
		addresses = [],
		org = {},
		birthday,
	} = card;
	const written = addresses.map(filledIn).filter(hasSomething);
	const parts = filledIn(name);
	return {
		name: { formatted_name, ...(hasSomething(parts) ? parts : { first_name: formatted_name }) },
		phones: phones.map(({ phone, wa_id, type }) => {
			const read = digitsOf(phone);
			const digits = 'value' in read ? read.value : undefined;
			return { phone, ...filledIn({ wa_id: wa_id || digits, type }) };
		}),
		...(emails.length > 0 ? { emails: emails.map(filledIn) } : {}),
		...(urls.length > 0 ? { urls: urls.map(filledIn) } : {}),
		...(written.length > 0 ? { addresses: written } : {}),
		...(hasSomething(filledIn(org)) ? { org: filledIn(org) } : {}),
		...(birthday ? { birthday } : {}),
	};
}

const filledIn = (given: object): Record<string, string> =>
	Object.fromEntries(Object.entries(given).filter(([, value]) => value)) as Record<string, string>;

const hasSomething = (given: object) => Object.keys(given).length > 0;
