import { text, type Sample } from './sample';

/** Headings, quotes, rules, breaks and lines. */
export const blocks: Sample[] = [
	{
		name: 'headings of all levels',
		markdown: '# a\n## b\n### c\n#### d\n##### e\n###### f\n####### g',
		whatsapp: '*a*\n*b*\n*c*\n*d*\n*e*\n*f*\n####### g',
	},
	{ name: 'a heading that is bold already', markdown: '## **a b**', whatsapp: '*a b*' },
	{ name: 'a heading that is bold in part', markdown: '## a **b** c', whatsapp: '*a b c*' },
	{ name: 'a heading with italics', markdown: '## a *b* c', whatsapp: '*a _b_ c*' },
	{ name: 'a heading with code', markdown: '## a `b` c', whatsapp: '*a `b` c*' },
	{ name: 'a heading that is closed', markdown: '## a ##\nb', whatsapp: '*a*\nb' },
	{ name: 'a heading that ends in a number sign', markdown: '# C#', whatsapp: '*C#*' },
	{
		name: 'a heading with a star of its own, which would end the bold',
		differs: 'a star inside',
		markdown: '# 5 * 3 = 15',
		whatsapp: '5 * 3 = 15',
	},
	{ name: 'a heading by lines below', markdown: 'a\n===\n\nb\n---\nc', whatsapp: '*a*\n\n*b*\nc' },
	{ name: 'an empty heading', markdown: '#\n**a**', whatsapp: '*a*' },
	{
		name: 'rules of all sorts',
		markdown: '# t\n\n***\n\n- - -\n\n___',
		whatsapp: '*t*\n\n———\n\n———\n\n———',
	},
	{ name: 'a quote', markdown: '> **a**\n> b', whatsapp: '> *a*\n> b' },
	{ name: 'a quote without a space', markdown: '>**a**\n>b', whatsapp: '> *a*\n> b' },
	{ name: 'a quote in a quote', markdown: '> **a**\n>> b\n> > c', whatsapp: '> *a*\n> b\n> c' },
	{ name: 'an empty line in a quote', markdown: '> **a**\n>\n> b', whatsapp: '> *a*\n> \n> b' },
	{ name: 'a list in a quote', markdown: '> **a**\n> - b\n> - c', whatsapp: '> *a*\n> - b\n> - c' },
	{ name: 'a heading in a quote', markdown: '> ## a\n> b', whatsapp: '> *a*\n> b' },
	{ name: 'text right below a quote', markdown: '> **a**\nb', whatsapp: '> *a*\nb' },
	{ name: 'a break by two spaces', markdown: '**a**  \nb', whatsapp: '*a*\nb' },
	{ name: 'a break by a backslash', markdown: '**a**\\\nb', whatsapp: '*a*\nb' },
	{ name: 'breaks of HTML', markdown: '**a**<br>b<br/>c<br />d', whatsapp: '*a*\nb\nc\nd' },
	{ name: 'a break of HTML at the end of a line is one break', markdown: '**a**<br>\nb', whatsapp: '*a*\nb' },
	{ name: 'other HTML stays', markdown: '**a** <b>b</b> <!-- c -->', whatsapp: '*a* <b>b</b> <!-- c -->' },
	{ name: 'what is no HTML', markdown: '**a** < b > c, x<y, <3', whatsapp: '*a* < b > c, x<y, <3' },
	{ name: 'lines of Windows', markdown: '# a\r\n\r\n- **b**\r\n- c\r\n', whatsapp: '*a*\n\n- *b*\n- c' },
	{ name: 'several empty lines stay', markdown: '**a**\n\n\nb', whatsapp: '*a*\n\n\nb' },
	{ name: 'three spaces before a heading', markdown: '   # a', whatsapp: '*a*' },
	{
		name: 'headings, rule and list closely together',
		markdown: text`
			## Plan
			---
			### Monday
			- **9:00** run
			***
			### Tuesday
			- rest
		`,
		whatsapp: text`
			*Plan*
			———
			*Monday*
			- *9:00* run
			———
			*Tuesday*
			- rest
		`,
	},
];
