import { undocumented } from '../../fields';
import { defineMessage } from '../../message';
import { media, mediaFields } from '../../media';

/** WhatsApp's own form; the Hello All collection has no audio message. */
export const sendAudio = defineMessage({
	value: 'sendAudio',
	name: 'Send Audio',
	action: 'Send an audio message',
	description: undocumented('Send an audio file inside the 24-hour window'),
	fields: mediaFields('AAC, MP4, MPEG, AMR or OGG with Opus up to 16 MB', 'greeting.ogg'),
	content: ({ link, id }) => media('audio', { link, id }),
});
