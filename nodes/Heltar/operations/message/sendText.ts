import { longText } from '../../../../core/fields/basic';
import { limits } from '../../../../whatsapp/limits';
import { commonMessageFields, messageOptions, recipient } from '../../fields';
import { defineMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `messageType` `text`. */
export const sendText = defineMessage({
	value: 'sendText',
	name: 'Send Text',
	action: 'Send a text message',
	description: 'Send a free-form text message inside the 24-hour window',
	fields: {
		clientWaNumber: recipient(),
		message: longText({
			displayName: 'Message',
			placeholder: 'e.g. Your parcel left the depot',
			maxLength: limits.text,
			description: 'Up to 4096 characters; *bold*, _italic_ and ~struck through~ work as in WhatsApp',
		}),
		options: messageOptions(),
	},
	entry: ({ clientWaNumber, message, options }) => ({
		...commonMessageFields(clientWaNumber, options),
		messageType: 'text',
		message,
	}),
});
