import { when } from '../../../../core/fields/field';
import { choice, text } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { contact } from '../../locators';
import { endpoints } from '../../endpoints';

/** Heltar API, "Assign chatbot". The API has no list of bots to choose from; `null` takes the bot away. */
export const assignBot = defineOperation({
	value: 'assignBot',
	name: 'Assign Bot',
	action: 'Assign a bot to a contact',
	description: 'Choose the bot that answers a contact, or take it away',
	effect: 'send',
	fields: {
		clientWaNumber: contact(),
		assign: choice({
			displayName: 'Assign',
			description: 'Who answers the contact',
			options: [
				{ name: 'A Bot', value: 'bot' },
				{ name: 'No Bot', value: 'none', description: 'The bot that was assigned is taken away' },
			],
		}),
		chatbotId: when(
			{ assign: ['bot'] },
			text({
				displayName: 'Bot ID',
				placeholder: 'e.g. 4f0c1d52-7e3b-4a86-9c1e-2b6f8a907d11',
				description: 'ID of the bot in Heltar',
				trim: true,
			}),
		),
	},
	request: ({ clientWaNumber, chatbotId = null }) => ({
		endpoint: endpoints.assignBot,
		body: { clientWaNumber, chatbotId },
	}),
});
