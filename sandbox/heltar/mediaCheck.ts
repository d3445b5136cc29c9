import type { Refusal } from '../platform/errors.ts';
import type { SendMessage } from './messageSchema.ts';
import { storedFileAt } from './storage.ts';
import type { HeltarWorld } from './settings.ts';

const MB = 1024 * 1024;

/** Heltar API, media messages: formats and sizes WhatsApp takes. Documents may be of any type. */
const KINDS: Record<string, { most: number; types: string[] | null }> = {
	image: { most: 5 * MB, types: ['image/jpeg', 'image/png'] },
	video: { most: 16 * MB, types: ['video/mp4', 'video/3gpp'] },
	audio: {
		most: 16 * MB,
		types: ['audio/aac', 'audio/mp4', 'audio/mpeg', 'audio/amr', 'audio/ogg', 'audio/opus'],
	},
	document: { most: 100 * MB, types: null },
	sticker: { most: 100 * 1024, types: ['image/webp'] },
};

/** What WhatsApp finds wrong with the file once it fetches it; files elsewhere are taken at their word. */
export function checkMedia(world: HeltarWorld, message: SendMessage): Refusal | null {
	if (message.messageType !== 'media') return null;
	const kind = KINDS[message.mediaType];
	if (!kind) return null;
	const file = storedFileAt(world, message.url);
	if (file === null) return { code: 131053, details: `Media could not be downloaded from ${message.url}` };
	const mimeType = (file?.mimeType ?? message.mimeType).split(';')[0]?.trim().toLowerCase() ?? '';
	if (kind.types && !kind.types.includes(mimeType))
		return { code: 131053, details: `Unsupported ${message.mediaType} mime type ${mimeType}` };
	const size = file?.size ?? message.size ?? 0;
	if (size > kind.most)
		return {
			code: 131053,
			details: `Media file size too big. Max ${kind.most} bytes for ${message.mediaType}`,
		};
	return null;
}
