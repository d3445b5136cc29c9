import { createHash } from 'node:crypto';
import { Collection, type Store } from './store.ts';

/** A customer: the person with the phone, whatever the provider keeps about them. */
export interface Person {
	/** Phone number in digits; a user id or group id for those never met by number. */
	number: string;
	name: string;
	/** WhatsApp's own id of the person (BSUID). */
	userId: string;
	username: string;
	/** Blocked by the business, at the provider. */
	blocked: boolean;
	optedIn: boolean;
	/** Writes under a username: the business never sees the number. */
	hidesNumber: boolean;
	/** Blocked the business on their phone: messages are accepted and never delivered. */
	blocksBusiness: boolean;
	/** Has an account; `false` makes messages fail after they were accepted. */
	onWhatsApp: boolean;
	/** Unix milliseconds of their last message. */
	lastInboundAt: number | null;
}

/** WhatsApp's own id of a person (BSUID); a parent id has `ENT.` in it. */
const USER_ID = /^[A-Za-z]{2}\.(ENT\.)?[A-Za-z0-9]+$/;

export class People {
	readonly #people: Collection<Person>;
	readonly #userIds: Collection<string>;

	constructor(store: Store, provider: string) {
		this.#people = new Collection(store, provider, 'people');
		this.#userIds = new Collection(store, provider, 'userIds');
	}

	/** The person behind an address, known already or not. */
	resolve(address: string): Person {
		const key = canonical(address);
		const number = USER_ID.test(key) ? (this.#userIds.get(key) ?? key) : key;
		return this.#people.get(number) ?? unknownPerson(number);
	}

	/** Everyone met so far. */
	all(): Person[] {
		return this.#people.all();
	}

	save(person: Person): Person {
		this.#userIds.put(person.userId, person.number);
		return this.#people.put(person.number, person);
	}

	change(address: string, change: Partial<Person>): Person {
		return this.save({ ...this.resolve(address), ...change });
	}
}

/** What the business knows the person by. */
export function addressOf(person: Person): string {
	return person.hidesNumber ? person.userId : person.number;
}

/** An address in the form people are kept under: a number in digits alone, however it is written; ids as they are. */
function canonical(address: string): string {
	const text = address.trim();
	if (USER_ID.test(text) || /[@=/]/.test(text) || /[A-Za-z]/.test(text)) return text;
	return text.replace(/\D/g, '');
}

function unknownPerson(number: string): Person {
	const digest = createHash('sha256').update(number).digest();
	const userId = USER_ID.test(number) ? number : `IN.${digest.readBigUInt64BE(0) % 10n ** 16n}`;
	return {
		number,
		name: '',
		userId,
		username: `user${digest.readUInt16BE(8)}`,
		blocked: false,
		optedIn: true,
		hidesNumber: USER_ID.test(number),
		blocksBusiness: false,
		onWhatsApp: true,
		lastInboundAt: null,
	};
}
