import {
	cleanFileName,
	formatDoubt,
	kindOf,
	knownMimeType,
	mimeType,
	mimeTypeOfName,
	nameFor,
	nameInAddress,
	readableSize,
	sizeProblem,
} from '../../../whatsapp/media';

const KB = 1024;
const MB = 1024 * KB;

test.each([
	['image/webp', 'sticker'],
	['image/jpeg', 'image'],
	['IMAGE/PNG', 'image'],
	['video/mp4', 'video'],
	['audio/ogg; codecs=opus', 'audio'],
	['application/pdf', 'document'],
	['text/plain', 'document'],
	['application/octet-stream', 'document'],
])('%s is sent as %s', (type, kind) => expect(kindOf(type)).toBe(kind));

test.each([
	['image', 5 * MB],
	['video', 16 * MB],
	['audio', 16 * MB],
	['document', 100 * MB],
	['sticker', 100 * KB],
] as const)('%s: %i bytes pass, one more does not', (kind, most) => {
	expect(sizeProblem(kind, most)).toBeUndefined();
	expect(sizeProblem(kind, most + 1)?.problem).toMatch(/, the maximum for an? /);
	expect(sizeProblem(kind, 1)).toBeUndefined();
	expect(sizeProblem(kind, 0)).toEqual({ problem: 'it is empty (0 bytes)' });
});

test('only what still fits a document is advised to become one', () => {
	expect(sizeProblem('image', 6 * MB)?.advice).toMatch(/document/);
	expect(sizeProblem('image', 101 * MB)?.advice).toBeUndefined();
	expect(sizeProblem('document', 101 * MB)?.advice).toBeUndefined();
});

test.each([
	[999, '999 bytes'],
	[100 * KB, '100 KB'],
	[100 * KB + 1, '100.1 KB'],
	[5 * MB + 1, '5.1 MB'],
])('%i bytes read %s', (bytes, text) => expect(readableSize(bytes)).toBe(text));

test('unlisted formats raise a doubt, listed ones none', () => {
	expect(formatDoubt('image', 'image/gif')).toBe(
		'WhatsApp may reject image/gif as image. It accepts JPG, PNG.',
	);
	expect(formatDoubt('image', 'image/jpeg')).toBeUndefined();
	expect(formatDoubt('audio', 'audio/ogg; codecs=opus')).toBeUndefined();
	expect(formatDoubt('audio', 'audio/mpeg')).toBeUndefined();
});

test.each([
	['text/plain; charset=utf-8', 'text/plain'],
	['audio/ogg;codecs=opus', 'audio/ogg; codecs=opus'],
	['Image/JPEG', 'image/jpeg'],
	['audio/ogg; codecs=opus\r\nX-Other: 1', 'audio/ogg'],
	['image/png\r\nX-Other: 1', undefined],
	['video/mp4; codecs="avc1.4d002a, mp4a.40.2"', 'video/mp4; codecs="avc1.4d002a, mp4a.40.2"'],
	['application/vnd.ms-excel', 'application/vnd.ms-excel'],
	['image', undefined],
	['application/octet-stream', undefined],
	['binary/octet-stream; charset=binary', undefined],
	['', undefined],
	[undefined, undefined],
])('of the type %p is known: %p', (given, known) => expect(knownMimeType(given)).toBe(known));

test.each(['application/pdf', 'audio/ogg; codecs=opus', ' image/svg+xml '])('%p is a MIME type', (typed) =>
	expect(mimeType(typed)).toEqual({ value: typed.trim() }),
);
test.each(['pdf', '.pdf', 'application/', 'application/pdf\r\nX-Other: 1'])('%p is none', (typed) =>
	expect(mimeType(typed)).toHaveProperty('problem'),
);

test.each([
	['a.PDF', 'application/pdf'],
	['archive.tar.gz', undefined],
	['.jpg', undefined],
	['noextension', undefined],
	[undefined, undefined],
])('the name %p tells the type %p', (name, type) => expect(mimeTypeOfName(name)).toBe(type));

test('a nameless file is named by kind and type', () => {
	expect(nameFor('image/jpeg')).toBe('image.jpg');
	expect(nameFor('audio/ogg; codecs=opus')).toBe('audio.ogg');
	expect(nameFor('image/webp', 'image')).toBe('image.webp');
	expect(nameFor('application/x-strange')).toBeUndefined();
});

test.each([
	['https://files.example.org/a/q3%20report.pdf?x=1.png#y', 'q3 report.pdf'],
	['https://files.example.org/a/..%2Fsecret.txt', 'secret.txt'],
	['https://files.example.org/100%.pdf', '100%.pdf'],
	['https://files.example.org/download', undefined],
	['https://files.example.org/', undefined],
])('%s names the file %p', (address, name) => expect(nameInAddress(address)).toBe(name));

test.each([
	['../../etc/passwd', 'passwd'],
	['C:\\Users\\me\\bill.pdf', 'bill.pdf'],
	['line\nbreak\u0000.pdf', 'linebreak.pdf'],
	['grüße 🎉.pdf', 'grüße 🎉.pdf'],
	['..', undefined],
	['  ', undefined],
	[null, undefined],
	['bill\u202Efdp.exe', 'billfdp.exe'],
	['a\u2066b\u2069\u200Bc\uFEFF\u200Ed.pdf', 'abcd.pdf'],
	['a\r\nb\u2028c.pdf', 'abc.pdf'],
	['half \uD83D.pdf', 'half.pdf'],
	['\u{1F468}\u200D\u{1F469}.pdf', '\u{1F468}\u200D\u{1F469}.pdf'],
	['\u202E', undefined],
	[`${'a'.repeat(5_000)}.pdf`, `${'a'.repeat(196)}.pdf`],
	[`${'a'.repeat(196)}.pdf`, `${'a'.repeat(196)}.pdf`],
	['\u{1F600}'.repeat(100), '\u{1F600}'.repeat(50)],
])('the file name %p becomes %p', (given, name) => expect(cleanFileName(given)).toBe(name));
