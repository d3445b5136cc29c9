import type { IDataObject } from 'n8n-workflow';

import { UnexpectedResponseShape } from '../../../../core/http/errors';
import { collectPages } from '../../../../core/http/pagination';
import type { Page } from '../../../../core/http/pagination';
import { when } from '../../../../core/fields/field';
import { isObject } from '../../../../whatsapp/events/json';
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
 * What current answers tell of the 24-hour window stands with every message, since there is no item but messages.
 */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many messages',
	description:
		'Get the latest messages of the conversation with a contact, oldest first. Each also says whether the 24-hour window is open now, and until when.',
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
		let window: IDataObject | undefined;
		const latestFirst = await collectPages(all ? undefined : most, async (cursor, wanted) => {
			const data = await call({
				endpoint: endpoints.getMessages,
				params: { clientWaNumber },
				query: { limit: wantsAll ? Math.min(wanted ?? PAGE, PAGE) : PAGE, ...positionOf(cursor) },
			});
			const { items, next } = readPage(data);
			window ??= windowOf(data);
			return {
				items: wantsAll ? items : items.filter((item) => isInbound(item) === (direction === 'inbound')),
				next,
			};
		});
		const messages = latestFirst.reverse().map((message) => ({ ...message, ...window }));
		return simple ? messages.map(simplifyMessage) : messages;
	},
});

interface Answer {
	messages?: IDataObject[];
	hasMore?: boolean;
	canMessage?: boolean;
	conversationExpire?: string;
}

/** Whether messages other than templates may be sent now, and until when; nothing where an older server does not say. */
function windowOf(data: unknown): IDataObject {
	const { canMessage, conversationExpire } = isObject(data) ? (data as Answer) : {};
	return {
		...(typeof canMessage === 'boolean' ? { canMessage } : {}),
		...(typeof conversationExpire === 'string' ? { conversationExpire } : {}),
	};
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
	if (!hasMore || typeof oldest?.timestamp !== 'string') return { items };
	return { items, next: JSON.stringify({ before: oldest.timestamp, beforeId: oldest.wamid ?? undefined }) };
}

const positionOf = (cursor: string | undefined) =>
	cursor === undefined ? {} : (JSON.parse(cursor) as { before: string; beforeId?: string });
