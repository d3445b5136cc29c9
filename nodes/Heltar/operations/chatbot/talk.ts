import { optional } from '../../../../core/fields/field';
import { choice, longText, text } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { withoutUndefined } from '../../../../core/fields/omit';
import { defineOperation } from '../../../../core/run/operation';
import { successOutput } from '../../answers';
import { chatbot } from '../../botLocators';
import { forgetChat } from '../../chats';
import { contact } from '../../locators';
import { endpoints } from '../../endpoints';

const LONGEST_EVENT = 256;

/** Heltar API, "Trigger chatbot talk": the bot works in the background, and unknown keys are refused. */
export const talk = defineOperation({
	value: 'talk',
	name: 'Start Conversation',
	action: 'Start a chatbot conversation with a contact',
	description:
		'Have a bot write to a contact. The bot is switched on for the contact, and assigned to them from then on.',
	effect: 'send',
	fields: {
		clientWaNumber: contact({ description: 'The contact the bot writes to' }),
		chatbotId: optional(
			chatbot({
				displayName: 'Bot',
				description:
					'The bot that writes. If empty, it is the bot assigned to the contact, or else the active bot of the account.',
			}),
		),
		options: collection({
			fields: {
				context: longText({
					displayName: 'Context',
					placeholder: 'e.g. The customer has just placed order 1042. Ask when it may be delivered.',
					description: 'What the bot is told before it writes',
				}),
				contextLocation: choice({
					displayName: 'Context As',
					description: 'How the bot is told the context',
					options: [
						{
							name: 'Message of the Contact',
							value: 'user',
							description: 'As if the contact had written it',
						},
						{ name: 'Message of the Bot', value: 'assistant', description: 'As if the bot had written it' },
						{ name: 'Instruction', value: 'system', description: 'As part of the prompt of the bot' },
					],
				}),
				eventType: text({
					displayName: 'Event Type',
					placeholder: 'e.g. order_placed',
					maxLength: LONGEST_EVENT,
					trim: true,
					description: `For Meta AI bots only: name of the event they are told of, up to ${LONGEST_EVENT} characters`,
				}),
			},
		}),
	},
	request: ({ clientWaNumber, chatbotId, options: { contextLocation, ...options } }) => ({
		endpoint: endpoints.talkChatbot,
		body: withoutUndefined({
			clientWaNumber,
			chatbotId,
			...options,
			// That of the contact is what Heltar takes anyway.
			contextLocation: contextLocation === 'user' ? undefined : contextLocation,
		}),
	}),
	output(answer, { clientWaNumber }) {
		forgetChat(clientWaNumber);
		return successOutput(answer);
	},
});
