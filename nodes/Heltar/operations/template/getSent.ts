import { day } from '../../../../core/fields/dateTime';
import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { endpoints } from '../../endpoints';
import { judgeMessage } from '../../judgement';
import { listOf } from '../../lists';
import { template } from '../../locators';

/** Heltar API, "Template details": the newest message first, all of a day at once. */
export const getSent = defineOperation({
	value: 'getSent',
	name: 'Get Sent',
	action: 'Get sent messages of a template',
	description:
		'Get the messages that went out with a template on one day, with the reason for a failure and advice on whether to send the message again',
	effect: 'read',
	fields: {
		templateName: template(),
		date: day({
			displayName: 'Day',
			placeholder: 'e.g. 2026-09-14',
			description: 'The day the messages went out, Indian time',
		}),
		...returnAllOrLimit(),
	},
	request: ({ templateName, date }) => ({
		endpoint: endpoints.getSentTemplates,
		params: { templateName, date },
		timeoutMs: 300_000,
	}),
	output: (data, { limit: most }) =>
		listOf(data)
			.slice(0, most)
			.map((message) => ({ ...message, ...judgeMessage(message.status, message.failure_reason) })),
});
