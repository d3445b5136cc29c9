import type { Handler } from '../body.ts';
import { chatsOf, type Chat } from '../chats.ts';
import { missing, notFound, wrong } from '../errors.ts';
import type { HelloAllSettings } from '../settings.ts';
import { invalid, listAnswer } from './answers.ts';
import { showChat } from './show.ts';

interface Field {
	read(chat: Chat): string;
	/** The value as it is compared. */
	clean?(value: string): string;
	/** The form of the CRM whose word it is; any when left out. */
	of?: Exclude<HelloAllSettings['crmBody'], 'either'>;
}

const digits = (value: string) => value.replace(/^\+/, '');

const FIELDS: Record<string, Field> = {
	chat_id: { read: ({ id }) => id },
	name: { read: ({ name }) => name },
	phone: { read: ({ number }) => number },
	email: { read: ({ email = '' }) => email },
	whatsapp: { read: ({ number }) => number, of: 'flat' },
	whatsapp_number: { read: ({ number }) => number, clean: digits, of: 'documented' },
};

const equals = (have: string, wanted: string) => have === wanted;

const CONDITIONS: Record<string, (have: string, wanted: string) => boolean> = {
	equals,
	'equal to': equals,
	contains: (have, wanted) => have.includes(wanted),
	'starts with': (have, wanted) => have.startsWith(wanted),
	'ends with': (have, wanted) => have.endsWith(wanted),
};

/** `GET /crm/chat/search`. */
export const searchChats: Handler = (c, world) => {
	const { search_field: name = '', search_value: value = '', condition = 'equals', fields } = c.req.query();
	if (name === '' || value === '') throw missing('search_field and search_value are required');
	const field = FIELDS[name];
	const fits = CONDITIONS[condition];
	if (!field) throw wrong(`search_field must be one of ${Object.keys(FIELDS).join(', ')}`);
	if (!fits) throw wrong(`condition must be one of ${Object.keys(CONDITIONS).join(', ')}`);
	const { crmBody, crmNobody } = world.settings;
	if (crmBody !== 'either' && field.of !== undefined && field.of !== crmBody)
		throw invalid('search_field', `${name} is not a field of a chat`);
	const wanted = (field.clean?.(value) ?? value).toLowerCase();
	const found = chatsOf(world)
		.all()
		.filter((chat) => fits(field.read(chat).toLowerCase(), wanted));
	if (found.length === 0 && crmNobody === 'status404') throw notFound('No chat fits the search');
	return listAnswer(
		c,
		world,
		found.map((chat) => only(showChat(world, chat), fields)),
	);
};

/** The named fields, and the id beside them. */
function only(chat: Record<string, unknown>, fields: string | undefined): Record<string, unknown> {
	const names = fields?.split(',').map((name) => name.trim());
	if (!names) return chat;
	return Object.fromEntries(
		Object.entries(chat).filter(([name]) => ['chat_id', 'id', ...names].includes(name)),
	);
}
