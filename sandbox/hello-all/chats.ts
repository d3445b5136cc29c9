import type { Person } from '../core/people.ts';
import type { Handler } from './body.ts';
import { missing, wrong } from './errors.ts';
import { recordId } from './ids.ts';
import type { HelloAllWorld } from './settings.ts';

/** A conversation in the panel. Times are Unix milliseconds. */
export interface Chat {
	id: string;
	number: string;
	name: string;
	/** By custom field id. */
	values: Record<string, unknown>;
	createdAt: number;
	latestAt: number;
}

export const chatsOf = (world: HelloAllWorld) => world.collection<Chat>('chats');

/** Notes that something was said; a chat begins with its first message. */
export function noteChat(world: HelloAllWorld, person: Person, at: number): Chat {
	const chats = chatsOf(world);
	const id = recordId('chat', person.number);
	const chat = chats.get(id) ?? {
		id,
		number: person.number,
		name: '',
		values: {},
		createdAt: at,
		latestAt: at,
	};
	return chats.put(id, { ...chat, name: person.name || chat.name, latestAt: at });
}

const FIELDS: Record<string, (chat: Chat) => string> = {
	chat_id: (chat) => chat.id,
	name: (chat) => chat.name,
	phone: (chat) => chat.number,
};

const CONDITIONS: Record<string, (have: string, wanted: string) => boolean> = {
	equals: (have, wanted) => have === wanted,
	contains: (have, wanted) => have.includes(wanted),
};

/** `GET /crm/chat/search`, of a sibling panel. */
export const searchChats: Handler = (c, world) => {
	const { search_field: field = '', search_value: value = '', condition = 'equals' } = c.req.query();
	if (field === '' || value === '') throw missing('search_field and search_value are required');
	const read = FIELDS[field];
	const fits = CONDITIONS[condition];
	if (!read) throw wrong(`search_field must be one of ${Object.keys(FIELDS).join(', ')}`);
	if (!fits) throw wrong(`condition must be one of ${Object.keys(CONDITIONS).join(', ')}`);
	const found = chatsOf(world)
		.all()
		.filter((chat) => fits(read(chat).toLowerCase(), value.toLowerCase()));
	return c.json({ success: true, data: found.map(show) });
};

const show = ({ id, name, number, createdAt, latestAt }: Chat) => ({
	chat_id: id,
	name,
	phone: number,
	created_at: new Date(createdAt).toISOString(),
	last_message_at: new Date(latestAt).toISOString(),
});
