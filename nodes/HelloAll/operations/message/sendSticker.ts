import { undocumented } from '../../fields';
import { defineMessage } from '../../message';
import { media, mediaFields } from '../../media';

/** WhatsApp's own form; the Hello All collection has no sticker message. */
export const sendSticker = defineMessage({
	value: 'sendSticker',
	name: 'Send Sticker',
	action: 'Send a sticker',
	description: undocumented('Send a sticker inside the 24-hour window'),
	fields: mediaFields('a WebP up to 100 KB, or 500 KB when animated', 'thanks.webp'),
	content: ({ link, id }) => media('sticker', { link, id }),
});
