import { interactive } from '../../../../whatsapp/interactive';
import { buttonFields, buttonsAction } from '../../../shared/interactive/buttons';
import { bodyField, footerField, headerFields, headerOf } from '../../../shared/interactive/parts';
import { interactiveEntry, messageOptions, person } from '../../fields';
import { defineMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `interactive` of type `button`. */
export const sendButtons = defineMessage({
	value: 'sendButtons',
	name: 'Send Buttons',
	action: 'Send a message with reply buttons',
	description: 'Ask a question with up to three buttons for the answer, inside the 24-hour window',
	fields: {
		clientWaNumber: person(),
		...headerFields(),
		body: bodyField(),
		footer: footerField(),
		...buttonFields(),
		options: messageOptions(),
	},
	entry: ({ clientWaNumber, body, footer, options, ...rest }) =>
		interactiveEntry(
			clientWaNumber,
			options,
			interactive('button', { header: headerOf(rest), body, footer }, buttonsAction(rest)),
		),
});
