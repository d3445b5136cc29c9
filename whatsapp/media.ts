import type { MediaKind } from './events/event';
import type { Checked } from './checked';
import { usualName } from './mimeNames';

const KB = 1024;
const MB = 1024 * KB;

/** Formats and greatest sizes in bytes WhatsApp takes (Heltar API, "Media messages"). A format not listed may still pass. */
const RULES: Record<MediaKind, { most: number; formats: readonly string[] }> = {
	image: { most: 5 * MB, formats: ['image/jpeg', 'image/png'] },
	video: { most: 16 * MB, formats: ['video/mp4', 'video/3gpp'] },
	audio: {
		most: 16 * MB,
		formats: ['audio/aac', 'audio/mp4', 'audio/mpeg', 'audio/amr', 'audio/ogg'],
	},
	document: {
		most: 100 * MB,
		formats: [
			'application/pdf',
			'application/msword',
			'application/vnd.ms-excel',
			'application/vnd.ms-powerpoint',
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'application/vnd.openxmlformats-officedocument.presentationml.presentation',
			'text/plain',
		],
	},
	sticker: { most: 100 * KB, formats: ['image/webp'] },
};

/** The greatest file WhatsApp takes at all. */
export const LARGEST_FILE = RULES.document.most;

/** Only these show a text below the file. */
export const CAPTIONED: readonly MediaKind[] = ['image', 'video', 'document'];

