import { toggle } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { successOutput } from '../../answers';
import { forgetChat } from '../../chats';
import { contact } from '../../locators';
import { endpoints } from '../../endpoints';

/** Heltar API, "Toggle bot reply". Refused with 400 when it is switched off while Meta AI handles the chat. */
export const toggleBot = defineOperation({
	value: 'toggleBot',
	name: 'Start or Stop Bot',
	action: 'Start or stop the replies of the bot to a contact',
	description:
		'Turn the replies of the bot on for a contact, or turn them off so that a person can reply. A bot that is turned on again starts from the beginning.',
	effect: 'send',
	fields: {
		clientWaNumber: contact(),
		isBotReply: toggle({
			displayName: 'Bot Replies',
			default: true,
			description: 'Whether the bot answers the contact (on) or not (off) from now on',
		}),
	},
	request: ({ clientWaNumber, isBotReply }) => ({
		endpoint: endpoints.toggleBot,
		params: { clientWaNumber },
		body: { isBotReply },
	}),
	output(answer, { clientWaNumber }) {
		forgetChat(clientWaNumber);
		return successOutput(answer);
	},
});
