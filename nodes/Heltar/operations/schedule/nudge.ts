import { optional } from '../../../../core/fields/field';
import { number } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { chatbot } from '../../botLocators';
import { contact } from '../../locators';
import { endpoints } from '../../endpoints';

/** Heltar API, "Schedule a nudge". */
export const nudge = defineOperation({
	value: 'nudge',
	name: 'Schedule Nudge',
	action: 'Schedule a nudge',
	description:
		'Let a bot write to a contact again after a while, if they have not answered by then. Cancels earlier nudges of the same bot to the same contact that have not gone out yet.',
	effect: 'send',
	fields: {
		clientWaNumber: contact(),
		delaySeconds: number({
			displayName: 'Delay in Seconds',
			placeholder: 'e.g. 3600',
			default: 3600,
			min: 1,
			max: 10_000_000,
			description: 'How long the bot waits before it writes',
		}),
		chatbotId: optional(
			chatbot({
				displayName: 'Bot',
				description: 'The bot that writes. It stays assigned to the contact. If empty, Heltar chooses one.',
			}),
		),
	},
	orderKey: ({ clientWaNumber }) => clientWaNumber,
	request: ({ clientWaNumber, delaySeconds, chatbotId }) => ({
		endpoint: endpoints.scheduleNudge,
		body: { clientWaNumber, delaySeconds, ...(chatbotId ? { chatbotId } : {}) },
	}),
});
