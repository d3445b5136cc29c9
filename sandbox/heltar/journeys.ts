import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { answer, ApiError, heltarRoutes, readBody } from './answers.ts';
import { contactsOf, newContact } from './contact.ts';
import type { HeltarWorld } from './settings.ts';

/** A journey and the events it listens for. */
export interface Journey {
	id: string;
	events: string[];
}

export const journeysOf = (world: HeltarWorld) => world.collection<Journey>('journeys');
/** Ids of people, by the number or the email they were named by. */
const peopleOf = (world: HeltarWorld) => world.collection<string>('journeyPeople');

const eventBody = z.strictObject({
	event: z.strictObject({
		name: z.string().min(1),
		properties: z.record(z.string(), z.unknown()).optional(),
	}),
	phone: z.string().min(1).optional(),
	email: z.email().optional(),
	journeyId: z.uuid().optional(),
});

/** Heltar API, "Journey events". */
export function journeyRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	app.post('/heltar/v1/journeys/events', async (c) => {
		const { event, phone, email, journeyId } = await readBody(c, eventBody);
		if (phone === undefined && email === undefined)
			throw new ApiError(400, 'At least one identifier (phone, email) is required');
		const digits = phone?.replace(/\D/g, '');
		if (digits === '') throw new ApiError(400, 'Could not resolve a contact from the given identifiers');
		const journeys = journeysOf(world).all();
		if (journeyId !== undefined && !journeys.some(({ id }) => id === journeyId))
			throw new ApiError(404, 'Journey not found');
		const listening = journeys.filter(
			({ id, events }) => events.includes(event.name) && (journeyId === undefined || id === journeyId),
		);
		return answer(c, 'Event accepted', {
			masterClientId: personOf(world, digits, email?.toLowerCase()),
			journeys: listening.map(({ id }) => id),
		});
	});
	return app;
}

/** The person's id, which stays the same; whoever has a number becomes a contact. */
function personOf(world: HeltarWorld, number: string | undefined, email: string | undefined): string {
	const people = peopleOf(world);
	const keys = [number, email].filter((key) => key !== undefined);
	const id = keys.map((key) => people.get(key)).find((known) => known !== undefined) ?? randomUUID();
	for (const key of keys) people.put(key, id);
	const contacts = contactsOf(world);
	if (number !== undefined && !contacts.get(number))
		contacts.put(number, newContact(world.people.resolve(number)));
	return id;
}
