/** Other names of formats, by the one WhatsApp takes: those of old programs, of browsers and of services that make files. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
	'image/jpeg': ['image/jpg', 'image/jpe', 'image/jfif', 'image/pjpeg', 'image/x-jpeg', 'image/x-jpg'],
	'image/png': ['image/x-png'],
	'image/webp': ['image/x-webp'],
	'video/mp4': ['video/x-mp4', 'video/mpeg4', 'video/mp4v-es', 'video/m4v', 'video/x-m4v', 'application/mp4'],
	'video/3gpp': ['video/3gp', 'video/x-3gp', 'video/x-3gpp'],
	'audio/aac': ['audio/x-aac', 'audio/aacp', 'audio/x-hx-aac-adts', 'audio/vnd.dlna.adts'],
	'audio/mp4': [
		'audio/m4a',
		'audio/x-m4a',
		'audio/m4b',
		'audio/x-m4b',
		'audio/x-mp4',
		'audio/mp4a-latm',
		'audio/mpeg4-generic',
	],
	'audio/mpeg': [
		'audio/mp3',
		'audio/x-mp3',
		'audio/mpeg3',
		'audio/x-mpeg',
		'audio/x-mpeg-3',
		'audio/x-mpeg3',
		'audio/mpga',
	],
	'audio/amr': ['audio/x-amr', 'audio/amr-nb'],
	'audio/ogg': ['audio/x-ogg', 'application/ogg', 'application/x-ogg'],
	'audio/ogg; codecs=opus': ['audio/opus', 'audio/x-opus', 'audio/x-opus+ogg', 'audio/ogg+opus'],
	'audio/wav': ['audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
	'application/pdf': ['application/x-pdf', 'application/acrobat', 'text/pdf', 'text/x-pdf'],
	'application/msword': ['application/x-msword', 'application/doc', 'application/word'],
	'application/vnd.ms-excel': [
		'application/msexcel',
		'application/x-msexcel',
		'application/x-excel',
		'application/excel',
		'application/xls',
	],
	'application/vnd.ms-powerpoint': [
		'application/mspowerpoint',
		'application/x-mspowerpoint',
		'application/powerpoint',
	],
	'application/zip': ['application/x-zip-compressed', 'application/x-zip'],
	'text/csv': ['application/csv', 'text/x-csv', 'text/comma-separated-values'],
};

const USUAL = new Map(
	Object.entries(OTHER_NAMES).flatMap(([usual, others]) => others.map((one) => [one, usual])),
);

/** A MIME type by the name WhatsApp knows the format by. Parameters stay, unless the name brings its own. */
export function usualName(mimeType: string): string {
	const [type = '', ...parameters] = mimeType.split(';').map((part) => part.trim());
	const usual = USUAL.get(type.toLowerCase());
	if (usual === undefined) return mimeType;
	return usual.includes(';') ? usual : [usual, ...parameters.filter(Boolean)].join('; ');
}
