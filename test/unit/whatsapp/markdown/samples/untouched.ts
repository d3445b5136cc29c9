import { text } from './sample';

/** Nothing in these is Markdown alone: they are plain text, or in WhatsApp's formatting already. */
export const untouched: { name: string; markdown: string }[] = [
	{ name: 'plain text', markdown: 'Hello, how are you?  \n\n\nFine. ' },
	{ name: 'bold of WhatsApp', markdown: 'This is *bold* and _italic_ and ~gone~.' },
	{ name: 'bold and italic of WhatsApp', markdown: '*_both_* and _*both*_ and ~*_all_*~' },
	{ name: 'lists of WhatsApp', markdown: '- a\n- b\n\n* c\n* d\n\n1. e\n2. f' },
	{ name: 'a quote of WhatsApp', markdown: '> quoted\nanswer' },
	{ name: 'code of WhatsApp', markdown: 'Type `*100#` or ```two\nlines``` here' },
	{ name: 'a bare address', markdown: 'https://a.example/b_c_d/*e*?f=1&g=2' },
	{ name: 'a mail address', markdown: 'first_last_name@a.example' },
	{ name: 'sums', markdown: '2*3*4 = 24; 2 * 3 * 4; 2 ** 3; a < b && c > d' },
	{ name: 'one hash and a number', markdown: '#1 and #tag' },
	{ name: 'faces', markdown: '\\o/ >:( :-* <3' },
	{ name: 'brackets', markdown: '[name] (see below) [x]' },
	{ name: 'a signature', markdown: 'See *you* soon\n--\nAnna' },
	{ name: 'an empty item', markdown: '*a*\n- b\n- \n- c' },
	{ name: 'an empty text', markdown: '' },
	{ name: 'spaces and tabs', markdown: ' \t \n' },
	{ name: 'lines of Windows', markdown: 'a\r\nb\r\n' },
	{
		name: 'an order as WhatsApp shows it',
		markdown: text`
			*Order #1042*

			- 2 × *Espresso* (1 kg): €39.80
			- 1 × _Filter paper_: ~€5.50~ €4.50

			> Leave it at the door

			Track: https://a.example/t?id=1_042&x=*
		`,
	},
];
