import { toggle } from '../../../../core/fields/basic';
import { limits } from '../../../../whatsapp/limits';
import { undocumented } from '../../fields';
import { defineMessage, session } from '../../defineMessage';
import { messageText } from '../../../shared/messageText';

/** Hello All collection: Session Text Message. */
export const sendText = defineMessage({
	value: 'sendText',
	name: 'Send Text',
	action: 'Send a text message',
	description: 'Send a free-form text message inside the 24-hour window',
	fields: {
		body: messageText({
			displayName: 'Text',
			placeholder: 'e.g. Your order has left the warehouse',
			maxLength: limits.text,
			splits: true,
			description: 'Up to 4096 characters; *bold*, _italic_ and ~struck through~ work as in WhatsApp',
		}),
	},
	templateWhenClosed: true,
	options: {
		preview_url: toggle({
			displayName: 'Link Preview',
			description: undocumented('Whether WhatsApp shows a preview of the first link in the text'),
		}),
	},
	content: ({ body }, { preview_url: preview }) => ({
		...session('text', { body }),
		...(preview ? { preview_url: true } : {}),
	}),
});