/** File extension and MIME type, the usual one first. */
const TYPES: ReadonlyArray<readonly [extension: string, mimeType: string]> = [
	['jpg', 'image/jpeg'],
	['jpeg', 'image/jpeg'],
	['png', 'image/png'],
	['webp', 'image/webp'],
	['gif', 'image/gif'],
	['heic', 'image/heic'],
	['mp4', 'video/mp4'],
	['3gp', 'video/3gpp'],
	['mov', 'video/quicktime'],
	['webm', 'video/webm'],
	['aac', 'audio/aac'],
	['m4a', 'audio/mp4'],
	['mp3', 'audio/mpeg'],
	['amr', 'audio/amr'],
	['ogg', 'audio/ogg'],
	['oga', 'audio/ogg'],
	['opus', 'audio/ogg'],
	['wav', 'audio/wav'],
	['pdf', 'application/pdf'],
	['doc', 'application/msword'],
	['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
	['xls', 'application/vnd.ms-excel'],
	['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
	['ppt', 'application/vnd.ms-powerpoint'],
	['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
	['txt', 'text/plain'],
	['csv', 'text/csv'],
	['html', 'text/html'],
	['json', 'application/json'],
	['xml', 'application/xml'],
	['zip', 'application/zip'],
	['vcf', 'text/vcard'],
	['ics', 'text/calendar'],
];

/** What servers say when they do not know. */
const UNKNOWN_TYPES: ReadonlySet<string> = new Set([
	'',
	'application/octet-stream',
	'binary/octet-stream',
	'application/force-download',
]);

/** The type alone: "audio/ogg; codecs=opus" → "audio/ogg". */
const essence = (mimeType: string) => mimeType.replace(/;.*$/s, '').trim().toLowerCase();

/** Characters of a type and of what follows it (RFC 9110, "Media Type"); nothing that would begin another header. */
const TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;
const PARAMETER = /^[\w!#$&'*+.^`|~-]+=(?:[\w!#$&'*+.^`|~-]+|"[\x20-\x7e]*")$/;

/**
 * A MIME type as a file carries it, by its usual name, or undefined when it says nothing or is none. Parameters stay (a voice note needs its
 * codec), except the charset that servers add to any text.
 */
export function knownMimeType(mimeType: string | null | undefined): string | undefined {
	const [type = '', ...parameters] = (mimeType ?? '').split(';').map((part) => part.trim());
	if (!TYPE.test(type) || UNKNOWN_TYPES.has(type.toLowerCase())) return undefined;
	const kept = parameters.filter((parameter) => PARAMETER.test(parameter) && !/^charset=/i.test(parameter));
	return usualName([type.toLowerCase(), ...kept].join('; '));
}

/** A type as it stands in an event: what the provider says, up to where it would begin another header. */
export const shownMimeType = (mimeType: string | null): string | null =>
	mimeType?.replace(/\p{Cc}.*$/su, '').trim() || null;

/** A MIME type the user wrote: `type/subtype`, with parameters or without. */
export function mimeType(typed: string): Checked<string> {
	const given = typed.trim();
	if (/^[\w.+-]+\/[\w.+-]+(\s*;.*)?$/.test(given)) return { value: given };
	return {
		problem: `"${given}" is not a MIME type`,
		advice: 'Enter a type such as application/pdf or image/jpeg.',
	};
}

export function extensionOf(fileName: string): string | undefined {
	return /[^.]\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toLowerCase();
}

export function mimeTypeOfName(fileName: string | undefined): string | undefined {
	const extension = fileName === undefined ? undefined : extensionOf(fileName);
	return TYPES.find(([known]) => known === extension)?.[1];
}

export function extensionOfType(mimeType: string): string | undefined {
	return TYPES.find(([, known]) => known === essence(mimeType))?.[0];
}

/** What a file is sent as unless the user says otherwise (Heltar API, "Media messages"). */
export function kindOf(mimeType: string): MediaKind {
	const type = essence(mimeType);
	if (type === 'image/webp') return 'sticker';
	if (type.startsWith('image/')) return 'image';
	if (type.startsWith('video/')) return 'video';
	return type.startsWith('audio/') ? 'audio' : 'document';
}

/** A name for a file that came without one: its kind and the extension of its type. */
export function nameFor(mimeType: string, kind: MediaKind = kindOf(mimeType)): string | undefined {
	const extension = extensionOfType(mimeType);
	return extension === undefined ? undefined : `${kind}.${extension}`;
}

/** Most of a file name that is kept, in bytes of UTF-8; file systems take 255. */
const LONGEST_NAME = 200;

/**
 * What shows nothing and deceives: control characters, marks that turn the direction of writing (with which "gpj.exe" is
 * shown as "exe.jpg"), spaces without width, ends of lines, halves of characters. The two joiners stay: emoji and several
 * scripts need them.
 */
const DECEIVING = /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** A file name without folders and what deceives, and no longer than file systems take; undefined when nothing is left. */
export function cleanFileName(name: string | null | undefined): string | undefined {
	const cleaned = (name ?? '')
		.replace(DECEIVING, '')
		.replace(/^.*[/\\]/, '')
		.trim();
	return /^\.*$/.test(cleaned) ? undefined : shortName(cleaned);
}

/** Cut between characters, in front of the extension. */
function shortName(name: string): string {
	const extension = extensionOf(name);
	const end = extension === undefined ? '' : name.slice(-extension.length - 1);
	let left = LONGEST_NAME - Buffer.byteLength(end);
	let stem = '';
	for (const character of name.slice(0, name.length - end.length)) {
		left -= Buffer.byteLength(character);
		if (left < 0) break;
		stem += character;
	}
	return stem.trimEnd() + end;
}

/** The file name an address ends in. */
export function nameInAddress(address: string): string | undefined {
	const last = new URL(address).pathname.split('/').at(-1) ?? '';
	const name = cleanFileName(decoded(last));
	return name !== undefined && extensionOf(name) !== undefined ? name : undefined;
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}

/** A size for people: 1.5 MB. */
export function readableSize(bytes: number): string {
	const [amount, unit] =
		bytes >= MB ? [bytes / MB, 'MB'] : bytes >= KB ? [bytes / KB, 'KB'] : [bytes, 'bytes'];
	// Rounded up, so that a file just over a limit never seems to be within it.
	return `${Math.ceil(amount * 10) / 10} ${unit}`;
}

/** Why WhatsApp would not take a file of this size, in words that stand after "The file". */
export function sizeProblem(
	kind: MediaKind,
	bytes: number,
): { problem: string; advice?: string } | undefined {
	if (bytes === 0) return { problem: 'it is empty (0 bytes)' };
	const { most } = RULES[kind];
	if (bytes <= most) return undefined;
	const article = /^[aeiou]/.test(kind) ? 'an' : 'a';
	return {
		problem: `${readableSize(bytes)}, the maximum for ${article} ${kind} is ${readableSize(most)}`,
		...(kind !== 'document' && bytes <= LARGEST_FILE
			? { advice: 'Make the file smaller, or send it as a document.' }
			: {}),
	};
}

/** A doubt about a format, for a hint; WhatsApp has the last word. */
export function formatDoubt(kind: MediaKind, mimeType: string): string | undefined {
	const { formats } = RULES[kind];
	if (formats.includes(essence(mimeType))) return undefined;
	return `WhatsApp may reject ${mimeType} as ${kind}. It accepts ${formats.map(shownFormat).join(', ')}.`;
}

const shownFormat = (mimeType: string) => extensionOfType(mimeType)?.toUpperCase() ?? mimeType;
