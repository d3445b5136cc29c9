import fc from 'fast-check';
import { lengthOf } from '../../../whatsapp/characters';
import { splitText } from '../../../whatsapp/splitText';

const paragraph = (words: number, word = 'word') => `${`${word} `.repeat(words).trim()}.`;

test.each([
	['a text that fits stays as it is', 'One.\n\nTwo.', 20, ['One.\n\nTwo.']],
	['exactly as long as allowed', 'abcde', 5, ['abcde']],
	['one character more', 'abcdef', 5, ['abcde', 'f']],
	['after a paragraph', 'One two.\n\nThree four.', 12, ['One two.', 'Three four.']],
	['after a line', 'One two\nThree four', 12, ['One two', 'Three four']],
	['after a sentence', 'One two. Three four.', 14, ['One two.', 'Three four.']],
	['after a word', 'one two three four', 9, ['one two', 'three', 'four']],
	[
		'a paragraph that would leave too little ends later',
		`Hi\n\n${paragraph(4)}`,
		20,
		['Hi\n\nword word word', 'word.'],
	],
	[
		'an address stays whole',
		'Look at https://example.com/a.b?c=d now',
		30,
		['Look at', 'https://example.com/a.b?c=d', 'now'],
	],
	['a family is one character', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 10, ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']],
	['a flag', '🇵🇹🇧🇷', 3, ['🇵🇹', '🇧🇷']],
	['without spaces', '今天天气很好。我们去公园。', 8, ['今天天气很好。', '我们去公园。']],
	['a list between its items', '- one\n- two\n- three', 12, ['- one\n- two', '- three']],
	['a nested item keeps its indent', '- one\n   - two\n   - three', 14, ['- one\n   - two', '   - three']],
	['a block of code goes on as a whole', 'Text.\n```\na\nb\n```', 12, ['Text.', '```\na\nb\n```']],
	[
		'a block that is too long becomes several',
		'```\naaaa\nbbbb\ncccc\n```\nEnd.',
		13,
		['```\naaaa\n```', '```\nbbbb\n```', '```\ncccc\n```', 'End.'],
	],
	['a space at the end of code is no message', '``` aaaabbbbbb ```', 12, ['``` aaaab```', '``` bbbbb```']],
	[
		'the indent before an address is no message',
		'!!\n https://example.com/a.b?c=d',
		12,
		['!!', 'https://exam', 'ple.com/a.b?', 'c=d'],
	],
	['white space only', ' \n ', 12, ['']],
])('%s', (_, text, most, parts) => {
	expect(splitText(text, most)).toEqual(parts);
});

const anyText = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				' ',
				'\n',
				'\n\n',
				'. ',
				'```\n',
				'\n```',
				'👨‍👩‍👧‍👦',
				'🇵🇹',
				'https://a.bc/d_e?f=g ',
				'。',
				'- ',
				'*',
			),
			fc.string({ unit: 'grapheme', maxLength: 12 }),
		),
		{ maxLength: 60 },
	)
	.map((pieces) => pieces.join(''));

test('no part is too long or empty, and nothing but white space and marks of code is lost or added', () => {
	const essence = (text: string) => text.replace(/```|\s/g, '');
	fc.assert(
		fc.property(anyText, fc.integer({ min: 12, max: 80 }), (text, most) => {
			const parts = splitText(text, most);
			for (const part of parts) expect(lengthOf(part)).toBeLessThanOrEqual(most);
			if (text.trim() !== '') expect(parts.filter((part) => part.trim() === '')).toEqual([]);
			expect(essence(parts.join(''))).toBe(essence(text));
		}),
	);
});

test('a text of 200,000 characters is split in no time', () => {
	const start = process.cpuUsage();
	const parts = splitText(paragraph(10, 'lorem ipsum').concat('\n').repeat(2000), 4096);
	expect(parts.length).toBeGreaterThan(40);
	expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
});
