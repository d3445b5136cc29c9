import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { answer, ApiError, firstProblem, heltarRoutes, readBody, validate } from './answers.ts';
import { attributesOf, learnAttributes, problemWith } from './attributes.ts';
import { clientNotFound, contactsOf, findContact, newContact, showContact, type Contact } from './contact.ts';
import { countryCodeOf } from './countryCodes.ts';
import { findAgent } from './employees.ts';
import { readLimit } from './messages.ts';
import { recipientSchema } from './recipient.ts';
import type { HeltarWorld } from './settings.ts';

/** `attributes`: a JSON text of an object; today's API takes the object itself, too. */
const attributesText = z.string().transform((text, context) => {
	try {
		const value = text === '' ? {} : (JSON.parse(text) as unknown);
		if (value && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
	} catch {
		// Reported below.
	}
	context.addIssue({ code: 'custom', message: 'must be a JSON object' });
	return z.NEVER;
});

/** Other channels' ids (`…@rcs`) are contacts, too. */
const contactId = (generation: 2023 | 2026) =>
	z.union([z.string().regex(/^\S+@\w+$/), recipientSchema(generation)]);

function upsertSchema(generation: 2023 | 2026) {
	const old = generation === 2023;
	return z.looseObject({
		username: z.string(),
		attributes: old ? attributesText : z.union([attributesText, z.record(z.string(), z.unknown())]),
		countryCode: old ? z.number().int() : z.number().int().nullable(),
		clientWaNumber: contactId(generation),
		assignTo: z.string().optional(),
	});
}

const bool = z
	.enum(['true', 'false'])
	.transform((value) => value === 'true')
	.optional();

const listQuery = z.object({
	cursor: z.string().optional(),
	limit: z.string().optional(),
	isOpen: bool,
	unread: bool,
	assigned: bool,
	isBotReply: bool,
	afterTs: z.string().optional(),
	afterId: z.string().optional(),
});

export function contactRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	const contacts = contactsOf(world);
	const show = (contact: Contact) => showContact(world, contact);

	app.get('/heltar/v1/clients', (c) => {
		if (world.settings.generation === 2023)
			return answer(c, 'Successfully retrieved client list', sorted(contacts.all()).map(show));
		const query = validate(c.req.query(), listQuery);
		const tags = c.req.queries('tags') ?? [];
		if (tags.length > 20) throw new ApiError(400, 'tags: must hold at most 20 tags');
		// `unread=false` has no effect, and the place of `afterTs` counts only beside a filter.
		const filters = [query.isOpen, query.unread || undefined, query.assigned, query.isBotReply];
		const filtered = tags.length > 0 || filters.some((filter) => filter !== undefined);
		const limit = readLimit(query.limit, filtered ? 1000 : 5000, filtered ? 500 : 5000);
		const after = readPlace(query, filtered);
		const rest = sorted(contacts.all()).filter(
			(contact) =>
				(!filtered || contact.latestMessage !== null) &&
				(query.isOpen === undefined || contact.isOpen === query.isOpen) &&
				(!query.unread || contact.unreadMessages !== 0) &&
				(query.assigned === undefined || contact.agents.length > 0 === query.assigned) &&
				(query.isBotReply === undefined || contact.isBotReply === query.isBotReply) &&
				tags.every((tag) => tagsOf(contact).includes(tag)) &&
				isAfter(contact, after),
		);
		const page = rest.slice(0, limit);
		const last = page.at(-1);
		// Blocked contacts are taken out of the page after it was cut: pages may be short.
		const visible = page.filter((contact) => !world.people.resolve(contact.number).blocked);
		return answer(c, 'Successfully retrieved client list', {
			clients: visible.map(show),
			nextCursor: last && rest.length > page.length ? toCursor(last) : null,
		});
	});

	app.post('/heltar/v1/clients', async (c) => {
		const bodies = await readBody(c, z.array(z.unknown(), 'must be an array of clients').min(1));
		const done: unknown[] = [];
		const failed: Array<{ client: unknown; error: string }> = [];
		const seen = new Set<string>();
		world.store.transaction(() => {
			for (const client of bodies) {
				const result = upsertOne(world, client, seen);
				if (typeof result === 'string') failed.push({ client, error: result });
				else if (result) done.push(show(result));
			}
		});
		if (failed.length > 0)
			throw new ApiError(400, `Failed to create/update ${failed.length} of ${bodies.length} clients`, {
				successfulClients: done,
				failedClients: failed,
			});
		return answer(c, 'Clients created/updated successfully', done);
	});

	app.delete('/heltar/v1/clients', async (c) => {
		const body = await readBody(c, z.object({ clientWaNumbers: z.array(z.string().min(1)).min(1) }));
		const notDeleted: string[] = [];
		world.store.transaction(() => {
			for (const address of new Set(body.clientWaNumbers)) {
				const { number } = world.people.resolve(address);
				if (contacts.delete(number)) world.messages.delete(number);
				else notDeleted.push(address);
			}
		});
		const deletedCount = new Set(body.clientWaNumbers).size - notDeleted.length;
		return answer(c, 'Clients deleted successfully', { notDeleted, deletedCount });
	});

	const attributesAndTags = z.object({
		clientWaNumber: z.string().min(1),
		attributes: z.record(z.string(), z.unknown()).optional(),
		tags: z.array(z.string()).optional(),
	});
	app.put('/heltar/v1/clients/attributes-and-tags', async (c) => {
		const bodies = await readBody(
			c,
			z.array(attributesAndTags, 'must be an array').min(1, 'must not be empty'),
		);
		const results = world.store.transaction(() => bodies.map((body) => updateOne(world, body)));
		const successful = results.filter(({ success }) => success).length;
		const summary = { total: results.length, successful, failed: results.length - successful };
		const data = { summary, results };
		if (successful === 0) throw new ApiError(400, 'Failed to update attributes and tags', data);
		return answer(c, 'Attributes and tags updated', data);
	});

	app.get('/heltar/v1/clients/client-attributes/:number', (c) => {
		const contact = findContact(world, c.req.param('number'));
		if (!contact) throw clientNotFound(c.req.param('number'));
		return c.json({
			code: 200,
			message: 'Successfully fetched attributes',
			data: { attributes: contact.attributes },
		});
	});

	app.get('/heltar/v1/clients/:number', (c) => {
		const contact = findContact(world, c.req.param('number'));
		if (!contact) throw clientNotFound(c.req.param('number'));
		return answer(c, 'Successfully retrieved client details', show(contact));
	});

	return app;
}

