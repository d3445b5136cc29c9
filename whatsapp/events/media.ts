import { cleanFileName, shownMimeType } from '../media';
import { MEDIA_KINDS, type Media, type MediaKind } from './event';
import { flagIn, type JsonObject, textIn } from './json';

export function isMediaKind(word: string | null): word is MediaKind {
	return (MEDIA_KINDS as readonly unknown[]).includes(word);
}

/** On-premises messages call the address `link` and name a server `file` path, which is of no use outside. */
export function readMedia(kind: MediaKind, content: JsonObject, isVoice: boolean): Media {
	const animated = flagIn(content, 'animated');
	const status = textIn(content, 'status');
	return {
		kind,
		id: textIn(content, 'id'),
		url: textIn(content, 'url', 'link'),
		mimeType: shownMimeType(textIn(content, 'mime_type')),
		filename: cleanFileName(textIn(content, 'filename')) ?? null,
		caption: textIn(content, 'caption'),
		sha256: textIn(content, 'sha256'),
		voice: isVoice || flagIn(content, 'voice') === true,
		...(animated === null ? {} : { animated }),
		...(status === null ? {} : { status }),
	};
}

export function mediaText(media: Pick<Media, 'kind' | 'caption' | 'filename' | 'voice'>): string {
	if (media.caption) return media.caption;
	if (media.voice) return '[voice message]';
	return media.filename ? `[${media.kind}: ${media.filename}]` : `[${media.kind}]`;
}
