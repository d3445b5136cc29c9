import { withUnseenShown } from '../../../../core/http/visible';

test.each([
	['\u202A0770\u202C', '[U+202A]0770[U+202C]'],
	['a\u200Bb\uFEFF', 'a[U+200B]b[U+FEFF]'],
	['\u0000\u001B', '[U+0000][U+001B]'],
	['12\u200D3', '12[U+200D]3'],
])('what cannot be seen in %j is written out', (text, shown) => {
	expect(withUnseenShown(text)).toBe(shown);
});

test.each(['👩‍💻 Dev 👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽‍', 'می‌خواهم', 'क्‍ष', 'two\tcolumns\r\nand lines', 'naïve\u00A0space'])(
	'%j is seen as it is',
	(text) => {
		expect(withUnseenShown(text)).toBe(text);
	},
);
