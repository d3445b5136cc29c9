import { collectPages } from '../../../../core/http/pagination';
import { when } from '../../../../core/operation/field';
import { commaList, limit, returnAll, toggle } from '../../../../core/operation/fields';
import { collection } from '../../../../core/operation/groups';
import { defineOperation } from '../../../../core/operation/operation';
import { readContact } from '../../contact';

/** Largest pages (Heltar API, "Fetch client list"): smaller when a filter is set. */
const PAGE = { plain: 5000, filtered: 1000 };

/** Heltar API, "Fetch client list": cursor paging; older servers answer with the whole list at once. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many contacts',
	description: 'Get the contacts of the account, optionally filtered',
	fields: {
		returnAll: returnAll(),
		limit: when({ returnAll: [false] }, limit()),
		filters: collection({
			displayName: 'Filters',
			placeholder: 'Add filter',
			fields: {
				assigned: toggle({
					displayName: 'Assigned',
					description: 'Whether to get only contacts with (on) or without (off) an agent',
				}),
				isBotReply: toggle({
					displayName: 'Bot Replies',
					description: 'Whether to get only contacts a bot replies to (on) or not (off)',
				}),
				isOpen: toggle({
					displayName: 'Chat Open',
					description: 'Whether to get only contacts whose chat is open (on) or closed (off)',
				}),
				tags: commaList({
					displayName: 'Tags',
					placeholder: 'e.g. vip, newsletter',
					description: 'Only contacts that have all of these tags, separated by commas',
				}),
				unread: toggle({
					displayName: 'Unread',
					description: 'Whether to get only contacts with (on) or without (off) unread messages',
				}),
			},
		}),
	},
	run: async ({ returnAll: all, limit: most, filters }, { call }) => {
		const largest = Object.keys(filters).length > 0 ? PAGE.filtered : PAGE.plain;
		const contacts = await collectPages<unknown>(all ? undefined : most, async (cursor, wanted) => {
			const data = await call({
				method: 'GET',
				path: ['v1', 'clients'],
				query: { ...filters, limit: Math.min(wanted ?? largest, largest), cursor },
				retry: 'read',
			});
			return readPage(data);
		});
		return contacts.map(readContact);
	},
});

/** Current answers are `{clients, nextCursor}`; a bare list is the only page. */
function readPage(data: unknown): { items: unknown[]; next?: string } {
	if (Array.isArray(data)) return { items: data };
	const { clients, nextCursor } = (data ?? {}) as { clients?: unknown[]; nextCursor?: string | null };
	return { items: clients ?? [], next: nextCursor ?? undefined };
}
