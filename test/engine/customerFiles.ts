export const FILE_TEXT = 'the bytes of the file';

const base64 = Buffer.from(FILE_TEXT).toString('base64');

export const PICTURE = { type: 'image', image: { mime_type: 'image/png', base64, caption: 'Look' } };

/** Files of every kind as customers send them, with the type and the name they should arrive under. */
export const CUSTOMER_FILES: Array<[what: string, message: object, mimeType: string, fileName: RegExp]> = [
	['an image', PICTURE, 'image/png', /\.png$/],
	[
		'a voice note',
		{ type: 'audio', audio: { mime_type: 'audio/ogg; codecs=opus', base64, voice: true } },
		'audio/ogg',
		/\.(ogg|oga)$/,
	],
	[
		'a document',
		{ type: 'document', document: { mime_type: 'application/pdf', base64, filename: 'bill.pdf' } },
		'application/pdf',
		/^bill\.pdf$/,
	],
	['a sticker', { type: 'sticker', sticker: { mime_type: 'image/webp', base64 } }, 'image/webp', /\.webp$/],
	['a video', { type: 'video', video: { mime_type: 'video/mp4', base64 } }, 'video/mp4', /\.mp4$/],
];
