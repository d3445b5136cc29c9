import { choice, toggle } from '../../../core/fields/basic';

/** Options of a trigger whose provider tells who handles a chat. */
export const chatOptions = {
	skipHandedOver: toggle({
		displayName: 'Skip Chats a Person Handles',
		description:
			'Whether messages are left out while the bot of their contact is switched off, because a person handles the chat. The contact is read for this, at most once in 10 seconds. That a chat is assigned to somebody does not count.',
	}),
	whenChatUnknown: choice({
		displayName: 'If the Contact Cannot Be Read',
		options: [
			{
				name: 'Start the Workflow',
				value: 'start',
				description: 'The item says in "chat.readError" why it is not known who handles the chat',
			},
			{
				name: 'Have It Delivered Again',
				value: 'hold',
				description: 'Nothing starts now; the provider delivers the message again some minutes later',
			},
		],
		description: 'What becomes of a message that Skip Chats a Person Handles cannot decide about',
	}),
};
