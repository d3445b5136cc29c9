import { z } from 'zod';
import { ApiError } from './answers.ts';
import { contactsOf, findContact } from './contact.ts';
import type { HeltarWorld } from './settings.ts';

interface Nudge {
	id: number;
	number: string;
	chatbotId: string;
	status: 'schedule' | 'cancelled';
	/** Unix milliseconds. */
	scheduleTime: number;
}

/** Heltar API, "Schedule nudge". */
export const nudgeBody = z.strictObject({
	clientWaNumber: z.string().min(1),
	delaySeconds: z.number().int().min(1).max(10_000_000),
	chatbotId: z.string().min(1).optional(),
});

const nudgesOf = (world: HeltarWorld) => world.collection<Nudge>('nudges');

/** What the bot would write is not played: a nudge is only there, and is cancelled by the next one. */
export function planNudge(world: HeltarWorld, body: z.infer<typeof nudgeBody>): Nudge {
	const contact = findContact(world, body.clientWaNumber);
	if (!contact) throw new ApiError(404, `${body.clientWaNumber} not exist!`);
	const bots = world.collection<{ id: string }>('chatbots');
	if (body.chatbotId !== undefined && !bots.get(body.chatbotId))
		throw new ApiError(500, 'Something went wrong. Please try again later.');
	const chatbotId = body.chatbotId ?? contact.assignedChatbotId ?? bots.all()[0]?.id;
	if (chatbotId === undefined) throw new ApiError(400, 'No chatbot found');
	contactsOf(world).put(contact.number, { ...contact, assignedChatbotId: chatbotId });
	const nudges = nudgesOf(world);
	for (const nudge of nudges.all())
		if (nudge.number === contact.number && nudge.chatbotId === chatbotId)
			nudges.put(String(nudge.id), { ...nudge, status: 'cancelled' });
	const id = nudges.all().length + 57;
	const scheduleTime = Date.now() + body.delaySeconds * 1000;
	return nudges.put(String(id), { id, number: contact.number, chatbotId, status: 'schedule', scheduleTime });
}

/** Whether there was one still to come. */
export function cancelNudge(world: HeltarWorld, id: string): boolean {
	const nudge = nudgesOf(world).get(id);
	if (nudge?.status !== 'schedule' || nudge.scheduleTime <= Date.now()) return false;
	nudgesOf(world).put(id, { ...nudge, status: 'cancelled' });
	return true;
}
