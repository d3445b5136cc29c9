import type { IDataObject } from 'n8n-workflow';

import { UnexpectedResponseShape } from '../../../../core/http/errors';
import { collectPages } from '../../../../core/http/pagination';
import { optional, when } from '../../../../core/fields/field';
import { choice, simplify, text } from '../../../../core/fields/basic';
import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { contactNumber } from '../../fields';
import { isNothing } from '../../lists';
import { simplifyMessage } from '../../historyRecord';
import { endpoints } from '../../endpoints';

/** Results asked for in one call; Heltar allows 60 searches in 15 minutes. */
const PAGE = 100;

/** Heltar API, "Search messages": pages by time until a page is empty. */
export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search messages',
	description: 'Search the conversations of the account for a text or a phone number',
	effect: 'read',
	fields: {
		searchQuery: text({
			displayName: 'Search For',
			placeholder: 'e.g. invoice',
			description:
				'Text to look for in messages, or a phone number to find chats; names of contacts are not searched',
			trim: true,
		}),
		resultType: choice({
			displayName: 'Result Type',
			description: 'Type of results to return',
			options: [
				{
					name: 'Messages',
					value: 'messages',
					description: 'Messages whose text, caption, file name or template name matches',
				},
				{ name: 'Chats', value: 'chats', description: 'Conversations whose phone number matches' },
			],
		}),
		clientWaNumber: optional(contactNumber()),
		...returnAllOrLimit(),
		simplify: when({ resultType: ['messages'] }, simplify()),
	},
	run: async (values, { call }) => {
		const { searchQuery, resultType, returnAll: all, limit: most, clientWaNumber } = values;
		const found = await collectPages(all ? undefined : most, async (cursor, wanted) => {
			const data = (await call({
				endpoint: endpoints.searchMessages,
				query: { searchQuery, limit: Math.min(wanted ?? PAGE, PAGE), cursor, clientWaNumber },
			})) as Partial<Record<'chats' | 'messages', IDataObject[]>> & { newCursor?: string | null };
			const { chats = [], messages = [], newCursor } = data ?? {};
			const isKnown = isNothing(data) || Array.isArray(data.chats) || Array.isArray(data.messages);
			if (!isKnown) throw new UnexpectedResponseShape('Heltar', data);
			const more = chats.length > 0 || messages.length > 0;
			return {
				items: resultType === 'chats' ? chats : messages,
				next: more ? (newCursor ?? undefined) : undefined,
			};
		});
		return values.simplify ? found.map(simplifyMessage) : found;
	},
});
