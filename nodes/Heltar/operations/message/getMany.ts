import type { IDataObject } from 'n8n-workflow';

import { UnexpectedResponseShape } from '../../../../core/http/errors';
import { collectPages } from '../../../../core/http/pagination';
import type { Page } from '../../../../core/http/pagination';
import { when } from '../../../../core/fields/field';
import { choice, limit, returnAll, simplify } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { contactNumber } from '../../fields';
import { isNothing } from '../../lists';
import { isInbound, simplifyMessage, timeOf } from '../../historyRecord';
import { endpoints } from '../../endpoints';

/** Messages fetched in one call; a call without a limit may answer with 10000. */
const PAGE = 500;

/**
 * Heltar API, "Fetch messages". Current answers are the newest page before a given message; older ones are a bare list,
 * which is all there is. Their order differs, so it is made here: oldest first, as one reads a conversation.
 */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many messages',
	description: 'Get the latest messages of the conversation with a contact, oldest first',
	effect: 'read',
	fields: {
		clientWaNumber: contactNumber(),
		returnAll: returnAll(),
		limit: when({ returnAll: [false] }, limit()),
		direction: choice({
			displayName: 'Direction',
			description: 'Whose messages to get',
			options: [
				{ name: 'Both', value: 'both' },
				{ name: 'From the Contact', value: 'inbound' },
				{ name: 'To the Contact', value: 'outbound' },
			],
		}),
		simplify: simplify(),
	},
	run: async ({ clientWaNumber, returnAll: all, limit: most, direction, simplify: simple }, { call }) => {
		const wantsAll = direction === 'both';
		const latestFirst = await collectPages(all ? undefined : most, async (cursor, wanted) => {
			const data = await call({
				endpoint: endpoints.getMessages,
				params: { clientWaNumber },
				query: { limit: wantsAll ? Math.min(wanted ?? PAGE, PAGE) : PAGE, ...positionOf(cursor) },
			});
			const { items, next } = readPage(data);
			return {
				items: wantsAll ? items : items.filter((item) => isInbound(item) === (direction === 'inbound')),
				next,
			};
		});
		const messages = latestFirst.reverse();
		return simple ? messages.map(simplifyMessage) : messages;
	},
});

interface Answer {
	messages?: IDataObject[];
	hasMore?: boolean;
}

/** One page, newest first, and the place where the one before it ends. @throws UnexpectedResponseShape */
function readPage(data: unknown): Page<IDataObject> {
	const { messages, hasMore } = Array.isArray(data)
		? { messages: data as IDataObject[] }
		: ((data ?? {}) as Answer);
	if (isNothing(data)) return { items: [] };
	if (!Array.isArray(messages)) throw new UnexpectedResponseShape('Heltar', data);
	// Equal times keep the order of the answer, whichever way round it came.
	const items = [...messages];
	if (timeOf(items[0] ?? {}) <= timeOf(items.at(-1) ?? {})) items.reverse();
	items.sort((a, b) => timeOf(b) - timeOf(a));
	const oldest = items.at(-1);
	if (!hasMore || typeof oldest?.timestamp !== 'string' || typeof oldest.wamid !== 'string') return { items };
	return { items, next: JSON.stringify({ before: oldest.timestamp, beforeId: oldest.wamid }) };
}

const positionOf = (cursor: string | undefined) =>
	cursor === undefined ? {} : (JSON.parse(cursor) as { before: string; beforeId: string });
