import { decode } from '../../../../nodes/shared/trigger/body';

const TEXT = '{"text":"Grüße, हिन्दी 👍"}';
const utf16le = Buffer.from(TEXT, 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();
const mark = (...bytes: number[]) => Buffer.from(bytes);

test.each<[what: string, body: Buffer, contentType: unknown]>([
	['UTF-8', Buffer.from(TEXT), 'application/json'],
	['UTF-8 without a type', Buffer.from(TEXT), undefined],
	['UTF-8 with a mark', Buffer.concat([mark(0xef, 0xbb, 0xbf), Buffer.from(TEXT)]), 'application/json'],
	['UTF-16 as the sender says', utf16le, 'application/json; charset=utf-16le'],
	['UTF-16 with the other order', utf16be, 'application/json; charset="UTF-16BE"'],
	['UTF-16 with a mark', Buffer.concat([mark(0xff, 0xfe), utf16le]), 'application/json; charset=utf-16'],
	['UTF-16 with the other mark', Buffer.concat([mark(0xfe, 0xff), utf16be]), 'application/octet-stream'],
	['UTF-16 that nobody mentioned', utf16le, 'text/plain'],
	['UTF-16 in the other order that nobody mentioned', utf16be, undefined],
	['UTF-16 that is said to be UTF-8', utf16le, 'text/plain; charset=utf-8'],
	['a charset nobody knows', Buffer.from(TEXT), 'application/json; charset=klingon'],
])('a body in %s is read', (_, body, contentType) => {
	expect(decode(body, contentType)).toBe(TEXT);
});

test('older charsets are read, too', () => {
	expect(decode(Buffer.from('{"a":"é"}', 'latin1'), 'application/json; charset=iso-8859-1')).toBe(
		'{"a":"é"}',
	);
	expect(decode(Buffer.alloc(0), undefined)).toBe('');
});
