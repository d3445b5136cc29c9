import { text, type Sample } from './sample';

export const code: Sample[] = [
	{ name: 'code in a line', markdown: '**Run** `npm test`.', whatsapp: '*Run* `npm test`.' },
	{
		name: 'a block with a language',
		markdown: text`
			\`\`\`json
			{ "a_b": "**c**", "d": [1, 2] }
			\`\`\`
		`,
		whatsapp: '```\n{ "a_b": "**c**", "d": [1, 2] }\n```',
	},
	{
		name: 'a block of several lines, with empty lines and indents',
		markdown: text`
			Like **this**:

			\`\`\`python
			def a(b):
			    return b ** 2

			# no heading
			- no list
			\`\`\`

			Done.
		`,
		whatsapp: text`
			Like *this*:

			\`\`\`
			def a(b):
			    return b ** 2

			# no heading
			- no list
			\`\`\`

			Done.
		`,
	},
	{
		name: 'a block of tildes',
		markdown: '~~~\na ~~b~~\n~~~',
		whatsapp: '```\na ~~b~~\n```',
	},
	{
		name: 'a block without an end goes on to the end',
		markdown: '```js\nlet a = 1;\nlet b = 2;',
		whatsapp: '```\nlet a = 1;\nlet b = 2;\n```',
	},
	{
		name: 'a block by indent',
		markdown: '**Run**\n\n    npm i **x**\n    npm test\n\nDone',
		whatsapp: '*Run*\n\n```\nnpm i **x**\nnpm test\n```\n\nDone',
	},
	{
		name: 'code with two backticks around one',
		markdown: '**a** ``b ` c``',
		whatsapp: '*a* ```b ` c```',
	},
	{ name: 'a backtick without an end', markdown: '**a** ` b', whatsapp: '*a* ` b' },
	{ name: 'entities in code stay', markdown: '**a** `&lt;b&gt;`', whatsapp: '*a* `&lt;b&gt;`' },
	{ name: 'a link in code stays', markdown: '**a** `[b](c)`', whatsapp: '*a* `[b](c)`' },
	{ name: 'a backslash in code stays', markdown: '**a** `C:\\_x_\\*`', whatsapp: '*a* `C:\\_x_\\*`' },
	{
		name: 'a block right below a paragraph',
		markdown: '**a**:\n```\nb\n```\nc',
		whatsapp: '*a*:\n```\nb\n```\nc',
	},
	{
		name: 'a block whose end is indented more than its beginning',
		markdown: '- **a**\n  ```js\n  b\n       ```',
		whatsapp: '- *a*\n```\nb\n```',
		differs: 'marked takes the end for code',
	},
	{
		name: 'an empty block leaves nothing behind',
		markdown: '**a**\n\n```\n```\n\nb',
		whatsapp: '*a*\n\nb',
	},
	{
		name: 'a block inside a quote',
		markdown: '> **a**\n> ```\n> b\n> ```',
		whatsapp: '> *a*\n> `b`',
	},
];
