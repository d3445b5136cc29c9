import type { IDataObject } from 'n8n-workflow';

import { UnexpectedResponseShape } from '../../core/http/errors';
import type { Page } from '../../core/http/pagination';
import { isNothing } from './lists';
import { timeOf } from './historyRecord';

/** What a call for the history of a contact answers today; older servers answer with the bare list. */
export interface HistoryAnswer {
	messages?: IDataObject[];
	hasMore?: boolean;
	canMessage?: boolean;
	conversationExpire?: string;
}

/**
 * One page of a history, newest first, and the place where the one before it ends (Heltar API, "Fetch messages").
 * @throws UnexpectedResponseShape
 */
export function readHistoryPage(data: unknown): Page<IDataObject> {
	const { messages, hasMore } = Array.isArray(data)
		? { messages: data as IDataObject[] }
		: ((data ?? {}) as HistoryAnswer);
	if (isNothing(data)) return { items: [] };
	if (!Array.isArray(messages)) throw new UnexpectedResponseShape('Heltar', data);
	// Equal times keep the order of the answer, whichever way round it came.
	const items = [...messages];
	if (timeOf(items[0] ?? {}) <= timeOf(items.at(-1) ?? {})) items.reverse();
	items.sort((a, b) => timeOf(b) - timeOf(a));
	const oldest = items.at(-1);
	if (!hasMore || typeof oldest?.timestamp !== 'string') return { items };
	return { items, next: JSON.stringify({ before: oldest.timestamp, beforeId: oldest.wamid ?? undefined }) };
}
