import * as fc from 'fast-check';

import { decidedType } from '../../../whatsapp/fileSignature';
import { usualName } from '../../../whatsapp/mimeNames';

const bytes = (text: string, fill = 40) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(fill)]);
const ftyp = (brand: string) => bytes(`\0\0\0\x20ftyp${brand}`);
const ogg = (codec: string) => bytes(`OggS\0\x02${'\0'.repeat(20)}\x01\x13${codec}`);

const FILES = {
	png: bytes('\x89PNG\r\n\x1a\n'),
	jpeg: bytes('\xff\xd8\xff\xe0\0\x10JFIF'),
	webp: bytes('RIFF\x24\0\0\0WEBPVP8 '),
	wav: bytes('RIFF\x24\0\0\0WAVEfmt '),
	mp3: bytes('\xff\xfb\x90\x64'),
	mp3Tagged: bytes('ID3\x04\0\0\0\0\x02\x15'),
	aac: bytes('\xff\xf1\x50\x80'),
	m4a: ftyp('M4A '),
	mp4: ftyp('isom'),
	mov: ftyp('qt  '),
	threeGp: ftyp('3gp4'),
	heic: ftyp('heic'),
	opus: ogg('OpusHead'),
	vorbis: ogg('\x01vorbis'),
	amr: bytes('#!AMR\n'),
	webm: bytes('\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm'),
	pdf: bytes('%PDF-1.7'),
	zip: bytes('PK\x03\x04'),
	text: Buffer.from('ID3 tags explained, and what RIFF means\n'),
	utf16: Buffer.from('\uFEFFwords and more words', 'utf16le'),
	nothing: Buffer.alloc(0),
};

test.each<[keyof typeof FILES, string | undefined, string | undefined]>([
	// Name and content agree: the name stays, also where it says more.
	['png', 'image/png', 'image/png'],
	['opus', 'audio/ogg', 'audio/ogg'],
	['opus', 'audio/ogg; codecs=opus', 'audio/ogg; codecs=opus'],
	['mp4', 'video/mp4', 'video/mp4'],
	['mp4', 'audio/mp4', 'audio/mp4'],
	['mov', 'video/mp4', 'video/mp4'],
	['threeGp', 'video/mp4', 'video/mp4'],
	['mp3', 'audio/mpeg', 'audio/mpeg'],
	['mp3Tagged', 'audio/aac', 'audio/aac'],
	['zip', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'], // oxfmt-ignore
	// They disagree: the content decides.
	['jpeg', 'image/png', 'image/jpeg'],
	['webp', 'image/png', 'image/webp'],
	['opus', 'audio/mpeg', 'audio/ogg; codecs=opus'],
	['vorbis', 'audio/mpeg', 'audio/ogg'],
	['mp3', 'audio/ogg; codecs=opus', 'audio/mpeg'],
	['mp3Tagged', 'audio/ogg', 'audio/mpeg'],
	['wav', 'audio/mpeg', 'audio/wav'],
	['aac', 'audio/mpeg', 'audio/aac'],
	['m4a', 'audio/mpeg', 'audio/mp4'],
	['m4a', 'video/mp4', 'audio/mp4'],
	['mp4', 'audio/mpeg', 'audio/mp4'],
	['mp4', 'image/png', 'video/mp4'],
	['heic', 'image/jpeg', 'image/heic'],
	['amr', 'audio/mpeg', 'audio/amr'],
	['webm', 'audio/ogg; codecs=opus', 'audio/webm'],
	['pdf', 'image/png', 'application/pdf'],
	['pdf', 'text/plain', 'application/pdf'],
	// Nobody says anything: the content does.
	['jpeg', undefined, 'image/jpeg'],
	['mp3', undefined, 'audio/mpeg'],
	['mp4', undefined, 'video/mp4'],
	['text', undefined, undefined],
	['nothing', undefined, undefined],
	// What only looks like a signature decides nothing.
	['text', 'text/plain', 'text/plain'],
	['utf16', 'text/plain', 'text/plain'],
	['mp3', 'text/plain', 'text/plain'],
	['nothing', 'audio/mpeg', 'audio/mpeg'],
])('%s as %s is %s', (file, declared, decided) => {
	expect(decidedType(declared, FILES[file])).toBe(decided);
});

test('a text is never taken for something else', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			fc.pre(!/^(%PDF-|GIF8[79]a|#!AMR|....ftyp)/.test(text));
			expect(decidedType('text/plain', Buffer.from(text))).toBe('text/plain');
		}),
	);
});

test('any bytes decide for a type or leave it as it is', () => {
	fc.assert(
		fc.property(
			fc.uint8Array({ maxLength: 64 }),
			fc.constantFrom('audio/mpeg', 'image/png', 'video/mp4'),
			(any, type) => {
				expect(decidedType(type, any)).toMatch(/^[a-z]+\/[\w.+-]+(; codecs=opus)?$/);
			},
		),
	);
});

test.each([
	['audio/mp3', 'audio/mpeg'],
	['AUDIO/MP3', 'audio/mpeg'],
	['audio/opus', 'audio/ogg; codecs=opus'],
	['audio/opus; rate=48000', 'audio/ogg; codecs=opus'],
	['audio/x-m4a', 'audio/mp4'],
	['audio/x-ogg; codecs=opus', 'audio/ogg; codecs=opus'],
	['application/ogg', 'audio/ogg'],
	['image/jpg', 'image/jpeg'],
	['image/pjpeg', 'image/jpeg'],
	['video/3gp', 'video/3gpp'],
	['application/x-pdf', 'application/pdf'],
	['audio/mpeg', 'audio/mpeg'],
	['audio/ogg; codecs=opus', 'audio/ogg; codecs=opus'],
	['image/gif', 'image/gif'],
	['application/x-unheard-of', 'application/x-unheard-of'],
])('%s is called %s', (given, usual) => {
	expect(usualName(given)).toBe(usual);
	expect(usualName(usual)).toBe(usual);
});
