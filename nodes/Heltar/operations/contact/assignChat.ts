import { when } from '../../../../core/fields/field';
import { choice } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { successOutput } from '../../answers';
import { contact, employee } from '../../locators';
import { endpoints } from '../../endpoints';

/** Heltar API, "Chat assignment". Without an agent the current API picks an active one; older servers refuse that. */
export const assignChat = defineOperation({
	value: 'assignChat',
	name: 'Assign Chat',
	action: 'Assign the chat with a contact to a team member',
	description: 'Give the chat with a contact to one team member, or let Heltar pick an available one',
	effect: 'send',
	fields: {
		clientWaNumber: contact(),
		assign: choice({
			displayName: 'Assign',
			description: 'Who gets the chat',
			options: [
				{ name: 'To a Team Member', value: 'agent' },
				{ name: 'To Anyone Available', value: 'auto', description: 'Heltar picks one' },
			],
		}),
		email: when(
			{ assign: ['agent'] },
			employee({ displayName: 'Team Member', description: 'The team member who gets the chat' }),
		),
	},
	request: ({ clientWaNumber, email }) => ({
		endpoint: endpoints.assignChat,
		body: { clientWaNumber, ...(email ? { email } : {}) },
	}),
	output: successOutput,
});
