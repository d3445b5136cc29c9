import { z } from 'zod';
import { filled, type Handler } from '../body.ts';
import { chatsOf } from '../chats.ts';
import { chatOf } from '../customFields.ts';
import { notFound } from '../errors.ts';
import { invalid, numberedPage, readCrmBody } from './answers.ts';

/** The people who answer chats in the panel. */
export const OPERATORS = ['ravi@example.com', 'meera@example.com'];

const assignment = z.strictObject({
	operator_email: z.email('must be an e-mail address'),
	pause_automation: z.boolean().optional(),
});

export const assignChat: Handler = async (c, world) => {
	const chat = chatOf(c, world);
	const { operator_email: operator, pause_automation } = await readCrmBody(c, assignment);
	if (!OPERATORS.includes(operator))
		throw notFound(`There is no operator with the e-mail address ${operator}`);
	const automationPaused = pause_automation ?? chat.automationPaused ?? false;
	chatsOf(world).put(chat.id, { ...chat, operator, automationPaused, done: false });
	return c.json({ success: true, message: 'Chat assigned', data: { assigned_to: operator } });
};

const completion = z.strictObject({
	metadata: z.strictObject({ resolution_notes: filled.optional() }).optional(),
});

export const markChatDone: Handler = async (c, world) => {
	const chat = chatOf(c, world);
	await readCrmBody(c, completion);
	chatsOf(world).put(chat.id, { ...chat, done: true });
	return c.json({ success: true, message: 'Chat marked as done' });
};

/** `GET /crm/chat/{chat_id}/messages`: a message shows some time after it was said. */
export const chatHistory: Handler = (c, world) => {
	const { number } = chatOf(c, world);
	const sort = c.req.query('sort') ?? 'newest';
	if (sort !== 'newest' && sort !== 'oldest') throw invalid('sort', 'must be newest or oldest');
	const until = Date.now() - world.settings.crmHistoryDelayMs;
	const said = world.messages.withNumber(number).filter(({ hidden, at }) => !hidden && at <= until);
	if (sort === 'newest') said.reverse();
	const { entries, pagination } = numberedPage(c, said, 50);
	const messages = entries.map(({ id, type, text, direction, status, at }) => ({
		message_id: id,
		type,
		content: text,
		direction: direction === 'in' ? 'inbound' : 'outbound',
		status,
		timestamp: new Date(at).toISOString(),
	}));
	return c.json({ success: true, data: { messages, pagination } });
};
