import { markdownToWhatsApp } from '../../../../whatsapp/markdown';

/** Longer than any message: what takes seconds here is quadratic. */
const LENGTH = 100_000;
const MOST_SECONDS = 4;

const filled = (part: string, share = 1) => part.repeat((LENGTH * share) / part.length);

const repeated = [
	...[
		'*',
		'_',
		'~',
		'**a ',
		'*a ',
		'a* ',
		'~a ',
		'*a_b ',
		'*_~',
		'~*',
		'***a',
		'a***',
		'*a **b ',
		'😀*',
		'你**好',
	],
	...['`', '`a', '``a`', '```\n', '~~~\n', '```', 'a```\n'],
	...[
		'[',
		'![',
		'[a](b',
		'[a](b)',
		'![a](b)',
		'](',
		'](<',
		'](a (',
		'](a "',
		'[[a]',
		'[a]: b\n',
		'[a]:b\n[a] ',
		'(',
	],
	...[
		'>',
		'> ',
		'>\n',
		'- ',
		'- + ',
		'+ ',
		'1. ',
		'- a\n',
		'* a\n\n',
		'- [ ] ',
		'> - ',
		'- a\n  ',
		'- ```\n',
	],
	...[
		'|',
		'|-',
		'a|',
		'| a\n|---\n',
		'# ',
		'#',
		'=\n',
		'***',
		'    a\n',
		' ',
		'\t',
		'\n',
		' \n',
		'\\',
		'\\*',
	],
	...['&', '&amp;', '&#', '<', '<a', '<a:', '<a@b.', '<br', '<br>', 'http://', 'https://(', 'www.', 'awww.'],
];

const nested: [name: string, markdown: string][] = [
	['italics in italics', filled('*a ', 0.5) + filled('b* ', 0.5)],
	['bold in italics in bold', filled('**a *a ', 0.5) + filled('b* b** ', 0.5)],
	['struck out in struck out', filled('~~a ', 0.5) + filled('a~~ ', 0.5)],
	['brackets that close', filled('[', 0.2) + filled('](a)', 0.8)],
	['pictures in pictures', filled('![', 0.33) + filled('](a)', 0.67)],
	['links behind open pictures', filled('![', 0.5) + filled('[a](b)', 0.5)],
	['parentheses in an address', `[a](${filled('(', 0.5)}${filled(')', 0.5)}`],
	['runs of backticks, each longer', Array.from({ length: 310 }, (_, index) => '`'.repeat(index)).join(' ')],
	[
		'a list indented more in each line',
		Array.from({ length: 310 }, (_, index) => `${' '.repeat(index)}- a`).join('\n'),
	],
	['spaces in a line', `a${filled(' ')}b`],
	['spaces in a heading', `# a${filled(' ')}b`],
	['spaces in bold', `**a${filled(' ')}b**`],
	['spaces in the line of a table', `a|b\n|-${filled(' ')}x`],
	['spaces in a definition', `[a]: b ${filled(' ')}c d\n[a]`],
	['spaces behind a bullet', `-${filled(' ')}a`],
	['empty lines in a list', `- a\n${filled('\n')}b`],
	['a bold text of many lines', `**${filled('a\n')}**`],
	['a table of many columns', `${filled('|a', 0.5)}|\n${filled('|-', 0.5)}|`],
	['a table of many rows', `|a|b|\n|-|-|\n${filled('|*a*|b|\n')}`],
	['many definitions', Array.from({ length: 2500 }, (_, index) => `[a${index}]: b\n[a${index}]`).join('\n')],
];

describe('a text of 100,000 characters', () => {
	it.each([...repeated.map((part): [string, string] => [JSON.stringify(part), filled(part)]), ...nested])(
		'takes little time: %s',
		(_name, markdown) => {
			const before = process.cpuUsage();
			const whatsapp = markdownToWhatsApp(markdown);
			const { user, system } = process.cpuUsage(before);
			expect((user + system) / 1e6).toBeLessThan(MOST_SECONDS);
			expect(whatsapp.length).toBeLessThan(3 * markdown.length);
		},
	);
});
