import type { IWebhookFunctions } from 'n8n-workflow';

import { NoUsableResponse, Refused } from '../../../core/http/errors';
import { within } from '../../../core/http/deadline';
import { errorAndCallInWords } from '../../../core/http/log';
import { withBlocks } from '../../../whatsapp/events/blocks';
import type { Chat, WhatsAppEvent } from '../../../whatsapp/events/event';
import { budgetFromNow, fewAtATime } from './budget';

/**
 * Reads who answers in the chat of the person who wrote.
 * @param signal ends the call
 */
export type ReadChat = (event: WhatsAppEvent, signal: AbortSignal) => Promise<Chat>;

/** What is to start the workflow, with the chat it belongs to. */
export interface Sorted {
	/** In their order; those that belong to no chat that could be read are as they were. */
	starting: WhatsAppEvent[];
	/** Of people whose chats are not answered by the bot. */
	skipped: WhatsAppEvent[];
	/** Whether a chat could not be read. */
	isUnclear: boolean;
}

/** How long a delivery waits for chats, in milliseconds: it has 10 seconds in all, and may have waited for something else. */
const LONGEST_MS = 3_000;

/** Sorts out the messages of people with whom somebody of the team talks. All chats of a delivery are read within one time. */
export async function sortByChat(
	context: IWebhookFunctions,
	events: readonly WhatsAppEvent[],
	readChat: ReadChat,
): Promise<Sorted> {
	const written = events.flatMap((event) => (isOfChat(event) ? [[event.from, event] as const] : []));
	const people = [...new Map(written).values()];
	const budget = budgetFromNow(Date.now() + LONGEST_MS);
	const read = await fewAtATime(people, budget, async (event) => {
		const left = Math.max(1, budget.left());
		return await within(
			left,
			'Reading the contact',
			async ({ signal }) => await readChat(event, signal),
		).catch((error: unknown) => {
			context.logger.warn(
				`Could not find out whether a person or the bot handles the chat: ${errorAndCallInWords(error)}`,
			);
			return notRead(problemOf(error));
		});
	});
	const chats = new Map(people.map(({ from }, at) => [from, read[at] ?? notRead(NO_TIME)]));
	const chatOf = (event: WhatsAppEvent) => (isOfChat(event) ? chats.get(event.from) : undefined);
	const isSkipped = (event: WhatsAppEvent) => chatOf(event)?.isBotReply === false;
	const withChat = (event: WhatsAppEvent) => {
		const chat = chatOf(event);
		return chat === undefined ? event : withBlocks(event, { chat });
	};
	return {
		starting: events.filter((event) => !isSkipped(event)).map(withChat),
		skipped: events.filter(isSkipped),
		isUnclear: [...chats.values()].some(({ readError }) => readError !== undefined),
	};
}

/** What a person writes in a chat of their own; a group is nobody's, and in none does a bot answer. */
const isOfChat = ({ event, direction, groupId, from }: WhatsAppEvent) =>
	event === 'message' && direction === 'inbound' && groupId === null && from !== null;

/** What went wrong, and what to do about it where that is known. */
function problemOf(error: unknown): string {
	const advice =
		error instanceof Refused || error instanceof NoUsableResponse ? error.details.advice : undefined;
	const problem = error instanceof Error ? error.message : String(error);
	return advice === undefined ? problem : `${problem.replace(/\.$/, '')}. ${advice}`;
}

const notRead = (readError: string): Chat => ({ isBotReply: null, assigned: null, readError });

const NO_TIME = 'This contact was not checked, because the webhook request concerned too many contacts';
