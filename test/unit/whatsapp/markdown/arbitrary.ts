import * as fc from 'fast-check';

/** Random texts: Markdown of known parts, WhatsApp's formatting, and signs in any order. */

const WORDS = [
	'tea',
	'two cups',
	'größer',
	'São Paulo',
	'कीमत',
	'शुक्रिया',
	'سعر',
	'订单',
	'価格です',
	'x1',
	'42',
	'3.50',
	'a_b',
	'€5',
	'ok!',
	'🎉',
	'⚠️',
	'(b)',
	'A&B',
];
const ADDRESSES = ['https://a.example', 'https://a.example/b_c?d=1&e=2', 'https://a.example/(f)'];

const word = fc.constantFrom(...WORDS);
const address = fc.constantFrom(...ADDRESSES);
const { inline } = fc.letrec<{ inline: string; part: string }>((tie) => ({
	inline: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
	part: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		{ weight: 4, arbitrary: word },
		{
			weight: 2,
			arbitrary: fc
				.tuple(fc.constantFrom('**', '*', '_', '__', '***', '~~', '~'), word, fc.option(tie('inline')), word)
				.map(
					([mark, first, text, last]) =>
						mark + [first, ...(text === null ? [] : [text]), last].join(' ') + mark,
				),
		},
		{ weight: 1, arbitrary: word.map((text) => `\`${text} *_~\``) },
		{ weight: 1, arbitrary: fc.tuple(word, address).map(([text, where]) => `[${text}](${where})`) },
		{ weight: 1, arbitrary: fc.tuple(word, address).map(([text, where]) => `![${text}](${where})`) },
		{ weight: 1, arbitrary: address },
		{ weight: 1, arbitrary: address.map((where) => `<${where}>`) },
	),
}));

const indented = (text: string, by: number) => text.replace(/\n(?=.)/g, `\n${' '.repeat(by)}`);
/** Each item is a line, and perhaps a block below it. */
const listOf = (block: fc.Arbitrary<string>, markerOf: (mark: string, index: number) => string) =>
	fc
		.tuple(
			fc.constantFrom('- ', '* ', '+ ', '*   '),
			fc.array(fc.tuple(inline, fc.option(block), fc.constantFrom('\n', '\n\n')), {
				minLength: 1,
				maxLength: 3,
			}),
		)
		.map(([mark, items]) =>
			items
				.map(([line, below, gap], index) => {
					const marker = markerOf(mark, index);
					return marker + indented(below === null ? line : line + gap + below, marker.length);
				})
				.join('\n'),
		);
const table = fc
	.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }))
	.chain(([columns, rows]) =>
		fc.array(fc.array(fc.oneof(inline, fc.constant('')), { minLength: columns, maxLength: columns }), {
			minLength: rows + 1,
			maxLength: rows + 1,
		}),
	)
	.map(([header = [], ...rows]) =>
		[header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
	);
const { blocks } = fc.letrec<{ blocks: string; block: string }>((tie) => ({
	blocks: fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map((all) => all.join('\n\n')),
	block: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		{
			weight: 3,
			arbitrary: fc.array(inline, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
		},
		{
			weight: 1,
			arbitrary: fc
				.tuple(fc.integer({ min: 1, max: 6 }), inline)
				.map(([level, text]) => `${'#'.repeat(level)} ${text}`),
		},
		{ weight: 1, arbitrary: listOf(tie('block'), (mark) => mark) },
		{ weight: 1, arbitrary: listOf(tie('block'), (_mark, index) => `${index + 1}. `) },
		{ weight: 1, arbitrary: tie('blocks').map((text) => text.replace(/^/gm, '> ')) },
		{ weight: 1, arbitrary: table },
		{
			weight: 1,
			arbitrary: fc
				.array(inline, { minLength: 1, maxLength: 3 })
				.map((tasks) => tasks.map((task, index) => `- [${' x'[index % 2]}] ${task}`).join('\n')),
		},
		{
			weight: 1,
			arbitrary: fc
				.array(word, { minLength: 1, maxLength: 3 })
				.map((lines) => `\`\`\`\n${lines.join('\n')}\n\`\`\``),
		},
		{ weight: 1, arbitrary: fc.constant('___') },
	),
}));

/** Markdown without escapes and entities, which are Markdown no more once they are written out. */
export const randomMarkdown = blocks;
export { inline as randomLine };

/** A message in WhatsApp's formatting. */
const formatted = fc.oneof(
	word,
	fc
		.tuple(
			fc.constantFrom('*', '_', '~', '*_', '_~', '`', '```'),
			fc.constantFrom('tea', 'two cups', 'कीमत', '订单', '42 €', 'ok!'),
		)
		.map(([mark, text]) => mark + text + [...mark].reverse().join('')),
);
const formattedLine = fc.array(formatted, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
export const randomWhatsApp = fc
	.array(
		fc.oneof(
			formattedLine,
			formattedLine.map((line) => `> ${line}`),
			fc.tuple(fc.constantFrom('- ', '* ', '1. ', '2. '), formattedLine).map(([mark, line]) => mark + line),
			fc.constantFrom('', '```\ncode **x**\n```'),
		),
		{ minLength: 1, maxLength: 8 },
	)
	.map((lines) => lines.join('\n'));

/** Signs of Markdown and letters, in any order. */
export const anySigns = (signs: string) =>
	fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((all) => all.join(''));
