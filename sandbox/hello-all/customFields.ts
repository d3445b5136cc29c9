import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { filled, pathValue, readBody, type Call, type Handler } from './body.ts';
import { chatsOf, type Chat } from './chats.ts';
import { ApiError, notFound, wrong } from './errors.ts';
import type { HelloAllWorld } from './settings.ts';

/** A field the panel keeps for every chat. */
export interface CustomField {
	id: string;
	name: string;
	type: string;
	description: string;
}

export const fieldsOf = (world: HelloAllWorld) => world.collection<CustomField>('customFields');

const show = ({ id, name, type, description }: CustomField) => ({
	custom_field_id: id,
	name,
	type,
	description,
	required: false,
});

export const listFields: Handler = (c, world) =>
	c.json({ success: true, data: fieldsOf(world).all().map(show) });

const creation = z.strictObject({ name: filled, type: filled, description: z.string().optional() });

export const createField: Handler = async (c, world) => {
	const { name, type, description = '' } = await readBody(c, creation);
	const fields = fieldsOf(world);
	if (fields.all().some((field) => field.name === name))
		throw new ApiError(409, 1004, `There is a custom field called ${name} already`);
	const id = `cf_${randomBytes(6).toString('hex')}`;
	return c.json({ success: true, data: show(fields.put(id, { id, name, type, description })) }, 201);
};

/** The field goes with every value it has in a chat. */
export const deleteField: Handler = (c, world) => {
	const id = pathValue(c, 'id');
	if (!fieldsOf(world).delete(id)) throw notFound(`There is no custom field with the id ${id}`);
	const chats = chatsOf(world);
	for (const chat of chats.all()) if (id in chat.values) chats.put(chat.id, without(chat, id));
	return c.json({ success: true });
};

function without(chat: Chat, id: string): Chat {
	const values = { ...chat.values };
	delete values[id];
	return { ...chat, values };
}

/** The chat a path names. */
export function chatOf(c: Call, world: HelloAllWorld): Chat {
	const id = pathValue(c, 'chat');
	const chat = chatsOf(world).get(id);
	if (!chat) throw notFound(`There is no chat with the id ${id}`);
	return chat;
}

export const listValues: Handler = (c, world) => {
	const { values } = chatOf(c, world);
	const data = fieldsOf(world)
		.all()
		.filter((field) => field.id in values)
		.map(({ id, name, type }) => ({ field_id: id, field_name: name, field_type: type, value: values[id] }));
	return c.json({ success: true, data });
};

/** What a custom field can hold. */
export const fieldValue = z.union([filled, z.number(), z.boolean()]);
/** Values as the panel's own calls write them. */
export const valueList = z.array(z.strictObject({ id: filled, value: fieldValue }));

const upsert = z.strictObject({ data: valueList.min(1, 'must hold at least one value') });

const FITS: Record<string, (value: unknown) => boolean> = {
	number: (value) => typeof value !== 'boolean' && Number.isFinite(Number(value)),
	date: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
};

/** All values, or none when one of them is wrong. */
export const upsertValues: Handler = async (c, world) => {
	const chat = chatOf(c, world);
	const { data } = await readBody(c, upsert);
	chatsOf(world).put(chat.id, { ...chat, values: { ...chat.values, ...checkedValues(world, data) } });
	return c.json({ success: true });
};

/** Values by the ids of their fields; throws when a field is not there or its type is another. */
export function checkedValues(
	world: HelloAllWorld,
	data: ReadonlyArray<{ id: string; value: unknown }>,
): Record<string, unknown> {
	const fields = fieldsOf(world);
	const values: Record<string, unknown> = {};
	for (const { id, value } of data) {
		const field = fields.get(id);
		if (!field) throw wrong(`There is no custom field with the id ${id}`);
		if (FITS[field.type]?.(value) === false)
			throw wrong(`The value of ${field.name} must be a ${field.type}`);
		values[id] = value;
	}
	return values;
}

export const deleteValue: Handler = (c, world) => {
	const chat = chatOf(c, world);
	const id = pathValue(c, 'id');
	if (!(id in chat.values)) throw notFound(`The chat has no value for the custom field ${id}`);
	chatsOf(world).put(chat.id, without(chat, id));
	return c.body(null, 204);
};
