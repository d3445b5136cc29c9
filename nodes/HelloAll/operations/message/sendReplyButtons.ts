import { interactive } from '../../../../whatsapp/interactive';
import { buttonFields, buttonsAction } from '../../../shared/interactive/buttons';
import { bodyField, footerField, headerFields, headerOf } from '../../../shared/interactive/parts';
import { defineMessage, session } from '../../message';

/** Hello All collection: Session Reply Button Message. */
export const sendReplyButtons = defineMessage({
	value: 'sendReplyButtons',
	name: 'Send Reply Buttons',
	action: 'Send a message with reply buttons',
	description: 'Send a text with up to 3 buttons to answer with, inside the 24-hour window',
	fields: { ...headerFields(), body: bodyField(), footer: footerField(), ...buttonFields() },
	content: ({ body, footer, ...values }) =>
		session(
			'interactive',
			interactive('button', { header: headerOf(values), body, footer }, buttonsAction(values)),
		),
});
