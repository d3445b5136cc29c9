import type { IDataObject } from 'n8n-workflow';

import { collectPages } from '../../../../core/http/pagination';
import { isObject } from '../../../../whatsapp/events/json';
import { choice, simplify } from '../../../../core/fields/basic';
import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { contactNumber } from '../../fields';
import type { HistoryAnswer } from '../../historyPage';
import { readHistoryPage } from '../../historyPage';
import { isInbound, simplifyMessage } from '../../historyRecord';
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
		...returnAllOrLimit(),
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
			const { items, next } = readHistoryPage(data);
			window ??= windowAsTold(data);
			return {
				items: wantsAll ? items : items.filter((item) => isInbound(item) === (direction === 'inbound')),
				next,
			};
		});
		const messages = latestFirst.reverse().map((message) => ({ ...message, ...window }));
		return simple ? messages.map(simplifyMessage) : messages;
	},
});

/** Whether messages other than templates may be sent now, and until when; nothing where an older server does not say. */
function windowAsTold(data: unknown): IDataObject {
	const { canMessage, conversationExpire } = isObject(data) ? (data as HistoryAnswer) : {};
	return {
		...(typeof canMessage === 'boolean' ? { canMessage } : {}),
		...(typeof conversationExpire === 'string' ? { conversationExpire } : {}),
	};
}

const positionOf = (cursor: string | undefined) =>
	cursor === undefined ? {} : (JSON.parse(cursor) as { before: string; beforeId?: string });
