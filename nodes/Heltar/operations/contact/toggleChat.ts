import { toggle } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { successOutput } from '../../answers';
import { contact } from '../../locators';
import { endpoints } from '../../endpoints';

/** Heltar API, "Toggle chat". */
export const toggleChat = defineOperation({
	value: 'toggleChat',
	name: 'Open or Close Chat',
	action: 'Open or close the chat with a contact in the inbox',
	description: 'Open or close the chat with a contact in the Heltar inbox',
	effect: 'send',
	fields: {
		clientWaNumber: contact(),
		isOpen: toggle({
			displayName: 'Open',
			default: true,
			description: 'Whether the chat is open (on) or closed (off) from now on',
		}),
	},
	request: ({ clientWaNumber, isOpen }) => ({
		endpoint: endpoints.toggleChat,
		params: { clientWaNumber },
		body: { isOpen },
	}),
	output: successOutput,
});
