import type { Hono } from 'hono';
import { z } from 'zod';
import { addressOf } from '../core/people.ts';
import type { SandboxEnv } from '../core/provider.ts';
import { answer, ApiError, heltarRoutes, readBody } from './answers.ts';
import { turnBot } from './bot.ts';
import { clientNotFound, contactsOf, findContact, newContact, type Contact } from './contact.ts';
import { employeesOf, findAgent } from './employees.ts';
import { addNote } from './notes.ts';
import { showRecord } from './record.ts';
import type { HeltarWorld } from './settings.ts';

/** Switches that some calls take as words, too. */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);

/** What is done to a contact's chat: open and close, assign, block, bot. */
export function chatRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	const contacts = contactsOf(world);

	const known = (address: string): Contact => {
		const contact = findContact(world, address);
		if (!contact) throw clientNotFound(address);
		return contact;
	};
	const update = (contact: Contact, change: Partial<Contact>) => {
		contacts.put(contact.number, { ...contact, ...change, updatedAt: Date.now() });
		world.emit('customer', { number: contact.number });
	};

	app.put('/heltar/v1/clients/chat/toggle/:number', async (c) => {
		const { isOpen } = await readBody(c, z.object({ isOpen: z.boolean() }));
		update(known(c.req.param('number')), { isOpen });
		const data = world.settings.generation === 2023 ? { data: null } : {};
		return c.json({ message: 'Client chat status updated successfully', ...data });
	});

	const assignBody = z.object({ clientWaNumber: z.string().min(1), email: z.string().min(1).nullish() });
	app.post('/heltar/v1/clients/chat/assign', async (c) => {
		const { clientWaNumber, email } = await readBody(c, assignBody);
		const contact = known(clientWaNumber);
		if (email == null && world.settings.generation === 2023) throw new ApiError(400, 'email: is required');
		const agent = email == null ? leastBusy(world) : findAgent(world, email);
		if (!agent && email == null) throw new ApiError(400, 'No active employee found to assign chat!');
		if (!agent) throw new ApiError(400, `${email} not exists!`);
		update(contact, { agents: [agent.email] });
		return answer(c, 'Chat assigned successfully');
	});

	const multiBody = z.object({ clientWaNumber: z.string().min(1), emails: z.array(z.string()) });
	app.post('/heltar/v1/clients/chat/multiassign', async (c) => {
		const { clientWaNumber, emails } = await readBody(c, multiBody);
		const contact = known(clientWaNumber);
		const unknown = emails.filter((email) => !findAgent(world, email));
		if (unknown.length > 0) throw new ApiError(400, 'Some employees do not exist!', { emails: unknown });
		update(contact, { agents: emails.map((email) => email.toLowerCase()) });
		return answer(c, 'Chat assigned successfully');
	});

	app.put('/heltar/v1/clients/chat/block/:number', async (c) => {
		const { isBlocked } = await readBody(c, z.object({ isBlocked: z.boolean() }));
		const contact = known(c.req.param('number'));
		world.people.change(contact.number, { blocked: isBlocked });
		update(contact, {});
		return answer(c, `Client ${isBlocked ? 'blocked' : 'unblocked'} successfully`);
	});

	app.get('/heltar/v1/clients/blocked', (c) => {
		const byName = contacts.all().sort((a, b) => a.username.localeCompare(b.username, 'en'));
		const blocked = byName.flatMap((contact) => {
			const person = world.people.resolve(contact.number);
			const { id, username } = contact;
			return person.blocked ? [{ id, clientWaNumber: addressOf(person), username }] : [];
		});
		return answer(c, 'Successfully retrieved blocked clients', blocked);
	});

	app.put('/heltar/v1/clients/bot/toggle/:number', async (c) => {
		const { isBotReply } = await readBody(c, z.object({ isBotReply: flag }));
		const contact = known(c.req.param('number'));
		const { refused } = turnBot(world, world.people.resolve(contact.number), isBotReply) ?? {};
		if (refused !== undefined) throw new ApiError(400, refused);
		return answer(c, `Client bot status ${isBotReply ? 'active' : 'inactive'} successfully`);
	});

	const botBody = z.object({ clientWaNumber: z.string().min(1), chatbotId: z.string().min(1).nullable() });
	app.put('/heltar/v1/clients/bot/assign', async (c) => {
		const { clientWaNumber, chatbotId } = await readBody(c, botBody);
		if (chatbotId !== null && !world.collection('chatbots').get(chatbotId))
			throw new ApiError(404, 'Chatbot not found');
		const contact = findContact(world, clientWaNumber) ?? newContact(world.people.resolve(clientWaNumber));
		update(contact, { assignedChatbotId: chatbotId });
		return answer(c, 'Chatbot assigned successfully', { clientWaNumber, assignedChatbotId: chatbotId });
	});

	app.put('/heltar/v1/clients/session/clear/:number', (c) => {
		const contact = known(c.req.param('number'));
		const at = Date.now();
		const sessionClearedAt = new Date(at).toISOString();
		const marker = addNote(
			world,
			world.people.resolve(contact.number),
			`Session cleared at ${sessionClearedAt}`,
			{ at, isSessionClear: true },
		);
		update(contact, { sessionClearedAt: at });
		return answer(c, 'Session cleared successfully', {
			sessionClearedAt,
			message: showRecord(world, marker),
		});
	});

	return app;
}

/** Auto-assignment: the active agent with the fewest chats. */
function leastBusy(world: HeltarWorld) {
	const all = contactsOf(world).all();
	const load = (email: string) => all.filter(({ agents }) => agents.includes(email)).length;
	return employeesOf(world)
		.all()
		.filter(({ status, isActive, deletedAt }) => status === 'active' && isActive && !deletedAt)
		.sort((a, b) => load(a.email) - load(b.email))[0];
}
