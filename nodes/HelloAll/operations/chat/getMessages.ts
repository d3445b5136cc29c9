import { choice } from '../../../../core/fields/basic';
import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { chatId, messagesIn, pagesOf } from '../../crm';
import { endpoints } from '../../endpoints';

const PAGE = 50;

/** Hello All CRM, messages of a chat. */
export const getMessages = defineOperation({
	value: 'getMessages',
	name: 'Get Messages',
	action: 'Get the messages of a chat',
	description:
		'Get what was written in a chat, both ways. A message appears here up to a minute after it was sent.',
	effect: 'read',
	fields: {
		chatId: chatId(),
		sort: choice({
			displayName: 'Order',
			description: 'Which messages come first',
			options: [
				{ name: 'Newest First', value: 'newest' },
				{ name: 'Oldest First', value: 'oldest' },
			],
		}),
		...returnAllOrLimit(),
	},
	run: async ({ chatId: chat, sort, returnAll: all, limit: most }, { call }) =>
		await pagesOf(
			call,
			{ endpoint: endpoints.getChatMessages, params: { chatId: chat }, query: { sort } },
			messagesIn,
			{ size: all ? PAGE : Math.min(PAGE, most ?? PAGE), limit: all ? undefined : most },
		),
});
