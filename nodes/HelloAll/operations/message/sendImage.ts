import { defineMessage } from '../../message';
import { captionField, media, mediaFields } from '../../media';

/** Hello All collection: Session Image Message. The caption is WhatsApp's own. */
export const sendImage = defineMessage({
	value: 'sendImage',
	name: 'Send Image',
	action: 'Send an image message',
	description: 'Send an image inside the 24-hour window',
	fields: { ...mediaFields('a JPEG or PNG up to 5 MB', 'parcel.jpg'), caption: captionField() },
	content: ({ link, id, caption }) => media('image', { link, id, caption }),
});
