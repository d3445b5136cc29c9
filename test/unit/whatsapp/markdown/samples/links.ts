import type { Sample } from './sample';

export const links: Sample[] = [
	{
		name: 'a link',
		markdown: 'See [our shop](https://a.example).',
		whatsapp: 'See our shop (https://a.example).',
	},
	{
		name: 'a link that shows its own address',
		markdown: '[https://a.example/b](https://a.example/b)',
		whatsapp: 'https://a.example/b',
	},
	{
		name: 'a link that shows its address without the scheme',
		markdown: '[a.example](https://a.example)',
		whatsapp: 'https://a.example',
	},
	{
		name: 'a link with a title',
		markdown: '[a](https://a.example "The A")',
		whatsapp: 'a (https://a.example)',
	},
	{
		name: 'brackets in an address',
		markdown: '[Rust](https://de.wikipedia.org/wiki/Rust_(Programmiersprache))',
		whatsapp: 'Rust (https://de.wikipedia.org/wiki/Rust_(Programmiersprache))',
	},
	{
		name: 'brackets in the text of a link',
		markdown: '[a [b] c](https://a.example)',
		whatsapp: 'a [b] c (https://a.example)',
	},
	{
		name: 'an address between angle brackets in a link',
		differs: 'WhatsApp makes no link of an address with spaces',
		markdown: '[a](<https://a.example/b c>)',
		whatsapp: 'a (https://a.example/b%20c)',
	},
	{ name: 'bold in a link', markdown: '[**a** b](https://a.example)', whatsapp: '*a* b (https://a.example)' },
	{ name: 'a link in bold', markdown: '**[a](https://a.example)**', whatsapp: '*a* (https://a.example)' },
	{
		name: 'bold around a link and more',
		markdown: '**See [a](https://a.example) now**',
		whatsapp: '*See a* (https://a.example) *now*',
	},
	{
		name: 'an address in angle brackets',
		markdown: 'Go to <https://a.example/b_c_d>.',
		whatsapp: 'Go to https://a.example/b_c_d.',
	},
	{
		name: 'a mail address in angle brackets',
		markdown: 'Write to <help_me@a.example>.',
		whatsapp: 'Write to help_me@a.example.',
	},
	{
		name: 'a bare address with underscores',
		markdown: '**See** https://a.example/x_y_z/_all_ and www.b.example/c_d_e',
		whatsapp: '*See* https://a.example/x_y_z/_all_ and www.b.example/c_d_e',
	},
	{
		name: 'bare addresses with parentheses, and in parentheses',
		markdown: '**a https://a.example/b_(c) d** (https://a.example/e)',
		whatsapp: '*a* https://a.example/b_(c) *d* (https://a.example/e)',
	},
	{
		name: 'a bare address in bold',
		markdown: '**https://a.example**',
		whatsapp: 'https://a.example',
	},
	{
		name: 'a telephone link that shows the number, however it is spaced',
		markdown: 'Call [+1 555 0100](tel:+15550100).',
		whatsapp: 'Call +15550100.',
	},
	{
		name: 'a link to WhatsApp',
		markdown: '[Chat with us](https://wa.me/15550100?text=Hi%20there)',
		whatsapp: 'Chat with us (https://wa.me/15550100?text=Hi%20there)',
	},
	{
		name: 'links by reference: full, empty and short',
		markdown:
			'[a][1], [b][] and [c].\n\n[1]: https://a.example\n[b]: https://b.example "B"\n[C]: <https://c.example>',
		whatsapp: 'a (https://a.example), b (https://b.example) and c (https://c.example).',
	},
	{
		name: 'brackets that refer to nothing',
		markdown: '**a** [b][1] [c] [d] (e)',
		whatsapp: '*a* [b][1] [c] [d] (e)',
	},
	{
		name: 'a definition that nothing refers to is text',
		differs: 'nothing is lost',
		markdown: '**a**\n\n[Note]: https://a.example',
		whatsapp: '*a*\n\n[Note]: https://a.example',
	},
	{
		name: 'a placeholder in brackets',
		markdown: '**Dear** [your name],',
		whatsapp: '*Dear* [your name],',
	},
	{
		name: 'a picture',
		markdown: '![Our shop](https://a.example/x.png)',
		whatsapp: 'Our shop (https://a.example/x.png)',
	},
	{
		name: 'a picture without words',
		markdown: '![](https://a.example/x.png)',
		whatsapp: 'https://a.example/x.png',
	},
	{
		name: 'a picture that is a link',
		markdown: '[![Shop](https://a.example/x.png)](https://a.example)',
		whatsapp: 'Shop (https://a.example/x.png) (https://a.example)',
	},
	{ name: 'a link without an address', markdown: '**x** [a]() b', whatsapp: '*x* a b' },
	{ name: 'a link without words', markdown: '[](https://a.example)', whatsapp: 'https://a.example' },
	{
		name: 'an ampersand in an address',
		markdown: '[a](https://a.example/?b=1&amp;c=2) and https://a.example/?b=1&c=2',
		whatsapp: 'a (https://a.example/?b=1&c=2) and https://a.example/?b=1&c=2',
	},
	{
		name: 'a source behind a sentence, as models cite',
		markdown: 'It opens at 9. [[1]](https://a.example)',
		whatsapp: 'It opens at 9. [1] (https://a.example)',
	},
	{
		name: 'a link whose brackets are apart',
		markdown: '**x** [a] (https://a.example)',
		whatsapp: '*x* [a] (https://a.example)',
	},
	{
		name: 'a link in a list and in a heading',
		markdown: '# [a](https://a.example)\n- [b](https://b.example)',
		whatsapp: '*a* (https://a.example)\n- b (https://b.example)',
	},
];
