import { choice, toggle } from '../../../core/fields/basic';

/** Options of a trigger whose provider tells who handles a chat. */
export const chatOptions = {
	skipHandedOver: toggle({
		displayName: 'Skip Chats a Person Handles',
		description:
			'Whether to ignore messages of contacts whose bot is turned off in Heltar, because a person handles the chat. Checks each contact at most once every 10 seconds. It does not matter whether the chat is assigned to someone.',
	}),
	whenChatUnknown: choice({
		displayName: 'If the Contact Cannot Be Read',
		options: [
			{
				name: 'Start the Workflow',
				value: 'start',
				description: 'The item says in "chat.readError" why it is unknown who handles the chat',
			},
			{
				name: 'Retry Later',
				value: 'hold',
				description:
					'The workflow does not start yet; the provider sends the message again a few minutes later',
			},
		],
		description:
			'What to do with a message when the option "Skip Chats a Person Handles" cannot find out who handles the chat',
	}),
};
