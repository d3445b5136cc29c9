import { collectPages } from '../../../../core/http/pagination';
import { commaList, simplify, toggle } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { readContact } from '../../contact';
import { contactList } from '../../lists';
import { simplifiedContact } from '../../simplified';

/** Heltar API, "Fetch client list": cursor paging; older servers answer with the whole list at once. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many contacts',
	description: 'Get the contacts of the account, optionally filtered',
	effect: 'read',
	fields: {
		...returnAllOrLimit(),
		simplify: simplify(),
		filters: collection({
			displayName: 'Filters',
			placeholder: 'Add filter',
			description: 'With a filter set, contacts without a chat are left out',
			fields: {
				assigned: toggle({
					displayName: 'Assigned',
					description: 'Whether to get only contacts with (on) or without (off) an assigned team member',
				}),
				isBotReply: toggle({
					displayName: 'Bot Replies',
					description:
						'Whether to get only contacts a bot replies to (on) or only those no bot replies to (off)',
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
					description: 'Whether to get only contacts with unread messages; switched off, it has no effect',
				}),
			},
		}),
	},
	run: async ({ returnAll: all, limit: most, simplify: simple, filters }, { call }) => {
		const largest = contactList.most(Object.keys(filters).length > 0);
		const contacts = await collectPages(all ? undefined : most, async (cursor, wanted) => {
			const size = Math.min(wanted ?? largest, largest);
			return contactList.page(await call(contactList.request({ ...filters, limit: size, cursor })));
		});
		return contacts.map(readContact).map((one) => (simple ? simplifiedContact(one) : one));
	},
});
