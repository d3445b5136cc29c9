import type { IWebhookFunctions } from 'n8n-workflow';

import { within } from '../../../core/http/deadline';
import { errorAndCallInWords } from '../../../core/http/log';
import type { WhatsAppEvent } from '../../../whatsapp/events/event';
import type { Budget } from './budget';
import { fewAtATime } from './budget';

/** Shows a customer that a message was read, within a time in milliseconds. */
export type MarkRead = (event: WhatsAppEvent, budgetMs: number) => Promise<unknown>;

/** A courtesy: what of it failed, or found no time, is for the log and no reason to lose a message. */
export async function markAllRead(
	{ logger }: IWebhookFunctions,
	events: readonly WhatsAppEvent[],
	markRead: MarkRead,
	budget: Budget,
): Promise<void> {
	const received = events.filter(({ event, direction }) => event === 'message' && direction === 'inbound');
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
	if (left > 0) logger.warn(`${left} messages were not marked as read: their delivery brought too many`);
}
