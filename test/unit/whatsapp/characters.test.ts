import * as fc from 'fast-check';

import { charactersOf, cut, lengthOf } from '../../../whatsapp/characters';

const FAMILY = '👨‍👩‍👧‍👦';
const FLAG = '🏴󠁧󠁢󠁥󠁮󠁧󠁿';

test.each([
	['Hello', 5, 'Hello'],
	['Hello', 4, 'Hel…'],
	['👍👍👍', 3, '👍👍👍'],
	['👍👍👍', 2, '👍…'],
	[`ab${FAMILY}`, 9, `ab${FAMILY}`],
	[`ab${FAMILY}c`, 9, 'ab…'],
	[`ab${FAMILY}c`, 10, `ab${FAMILY}c`],
	[`${FAMILY}${FAMILY}`, 8, `${FAMILY}…`],
	[`a${FLAG}b`, 8, 'a…'],
	['क्षि क्षि', 6, 'क्षि …'],
	['e\u0301e\u0301', 3, 'e\u0301…'],
	['a\r\nb', 3, 'a…'],
	[FAMILY, 3, '…'],
])('%s in %i is %s', (text, most, expected) => {
	expect(cut(text, most)).toBe(expected);
});

const texts = fc.array(
	fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(FAMILY, FLAG, '👍🏽', '🇬🇧', ' ')),
);

test('a text is never longer than it may be, and never cut within a character', () => {
	fc.assert(
		fc.property(texts, fc.integer({ min: 1, max: 60 }), (parts, most) => {
			const text = parts.join('');
			const short = cut(text, most);
			expect(lengthOf(short)).toBeLessThanOrEqual(most);
			if (short === text) return;
			const whole = charactersOf(text);
			const kept = charactersOf(short.slice(0, -1));
			expect(kept).toEqual(whole.slice(0, kept.length));
		}),
	);
});
