import { optional } from '../../../../core/fields/field';
import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { listOf } from '../../lists';
import { chatbot } from '../../botLocators';
import { endpoints } from '../../endpoints';

/** Heltar API, "Get bot results": all at once, up to 50,000 rows, whose own fields stand beside the six every row has. */
export const getResults = defineOperation({
	value: 'getResults',
	name: 'Get Results',
	action: 'Get the results of chatbots',
	description:
		'Get the data that bots collected in their conversations, a row for each contact and bot, the newest first',
	effect: 'read',
	fields: {
		chatbotId: optional(
			chatbot({
				displayName: 'Bot',
				description: 'Only return results of this bot. If empty, results of all bots are returned.',
			}),
		),
		...returnAllOrLimit(),
	},
	request: ({ chatbotId }) => ({
		endpoint: endpoints.getChatbotResults,
		query: { chatbotId },
		timeoutMs: 120_000,
	}),
	output: (data, { limit: most }) => listOf(data).slice(0, most),
});
