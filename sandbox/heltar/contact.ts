import { randomUUID } from 'node:crypto';
import { addressOf, type Person } from '../core/people.ts';
import type { StoredMessage } from '../core/store.ts';
import { ApiError } from './answers.ts';
import { countryCodeOf } from './countryCodes.ts';
import type { Employee } from './employees.ts';
import type { HeltarWorld } from './settings.ts';

/** What Heltar keeps about a contact besides what is true of the person. Times are Unix milliseconds. */
export interface Contact {
	id: string;
	/** Key of the person behind it. */
	number: string;
	username: string;
	countryCode: number;
	attributes: Record<string, unknown>;
	unreadMessages: number;
	isOpen: boolean;
	isBotReply: boolean;
	/** Email addresses of the agents. */
	agents: string[];
	assignedChatbotId: string | null;
	sessionClearedAt: number | null;
	/** The profile of another contact that this one was merged into. */
	profileId?: string;
	latestMessage: { text: string; type: string; at: number } | null;
	latestMessageAt: number;
	createdAt: number;
	updatedAt: number;
}

export const contactsOf = (world: HeltarWorld) => world.collection<Contact>('contacts');

export function findContact(world: HeltarWorld, address: string): Contact | undefined {
	return contactsOf(world).get(world.people.resolve(address).number);
}

export const clientNotFound = (address: string) =>
	new ApiError(404, `Client Details not found with ${address}`);

/** A contact nobody knew yet. */
export function newContact(person: Person, at = Date.now()): Contact {
	return {
		id: randomUUID(),
		number: person.number,
		username: person.name,
		countryCode: countryCodeOf(person.number) ?? 0,
		attributes: {},
		unreadMessages: 0,
		isOpen: true,
		isBotReply: true,
		agents: [],
		assignedChatbotId: null,
		sessionClearedAt: null,
		latestMessage: null,
		latestMessageAt: at,
		createdAt: at,
		updatedAt: at,
	};
}

/** Notes the latest message on the contact, which comes into being with its first message. */
export function noteMessage(world: HeltarWorld, person: Person, message: StoredMessage): Contact {
	const contacts = contactsOf(world);
	const contact = contacts.get(person.number) ?? newContact(person, message.at);
	const inbound = message.direction === 'in';
	return contacts.put(person.number, {
		...contact,
		username: contact.username || person.name,
		unreadMessages: inbound ? Math.max(contact.unreadMessages, 0) + 1 : contact.unreadMessages,
		isOpen: inbound ? true : contact.isOpen,
		latestMessage: { text: message.text, type: message.type, at: message.at },
		latestMessageAt: message.at,
		updatedAt: message.at,
	});
}

const iso = (at: number) => new Date(at).toISOString();

/** The contact as an answer shows it, in the generation's shape. */
export function showContact(world: HeltarWorld, contact: Contact): Record<string, unknown> {
	const person = world.people.resolve(contact.number);
	const { latestMessage } = contact;
	const shown = {
		id: contact.id,
		username: contact.username,
		attributes: JSON.stringify(contact.attributes),
		unreadMessages: contact.unreadMessages,
		isOpen: contact.isOpen,
		conversationExpire: iso(world.windowEnd(person) || contact.createdAt),
		latestMessageTimestamp: iso(contact.latestMessageAt),
		latestMessage: latestMessage && {
			text: latestMessage.text,
			type: latestMessage.type,
			timestamp: iso(latestMessage.at),
			historyText: latestMessage.text,
		},
		countryCode: contact.countryCode,
		clientWaNumber: addressOf(person),
		createdAt: iso(contact.createdAt),
	};
	if (world.settings.generation === 2023) return shown;
	const employees = world.collection<Employee>('employees');
	return {
		...shown,
		isBotReply: contact.isBotReply,
		optedIn: person.optedIn,
		isBlocked: person.blocked,
		businessEmployees: contact.agents.flatMap((email) => {
			const employee = employees.get(email);
			return employee ? [{ id: employee.id, name: employee.name, email: employee.email }] : [];
		}),
		assignedChatbotId: contact.assignedChatbotId,
		masterClientId: masterId(contact),
		sessionClearedAt: contact.sessionClearedAt && iso(contact.sessionClearedAt),
		updatedAt: iso(contact.updatedAt),
	};
}

/** The profile several channels of one person share: the contact's own, derived from its id, until it is merged. */
export const masterId = (contact: Contact) =>
	contact.profileId ?? `${contact.id.slice(0, 24)}${contact.id.slice(24).split('').reverse().join('')}`;
