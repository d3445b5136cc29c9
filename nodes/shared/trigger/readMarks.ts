import type { IWebhookFunctions } from 'n8n-workflow';

import { within } from '../../../core/http/deadline';
import { errorAndCallInWords } from '../../../core/http/log';
import type { WhatsAppEvent } from '../../../whatsapp/events/event';
import type { Budget } from './budget';
import { fewAtATime } from './budget';

/** Shows a customer that a message was read, within a time in milliseconds. */
export type MarkRead = (event: WhatsAppEvent, budgetMs: number) => Promise<unknown>;

/** Shows a customer that an answer is on its way, and that the message was read. */
export type ShowTyping = MarkRead;

/** A courtesy: what of it failed, or found no time, is for the log and no reason to lose a message. */
export async function markAllRead(
	context: IWebhookFunctions,
	events: readonly WhatsAppEvent[],
	markRead: MarkRead,
	budget: Budget,
): Promise<void> {
	await forAll(context, events.filter(isReceived), markRead, budget);
}

/** The same for typing, which is shown in a chat: for the last message of each. */
export async function showTypingInAll(
	context: IWebhookFunctions,
	events: readonly WhatsAppEvent[],
	showTyping: ShowTyping,
	budget: Budget,
): Promise<void> {
	const chats = events.filter(isReceived).map((event) => [`${event.groupId} ${event.from}`, event] as const);
	await forAll(context, [...new Map(chats).values()], showTyping, budget);
}

const isReceived = ({ event, direction }: WhatsAppEvent) => event === 'message' && direction === 'inbound';

async function forAll(
	{ logger }: IWebhookFunctions,
	received: readonly WhatsAppEvent[],
	markRead: MarkRead,
	budget: Budget,
): Promise<void> {
	const ends = await fewAtATime(received, budget, async (event) => {
		const left = Math.max(1, budget.left());
		const problem = await within(left, 'Marking as read', async () => await markRead(event, left)).then(
			() => undefined,
			errorAndCallInWords,
		);
		if (problem !== undefined) logger.warn(`Marking message ${event.id} as read failed: ${problem}`);
		return true;
	});
	const left = ends.filter((end) => end === undefined).length;
	if (left > 0)
		logger.warn(
			`${left} messages were not marked as read, because the provider delivered too many in one request`,
		);
}
