import { limits } from '../../../../whatsapp/limits';
import { commonMessageFields, messageOptions, recipient } from '../../fields';
import { templateMessage } from '../../locators';
import { defineMessage } from '../../defineMessage';
import { closedWindowFields } from '../../../shared/closedWindow';
import { messageText } from '../../../shared/messageText';

const message = messageText({
	displayName: 'Message',
	placeholder: 'e.g. Your parcel left the depot',
	maxLength: limits.text,
	splits: true,
	description: 'Up to 4096 characters; *bold*, _italic_ and ~struck through~ work as in WhatsApp',
});

/** Heltar API, "Send messages": `messageType` `text`. */
export const sendText = defineMessage({
	value: 'sendText',
	name: 'Send Text',
	action: 'Send a text message',
	description: 'Send a free-form text message inside the 24-hour window',
	fields: {
		clientWaNumber: recipient(),
		message,
		...closedWindowFields('needs one extra request per recipient', templateMessage()),
		options: messageOptions({ message }),
	},
	entry: ({ clientWaNumber, message, options }) => ({
		...commonMessageFields(clientWaNumber, options),
		messageType: 'text',
		message,
	}),
});