/** The contact, or what is wrong; undefined for a repetition, of which the first wins. */
function upsertOne(world: HeltarWorld, client: unknown, seen: Set<string>): Contact | string | undefined {
	const { generation } = world.settings;
	const parsed = upsertSchema(generation).safeParse(client);
	if (!parsed.success) return firstProblem(parsed.error);
	const { username, attributes, countryCode, clientWaNumber, assignTo } = parsed.data;
	const person = world.people.resolve(clientWaNumber);
	if (seen.has(person.number)) return undefined;
	seen.add(person.number);
	if (countryCode !== null && /^\d+$/.test(clientWaNumber) && !clientWaNumber.startsWith(String(countryCode)))
		return `Country code ${countryCode} does not match the number ${clientWaNumber}`;
	const problem = problemIn(world, attributes);
	if (problem) return problem;
	const agent = assignTo === undefined ? undefined : findAgent(world, assignTo);
	if (assignTo !== undefined && !agent) return `${assignTo} not exists!`;
	learnAttributes(world, attributes);
	const contacts = contactsOf(world);
	const known = contacts.get(person.number);
	const contact = known ?? newContact(person);
	world.people.save({ ...person, name: person.name || username });
	const saved = contacts.put(person.number, {
		...contact,
		username: username || contact.username,
		countryCode: countryCode ?? countryCodeOf(clientWaNumber) ?? contact.countryCode,
		attributes: { ...contact.attributes, ...attributes },
		agents: agent ? [agent.email] : contact.agents,
		updatedAt: Date.now(),
	});
	world.emit('customer', { number: person.number });
	// Heltar API, create clients: the id of a fresh contact is a placeholder in today's answers.
	return known || generation === 2023 ? saved : { ...saved, id: '00000000-0000-0000-0000-000000000000' };
}

function problemIn(world: HeltarWorld, values: Record<string, unknown>): string | null {
	const attributes = attributesOf(world);
	for (const [key, value] of Object.entries(values)) {
		const problem = problemWith(attributes.get(key), value);
		if (problem) return problem;
	}
	return null;
}

function updateOne(
	world: HeltarWorld,
	body: { clientWaNumber: string; attributes?: Record<string, unknown>; tags?: string[] },
): { clientWaNumber: string; success: boolean; error?: string } {
	const { clientWaNumber, attributes, tags } = body;
	const fail = (error: string) => ({ clientWaNumber, success: false, error });
	if (!attributes && !tags) return fail('Either attributes or tags is required');
	const contact = findContact(world, clientWaNumber);
	if (!contact) return fail('Client not found');
	const values = { ...attributes, ...(tags && { tags }) };
	const problem = problemIn(world, values);
	if (problem) return fail(problem);
	learnAttributes(world, values);
	const merged = { ...contact.attributes, ...values };
	contactsOf(world).put(contact.number, { ...contact, attributes: merged, updatedAt: Date.now() });
	return { clientWaNumber, success: true };
}

const tagsOf = (contact: Contact): unknown[] =>
	Array.isArray(contact.attributes.tags) ? (contact.attributes.tags as unknown[]) : [];

/** Latest conversation first; ids settle ties so that pages never overlap. */
const sorted = (contacts: Contact[]) =>
	contacts.sort((a, b) => b.latestMessageAt - a.latestMessageAt || (a.id < b.id ? -1 : 1));

interface Place {
	at: number;
	id: string;
}

const isAfter = (contact: Contact, place: Place | undefined): boolean =>
	!place ||
	contact.latestMessageAt < place.at ||
	(contact.latestMessageAt === place.at && contact.id > place.id);

const toCursor = (contact: Contact): string =>
	Buffer.from(JSON.stringify({ at: contact.latestMessageAt, id: contact.id })).toString('base64url');

function readPlace(query: z.infer<typeof listQuery>, filtered: boolean): Place | undefined {
	if (query.cursor !== undefined) {
		try {
			const place = JSON.parse(Buffer.from(query.cursor, 'base64url').toString()) as Place;
			if (typeof place.at === 'number' && typeof place.id === 'string') return place;
		} catch {
			// Reported below.
		}
		throw new ApiError(400, 'cursor: is not valid');
	}
	if (query.afterTs === undefined || !filtered) return undefined;
	if (query.afterId === undefined) throw new ApiError(400, 'afterTs and afterId must be used together');
	const at = /^\d+$/.test(query.afterTs) ? Number(query.afterTs) : Date.parse(query.afterTs);
	if (Number.isNaN(at)) throw new ApiError(400, 'afterTs: must be a timestamp');
	return { at, id: query.afterId };
}
