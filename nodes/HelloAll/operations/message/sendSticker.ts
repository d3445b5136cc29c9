import { undocumented } from '../../fields';
import { defineMediaMessage } from '../../media';

/** WhatsApp's own form; the Hello All collection has no sticker message. */
export const sendSticker = defineMediaMessage({
	value: 'sendSticker',
	name: 'Send Sticker',
	action: 'Send a sticker',
	description: undocumented('Send a sticker inside the 24-hour window'),
	kind: 'sticker',
	file: ['a WebP up to 100 KB, or 500 KB when animated', 'thanks.webp'],
	fields: {},
});
