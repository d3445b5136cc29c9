import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { answer, ApiError, heltarRoutes, readBody } from './answers.ts';
import { contactsOf } from './contact.ts';
import type { HeltarWorld } from './settings.ts';

export interface AttributeDefinition {
	fieldKey: string;
	dataType: 'text' | 'numerical' | 'dropdown' | 'tags';
	dropdownOptions?: string[];
	tagOptions?: string[];
}

const options = z.array(z.string().min(1)).min(1);
const definition = z
	.object({
		fieldKey: z.string().min(1),
		dataType: z.enum(['text', 'numerical', 'dropdown', 'tags']),
		dropdownOptions: options.optional(),
		tagOptions: options.optional(),
	})
	.superRefine((value, context) => {
		if (value.dataType === 'dropdown' && !value.dropdownOptions)
			context.addIssue({ code: 'custom', path: ['dropdownOptions'], message: 'needs at least one option' });
		if (value.dataType === 'tags' && !value.tagOptions)
			context.addIssue({ code: 'custom', path: ['tagOptions'], message: 'needs at least one option' });
	});

const TAGS = 'tags';

export const attributesOf = (world: HeltarWorld) => world.collection<AttributeDefinition>('attributes');

/** Heltar API, attributes: what a contact's value must be for a definition; the problem, or null. */
export function problemWith(known: AttributeDefinition | undefined, value: unknown): string | null {
	if (!known) return null;
	const { fieldKey, dataType, dropdownOptions = [], tagOptions = [] } = known;
	if (dataType === 'numerical' && (value === '' || value === null || Number.isNaN(Number(value))))
		return `Attribute ${fieldKey} must be a number`;
	if (dataType === 'dropdown' && !dropdownOptions.includes(String(value)))
		return `Attribute ${fieldKey} must be one of ${dropdownOptions.join(', ')}`;
	if (dataType === 'tags') {
		if (!Array.isArray(value)) return `Attribute ${fieldKey} must be an array`;
		const unknown = value.find((tag) => !tagOptions.includes(String(tag)));
		if (unknown !== undefined) return `Tag ${String(unknown)} does not exist`;
	}
	return null;
}

/** Keys nobody defined become text attributes. */
export function learnAttributes(world: HeltarWorld, values: Record<string, unknown>): void {
	const attributes = attributesOf(world);
	for (const fieldKey of Object.keys(values))
		if (fieldKey !== TAGS && !attributes.get(fieldKey))
			attributes.put(fieldKey, { fieldKey, dataType: 'text' });
}

export function attributeRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	const path = '/heltar/v1/business/attributes';
	const attributes = attributesOf(world);
	const generation = () => world.settings.generation;
	const namesOrAll = () =>
		generation() === 2023 ? attributes.all().map(({ fieldKey }) => fieldKey) : attributes.all();

	app.get(path, (c) => answer(c, 'Successfully Fetched Attributes', namesOrAll()));

	app.post(path, async (c) => {
		const { attributes: wanted } = await readBody(c, z.object({ attributes: z.array(definition).min(1) }));
		for (const { fieldKey } of wanted)
			if (fieldKey === TAGS || attributes.get(fieldKey))
				throw new ApiError(409, `Attribute: ${fieldKey} already exists!`);
		for (const one of wanted) attributes.put(one.fieldKey, clean(one));
		return answer(c, 'Successfully Created Attributes', attributes.all());
	});

	app.put(path, async (c) => {
		const body = await readBody(c, z.object({ oldAttribute: z.string().min(1), newAttribute: z.unknown() }));
		const taken = typeof body.newAttribute === 'string' ? body.newAttribute : undefined;
		if (taken !== undefined && attributes.get(taken)) throw new ApiError(400, alreadyExists(taken));
		const result = definition.safeParse(body.newAttribute);
		if (!result.success)
			throw new ApiError(400, `newAttribute: ${result.error.issues[0]?.message ?? 'invalid'}`);
		const { oldAttribute: from } = body;
		const to = clean(result.data);
		if (!attributes.get(from)) throw new ApiError(400, `Attribute: ${from} does not exist!`);
		if (to.fieldKey !== from && attributes.get(to.fieldKey))
			throw new ApiError(400, alreadyExists(to.fieldKey));
		if ((from === TAGS) !== (to.dataType === 'tags')) throw new ApiError(400, 'tags is a reserved attribute');
		world.store.transaction(() => {
			if (to.fieldKey !== from) attributes.delete(from);
			attributes.put(to.fieldKey, to);
			changeValues(world, from, (value) => [to.fieldKey, converted(to, value)]);
		});
		return answer(c, `Successfully Updated Attribute: ${from} to ${to.fieldKey}`, attributes.all());
	});

	app.delete(path, (c) => {
		const name = c.req.query('attribute');
		if (!name) throw new ApiError(400, 'attribute is required');
		if (name === TAGS) throw new ApiError(400, 'tags is a reserved attribute and cannot be deleted');
		if (!attributes.delete(name)) throw new ApiError(400, `Attribute: ${name} does not exist!`);
		world.store.transaction(() => changeValues(world, name, () => null));
		return answer(c, `Successfully Deleted Attribute: ${name}`, namesOrAll());
	});

	return app;
}

const alreadyExists = (name: string) =>
	`Attribute: ${name} already exists! Please delete it first and then update the attribute!`;

/** Options belong to their own type only. */
function clean({
	fieldKey,
	dataType,
	dropdownOptions,
	tagOptions,
}: AttributeDefinition): AttributeDefinition {
	return {
		fieldKey,
		dataType,
		...(dataType === 'dropdown' && { dropdownOptions }),
		...(dataType === 'tags' && { tagOptions }),
	};
}

/** Heltar API, attributes: values on contacts follow a change of type. */
function converted(to: AttributeDefinition, value: unknown): unknown {
	switch (to.dataType) {
		case 'numerical':
			return Number.isNaN(Number(value)) || value === '' ? 0 : Number(value);
		case 'dropdown':
			return to.dropdownOptions?.includes(String(value)) ? value : to.dropdownOptions?.[0];
		case 'tags':
			return Array.isArray(value) ? value.filter((tag) => to.tagOptions?.includes(String(tag))) : [];
		case 'text':
			return typeof value === 'string' ? value : String(value);
	}
}

function changeValues(
	world: HeltarWorld,
	key: string,
	change: (value: unknown) => [string, unknown] | null,
): void {
	const contacts = contactsOf(world);
	for (const contact of contacts.all()) {
		if (!(key in contact.attributes)) continue;
		const { [key]: value, ...others } = contact.attributes;
		const changed = change(value);
		const attributes = changed ? { ...others, [changed[0]]: changed[1] } : others;
		contacts.put(contact.number, { ...contact, attributes, updatedAt: Date.now() });
	}
}
