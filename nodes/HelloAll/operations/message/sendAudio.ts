import { undocumented } from '../../fields';
import { defineMediaMessage } from '../../media';

/** WhatsApp's own form; the Hello All collection has no audio message. */
export const sendAudio = defineMediaMessage({
	value: 'sendAudio',
	name: 'Send Audio',
	action: 'Send an audio message',
	description: undocumented('Send an audio file inside the 24-hour window'),
	kind: 'audio',
	file: ['AAC, MP4, MPEG, AMR or OGG with Opus up to 16 MB', 'greeting.ogg'],
	fields: {},
});
