import type { IDataObject } from 'n8n-workflow';

import { hasFailed, isInbound, isNote, isSessionMarker, inUtc, sentBy, timeOf } from '../historyRecord';
import { recordText } from './recordText';

/** A message as a model sees it, with what is known of it. */
export interface ChatMessage {
	role: 'user' | 'assistant';
	text: string;
	details: MessageDetails;
}

export interface MessageDetails {
	id?: string;
	/** ISO, UTC. */
	timestamp?: string;
	/** Who wrote it, as in the output of Message → Get Many. */
	sentBy: ReturnType<typeof sentBy>;
	/** The team member's name. */
	sentByName?: string;
}

/**
 * The conversation out of the records of a history, oldest first: what the customer wrote as "user", what the business
 * wrote as "assistant", whoever or whatever wrote it.
 *
 * - It begins after the last marker of a cleared session.
 * - Notes, calls, and messages that failed, expired or were cancelled are no part of it.
 * - Each message is in it once, by its ID.
 * - The prompt is not in it: the messages with these IDs, and what the customer wrote after the first of them. What the
 * business wrote since then stays, because the customer has seen it.
 * @param records in any order; those of the same time stay in the one given
 * @param promptIds none where no message of the customer is being answered
 */
export function conversationOf(
	records: readonly IDataObject[],
	promptIds: ReadonlySet<unknown> = new Set(),
): ChatMessage[] {
	const inOrder = onceEach([...records].sort((a, b) => timeOf(a) - timeOf(b)));
	const session = inOrder.slice(inOrder.map(isSessionMarker).lastIndexOf(true) + 1);
	const beginning = session.findIndex(({ wamid }) => promptIds.has(wamid));
	const isPrompt = (record: IDataObject, at: number) =>
		promptIds.has(record.wamid) || (beginning !== -1 && at > beginning && isInbound(record));
	return session
		.filter((record, at) => !isPrompt(record, at) && isPartOfIt(record))
		.map((record) => toChatMessage(record));
}

function onceEach(records: readonly IDataObject[]): IDataObject[] {
	const known = new Set<unknown>();
	return records.filter(({ wamid }) => {
		if (typeof wamid !== 'string') return true;
		const isNew = !known.has(wamid);
		known.add(wamid);
		return isNew;
	});
}

const isPartOfIt = (record: IDataObject): boolean =>
	// What failed the customer never saw.
	!isNote(record) && !hasFailed(record.status) && !isCall(record);

/** Call logs stand between the messages as interactive ones of type "call" (Heltar API, "Fetch messages"). */
function isCall({ type, interactive }: IDataObject): boolean {
	return type === 'call' || (interactive as IDataObject | null | undefined)?.type === 'call';
}

function toChatMessage(record: IDataObject): ChatMessage {
	const author = sentBy(record);
	const { wamid, timestamp, sentByName } = record;
	const text = recordText(record);
	const isColleague = author === 'teamMember';
	const at = inUtc(timestamp);
	return {
		role: author === 'customer' ? 'user' : 'assistant',
		// In the text, because models take no names with spaces beside it, and some take none at all.
		text: isColleague ? `[${String(sentByName)}] ${text}` : text,
		details: {
			...(typeof wamid === 'string' ? { id: wamid } : {}),
			...(typeof at === 'string' ? { timestamp: at } : {}),
			sentBy: author,
			...(isColleague ? { sentByName: String(sentByName) } : {}),
		},
	};
}
