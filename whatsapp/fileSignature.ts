/** So many bytes of a file are enough to know it by. */
export const BEGINNING_BYTES = 512;

/** What the first bytes of a file say. */
interface Content {
	type: string;
	/** Types that are no contradiction: the same bytes begin a file of those, too. */
	fits: RegExp;
	/** Too few bytes to stand against a type that is neither audio nor video. */
	isWeak?: true;
}

/**
 * The type of a file by its first bytes where they contradict the name it has; otherwise the name.
 * @param declared as the file, its sender or its name tell; undefined where none does
 */
export function decidedType(declared: string | undefined, beginning: Uint8Array): string | undefined {
	const found = contentOf(beginning, declared ?? '');
	if (!found) return declared;
	const named = declared?.split(';')[0]?.trim().toLowerCase();
	if (named === undefined) return found.type;
	if (found.fits.test(named) || (found.isWeak && !/^(audio|video)\//.test(named))) return declared;
	return found.type;
}

/** Formats that begin with fixed bytes, at the beginning or behind so many others. */
const FIXED: ReadonlyArray<Content & { bytes: string; at?: number }> = [
	{ bytes: '\x89PNG\r\n\x1a\n', type: 'image/png', fits: /^image\/(png|apng)$/ },
	{ bytes: '\xff\xd8\xff', type: 'image/jpeg', fits: /^image\/jpeg$/ },
	{ bytes: 'GIF87a', type: 'image/gif', fits: /^image\/gif$/ },
	{ bytes: 'GIF89a', type: 'image/gif', fits: /^image\/gif$/ },
	{ bytes: '#!AMR\n', type: 'audio/amr', fits: /^audio\/amr$/ },
	{ bytes: '#!AMR-WB\n', type: 'audio/amr-wb', fits: /^audio\/amr-wb$/ },
	{ bytes: 'fLaC\0', type: 'audio/flac', fits: /^audio\/(x-)?flac$/ },
	{ bytes: '%PDF-', type: 'application/pdf', fits: /^application\/(pdf|illustrator|postscript)$/ },
	{ bytes: 'PK\x03\x04', type: 'application/zip', fits: /^application\// },
	{ bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', type: 'application/x-ole-storage', fits: /^application\// },
	{ bytes: '\x1f\x8b\x08', type: 'application/gzip', fits: /^application\// },
];

const EBML = '\x1aE\xdf\xa3';

function contentOf(beginning: Uint8Array, declared: string): Content | undefined {
	// One character a byte.
	const head = Array.from(beginning.subarray(0, BEGINNING_BYTES), (byte) => String.fromCharCode(byte)).join(
		'',
	);
	const kind = declared.startsWith('audio/') ? 'audio' : 'video';
	if (head.startsWith('RIFF')) return riff(head.slice(8, 12));
	if (head.slice(4, 8) === 'ftyp') return isoMedia(head.slice(8, 12), kind);
	if (head.startsWith('OggS\0')) return ogg(head);
	if (head.startsWith(EBML)) {
		const type = head.includes('webm') ? `${kind}/webm` : 'video/x-matroska';
		return { type, fits: /^(audio|video)\/(webm|x-matroska)$/ };
	}
	return FIXED.find(({ bytes }) => head.startsWith(bytes)) ?? mpegAudio(beginning, head);
}

function riff(form: string): Content | undefined {
	switch (form) {
		case 'WEBP':
			return { type: 'image/webp', fits: /^image\/webp$/ };
		case 'WAVE':
			return { type: 'audio/wav', fits: /^audio\/wav$/ };
		case 'AVI ':
			return { type: 'video/x-msvideo', fits: /^video\/(x-msvideo|avi|msvideo)$/ };
		default:
			return undefined;
	}
}

/** The family of MP4 (ISO/IEC 14496-12), by the brand. */
function isoMedia(brand: string, kind: 'audio' | 'video'): Content {
	if (/^M4[AB] $/.test(brand)) return { type: 'audio/mp4', fits: /^audio\/mp4$/ };
	if (/^3g[a-z0-9]/.test(brand)) return { type: 'video/3gpp', fits: /^(audio|video)\/(3gpp2?|mp4)$/ };
	if (/^(hei[cxms]|hev[cx]|mif1|msf1)$/.test(brand)) return { type: 'image/heic', fits: /^image\/hei[cf]/ };
	if (/^avi[fs]$/.test(brand)) return { type: 'image/avif', fits: /^image\/avif$/ };
	const type = brand === 'qt  ' ? 'video/quicktime' : `${kind}/mp4`;
	return { type, fits: /^(audio|video)\/(mp4|3gpp2?|quicktime)$/ };
}

/** The codec stands at the beginning of the first page (RFC 3533, RFC 7845). */
function ogg(head: string): Content {
	const fits = /^(audio|video)\/ogg$/;
	if (head.includes('OpusHead')) return { type: 'audio/ogg; codecs=opus', fits };
	return { type: head.includes('\x80theora') ? 'video/ogg' : 'audio/ogg', fits };
}

/** MP3, also behind a tag, and AAC in frames of its own (ID3v2; ISO/IEC 11172-3 and 13818-7). */
function mpegAudio(bytes: Uint8Array, head: string): Content | undefined {
	const [first = 0, second = 0, third = 0, version = 0, revision = 0] = bytes;
	const size = bytes.subarray(6, 10);
	const isTag = version >= 2 && version <= 4 && revision !== 0xff && size.length === 4;
	if (head.startsWith('ID3') && isTag && size.every((byte) => byte < 0x80)) {
		return { type: 'audio/mpeg', fits: /^audio\/(mpeg|aac|(x-)?flac)$/ };
	}
	if (first !== 0xff) return undefined;
	if ((second & 0xf6) === 0xf0) return { type: 'audio/aac', fits: /^audio\/aac$/, isWeak: true };
	const layer = (second >> 1) & 3;
	const isFrame = (second & 0xe0) === 0xe0 && (layer === 1 || layer === 2);
	const hasRates = third >> 4 !== 0 && third >> 4 !== 15 && ((third >> 2) & 3) !== 3;
	return isFrame && hasRates ? { type: 'audio/mpeg', fits: /^audio\/mpeg$/, isWeak: true } : undefined;
}
