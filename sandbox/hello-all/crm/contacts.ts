import { z } from 'zod';
import { filled, readJson, type Handler } from '../body.ts';
import { chatsOf, chatWith, newChat, type Chat } from '../chats.ts';
import { chatOf, checkedValues, fieldsOf, fieldValue, valueList } from '../customFields.ts';
import { ApiError, wrong } from '../errors.ts';
import type { HelloAllWorld } from '../settings.ts';
import { checked, invalid, listAnswer, numberedPage } from './answers.ts';
import { showChat } from './show.ts';

const email = z.email('must be an e-mail address').optional();

/** The body of an independent client, in the style of the panel's own custom fields. */
const flat = z.strictObject({
	whatsapp: z.string().regex(/^\d{8,15}$/, 'must be digits only, with the country code'),
	chat_name: filled.optional(),
	email,
	chat_operator: filled.optional(),
	custom_fields: valueList.optional(),
});

/** The body as the sibling panel documents it. */
const documented = z.strictObject({
	whatsapp_number: z.string().regex(/^\+\d{8,15}$/, 'must begin with + and the country code'),
	name: filled.optional(),
	email,
	custom_fields: z.record(z.string(), fieldValue).optional(),
});

interface Contact {
	number: string;
	name?: string;
	email?: string;
	operator?: string;
	values: Record<string, unknown>;
}

/** `POST /crm/chat`. */
export const createContact: Handler = async (c, world) => {
	const { number, ...contact } = readContact(world, await readJson(c));
	if (chatWith(world, number)) throw new ApiError(409, 1004, `There is a chat with ${number} already`);
	const made: Chat = { ...newChat(number, Date.now()), ...contact, name: contact.name ?? '' };
	const chat = chatsOf(world).put(made.id, made);
	const shown = showChat(world, chat, true);
	return world.settings.crmForm === 'documented'
		? c.json({ success: true, data: shown }, 201)
		: c.json(shown);
};

function readContact(world: HelloAllWorld, value: unknown): Contact {
	const isDocumented = ['whatsapp_number', 'name'].some((name) => name in ((value ?? {}) as object));
	const { crmBody } = world.settings;
	if (crmBody !== 'either' && isDocumented !== (crmBody === 'documented'))
		throw invalid(crmBody === 'documented' ? 'whatsapp_number' : 'whatsapp', 'is required');
	if (!isDocumented) {
		const { whatsapp, chat_name, email, chat_operator, custom_fields = [] } = checked(value, flat);
		const values = checkedValues(world, custom_fields);
		return { number: whatsapp, name: chat_name, email, operator: chat_operator, values };
	}
	const { whatsapp_number, name, email, custom_fields = {} } = checked(value, documented);
	const fields = fieldsOf(world).all();
	const data = Object.entries(custom_fields).map(([name, one]) => {
		const field = fields.find((candidate) => candidate.name === name);
		if (!field) throw wrong(`There is no custom field called ${name}`);
		return { id: field.id, value: one };
	});
	return { number: whatsapp_number.slice(1), name, email, values: checkedValues(world, data) };
}

/** `GET /crm/chat`, page by page. */
export const listContacts: Handler = (c, world) => {
	const { entries, pagination } = numberedPage(c, chatsOf(world).all(), 20);
	return listAnswer(
		c,
		world,
		entries.map((chat) => showChat(world, chat)),
		{ pagination },
	);
};

export const deleteContact: Handler = (c, world) => {
	chatsOf(world).delete(chatOf(c, world).id);
	return c.json({ success: true, message: 'Chat deleted' });
};
