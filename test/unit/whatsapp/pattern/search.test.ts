import * as fc from 'fast-check';

import { compilePattern, LARGEST_PATTERN, LONGEST_TEXT } from '../../../../whatsapp/pattern/search';

const finds = (pattern: string, text: string, ignoreCase = false) =>
	compilePattern(pattern, { ignoreCase })(text);

/** Everything the syntax knows, the odd parts of Annex B included. */
const PATTERNS = [
	'abc',
	'a|b|',
	'^a.c$',
	'a.c',
	String.raw`\d+\s*\w?\.`,
	'[^a-c]x',
	'[]',
	'[^]',
	String.raw`[\]\-\b]`,
	'[.*+?(){}|]',
	'a{2}',
	'a{2,}',
	'^a{2,3}$',
	'a{0}b',
	'(?:ab)*?c',
	'(a|ab)(c|bcd)',
	'(?<year>[0-9]{4})-(?<month>[0-9]{2})',
	'^(?!.*stop).*$',
	'(?=.*a)(?=.*b)c',
	'(?<=a)b',
	'(?<!a)b',
	'(?<=^|,)b(?=,|$)',
	'(?=(?!ab)a)a',
	String.raw`\bab\b`,
	String.raw`\Bab`,
	'a{',
	'a{,2}',
	'1}',
	'a}]',
	String.raw`\x61\u0062\cA\0`,
	String.raw`\x6\u62\c`,
	String.raw`\12\8\18\400`,
	String.raw`(a)\12`,
	String.raw`\k<a>`,
	String.raw`\p{L}`,
	String.raw`\u{61}`,
	'(?i:A)b',
	'(?s:.)b',
	'(?m:^b$)',
	'(a*)*b',
	'(a*)+$',
	'(?:)*a',
	'(?=a)*b',
	'ß|ſ|K',
	'[À-Þ]',
];

const TEXTS = [
	'',
	'a',
	'b',
	'abc',
	'ABC',
	'xx a.c abcd',
	'aab',
	'aaab',
	'a\nb\nc',
	'2026-02',
	'please stop now',
	'c b a',
	'a,b,c',
	'12 w.',
	'a{ a}] a{,2} u62',
	'x6u62\\c',
	'\n8 8 \u0020\u0030',
	'a\n',
	'k<a> p{L} \u0001\0ab',
	'u'.repeat(61),
	'straße S k À à',
	'-',
];

describe.each([[false], [true]])('with case ignored: %s', (ignoreCase) => {
	test.each(PATTERNS.map((pattern) => [pattern]))('%s finds what JavaScript finds', (pattern) => {
		const native = new RegExp(pattern, ignoreCase ? 'i' : '');
		const wrong = TEXTS.filter((text) => finds(pattern, text, ignoreCase) !== native.test(text));
		expect(wrong).toEqual([]);
	});
});

test('any pattern of these parts finds what JavaScript finds', () => {
	const atom = fc.constantFrom(
		'a',
		'b',
		'.',
		'[ab]',
		'[^a]',
		String.raw`\w`,
		'^',
		'$',
		String.raw`\b`,
		String.raw`\n`,
	);
	const { node } = fc.letrec<{ node: string }>((tie) => ({
		node: fc.oneof(
			{ depthSize: 'small', withCrossShrink: true },
			atom,
			fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
			fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((options) => `(?:${options.join('|')})`),
			fc
				.tuple(tie('node'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{2,}', '*?', '{0}'))
				.map(([part, often]) => `(?:${part})${often}`),
			fc
				.tuple(fc.constantFrom('?=', '?!', '?<=', '?<!'), tie('node'))
				.map(([look, part]) => `(${look}${part})`),
		),
	}));
	const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '\n'), maxLength: 7 });
	fc.assert(
		fc.property(node, fc.array(text, { maxLength: 5 }), fc.boolean(), (pattern, texts, ignoreCase) => {
			const native = new RegExp(pattern, ignoreCase ? 'i' : '');
			for (const one of texts) expect(finds(pattern, one, ignoreCase)).toBe(native.test(one));
		}),
		{ numRuns: 2_000 },
	);
});

describe('the cost has a bound', () => {
	const words = 'foo '.repeat(LONGEST_TEXT);

	test.each([
		['^(a+)+$', `${'a'.repeat(LONGEST_TEXT)}!`],
		['(a|a)*b', 'a'.repeat(LONGEST_TEXT)],
		['(.*)*(.*)*(.*)*x', words],
		[String.raw`(\w+\s?)*$x`, words],
		['.*.*.*.*.*.*.*.*.*.*x', words],
		['^(?=(.*)*x)', words],
		['(.{1,20}){1,24}x', words],
		['(?:a{0,30}){0,15}b', 'a'.repeat(LONGEST_TEXT)],
	])('%s', (pattern, text) => {
		const search = compilePattern(pattern, { ignoreCase: true });
		const start = performance.now();
		expect(search(text)).toBe(false);
		// JavaScript's own search needs years for most of these.
		expect(performance.now() - start).toBeLessThan(5_000);
	});

	test('of a long text the beginning is looked at, and it ends where it really ends', () => {
		expect(finds('b', `${'a'.repeat(LONGEST_TEXT - 1)}b`)).toBe(true);
		expect(finds('b', `${'a'.repeat(LONGEST_TEXT)}b`)).toBe(false);
		expect(finds('a$', 'a'.repeat(LONGEST_TEXT))).toBe(true);
		expect(finds('a$', 'a'.repeat(LONGEST_TEXT + 1))).toBe(false);
	});

	test.each([
		[String.raw`(a)\1`, String.raw`uses \1`],
		[String.raw`(?<x>a)\k<x>`, String.raw`uses \k<x>`],
		['(?:a{1000}){1000}', 'too large'],
		[`a{${LARGEST_PATTERN / 2 + 1}}`, 'too large'],
	])('%s is refused', (pattern, words) => {
		expect(() => compilePattern(pattern, { ignoreCase: true })).toThrow(words);
	});

	test('at the limit a pattern is taken', () => {
		expect(finds(`a{${LARGEST_PATTERN / 2}}`, 'a'.repeat(LARGEST_PATTERN / 2))).toBe(true);
	});
});
