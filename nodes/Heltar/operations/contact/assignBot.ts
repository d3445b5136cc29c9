import { when } from '../../../../core/fields/field';
import { choice } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { chatbot } from '../../botLocators';
import { contact } from '../../locators';
import { endpoints } from '../../endpoints';

/** Heltar API, "Assign chatbot"; `null` takes the bot away. The bot was a text once, and may be one in saved workflows. */
export const assignBot = defineOperation({
	value: 'assignBot',
	name: 'Assign Bot',
	action: 'Assign a bot to a contact',
	description: 'Assign a bot to a contact, or unassign the current one',
	effect: 'send',
	fields: {
		clientWaNumber: contact(),
		assign: choice({
			displayName: 'Assign',
			description: 'Who answers the contact',
			options: [
				{ name: 'A Bot', value: 'bot' },
				{ name: 'No Bot', value: 'none', description: 'Unassign the current bot' },
			],
		}),
		chatbotId: when(
			{ assign: ['bot'] },
			chatbot({ displayName: 'Bot', description: 'The bot that answers the contact' }),
		),
	},
	request: ({ clientWaNumber, chatbotId = null }) => ({
		endpoint: endpoints.assignBot,
		body: { clientWaNumber, chatbotId },
	}),
});
