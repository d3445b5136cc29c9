import type { IDataObject } from 'n8n-workflow';

import { toggle } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { withoutUndefined } from '../../../../core/fields/omit';
import { defineOperation } from '../../../../core/run/operation';
import { conversationFields } from '../../botConversation';
import { contactNumber } from '../../fields';
import { chatbot } from '../../botLocators';
import { endpoints } from '../../endpoints';

/** A model thinks, and functions run, before the answer comes. */
const TIMEOUT_MS = 180_000;

/** Heltar API, "Process conversation": an unknown bot is answered with 500, as is an empty wallet. */
export const processConversation = defineOperation({
	value: 'process',
	name: 'Get Reply',
	action: 'Get a chatbot reply without sending it',
	description:
		'Have a bot reply to a conversation given here. Nothing is sent to anybody; each call is billed to the wallet of the account.',
	effect: 'create',
	fields: {
		chatbotId: chatbot({ displayName: 'Bot', description: 'The bot that replies' }),
		...conversationFields(),
		options: collection({
			fields: {
				clientNumber: contactNumber(),
				executeFunctions: toggle({
					displayName: 'Execute Functions',
					description:
						'Whether Heltar runs the functions of the bot when the bot calls them. If off, the calls are returned in tool_calls.',
				}),
				outputMessageFormat: toggle({
					displayName: 'Output as Messages',
					description:
						'Whether to return the bot’s answer as WhatsApp messages in JSON (texts, buttons and links). Nothing is sent.',
				}),
			},
		}),
	},
	request: ({ chatbotId, messages, messagesJson, options }) => ({
		endpoint: endpoints.processChatbot,
		params: { chatbotId },
		body: withoutUndefined({ messages: (messages ?? messagesJson) as IDataObject[], ...options }),
		timeoutMs: TIMEOUT_MS,
	}),
});
