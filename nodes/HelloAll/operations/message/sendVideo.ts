import { captionField, defineMediaMessage } from '../../media';

/** Hello All collection: Session Video Message. The caption is WhatsApp's own. */
export const sendVideo = defineMediaMessage({
	value: 'sendVideo',
	name: 'Send Video',
	action: 'Send a video message',
	description: 'Send a video inside the 24-hour window',
	kind: 'video',
	file: ['an MP4 or 3GP (H.264, AAC) up to 16 MB', 'unboxing.mp4'],
	fields: { caption: captionField() },
});
