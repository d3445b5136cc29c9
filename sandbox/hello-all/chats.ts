import type { Person } from '../core/people.ts';
import { recordId } from './ids.ts';
import type { HelloAllWorld } from './settings.ts';

/** A conversation in the panel. Times are Unix milliseconds. */
export interface Chat {
	id: string;
	number: string;
	name: string;
	/** By custom field id. */
	values: Record<string, unknown>;
	email?: string;
	/** E-mail of the person in charge. */
	operator?: string;
	automationPaused?: boolean;
	/** Marked as done; the customer's next message opens it again. */
	done?: boolean;
	createdAt: number;
	latestAt: number;
}

export const chatsOf = (world: HelloAllWorld) => world.collection<Chat>('chats');

/** Notes that something was said; a chat begins with its first message. */
export function noteChat(world: HelloAllWorld, person: Person, at: number): Chat {
	const chat = chatWith(world, person.number) ?? newChat(person.number, at);
	return chatsOf(world).put(chat.id, { ...chat, name: person.name || chat.name, latestAt: at });
}

const idOf = (number: string) => recordId('chat', number);

export const chatWith = (world: HelloAllWorld, number: string): Chat | undefined =>
	chatsOf(world).get(idOf(number));

export const newChat = (number: string, at: number): Chat => ({
	id: idOf(number),
	number,
	name: '',
	values: {},
	createdAt: at,
	latestAt: at,
});

/** What a customer's message does to their chat. */
export function noteInbound(world: HelloAllWorld, person: Person, at: number): void {
	const chat = noteChat(world, person, at);
	if (chat.done) chatsOf(world).put(chat.id, { ...chat, done: false });
}
