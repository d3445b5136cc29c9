import { captionField, defineMediaMessage } from '../../media';

/** Hello All collection: Session Image Message. The caption is WhatsApp's own. */
export const sendImage = defineMediaMessage({
	value: 'sendImage',
	name: 'Send Image',
	action: 'Send an image message',
	description: 'Send an image inside the 24-hour window',
	kind: 'image',
	file: ['a JPEG or PNG up to 5 MB', 'parcel.jpg'],
	fields: { caption: captionField() },
});
