import { text, type Sample } from './sample';

export const lists: Sample[] = [
	{
		name: 'the three sorts of bullets',
		markdown: '# t\n\n* a\n\n+ b\n\n- c',
		whatsapp: '*t*\n\n- a\n\n- b\n\n- c',
	},
	{ name: 'numbers with a bracket', markdown: '# t\n\n1) a\n2) b', whatsapp: '*t*\n\n1. a\n2. b' },
	{
		name: 'numbers that all are one are counted',
		markdown: '**Steps**\n\n1. a\n1. b\n1. c',
		whatsapp: '*Steps*\n\n1. a\n2. b\n3. c',
	},
	{ name: 'a list that begins with seven', markdown: '**a**\n\n7. b\n8. c', whatsapp: '*a*\n\n7. b\n8. c' },
	{
		name: 'a list right below a paragraph, and text right below the list',
		markdown: text`
			You get **three** things:
			- a bag
			- a cup
			- a pen
			Thanks!
		`,
		whatsapp: text`
			You get *three* things:
			- a bag
			- a cup
			- a pen
			Thanks!
		`,
	},
	{
		name: 'steps right below a paragraph',
		markdown: 'Do **this**:\n1. a\n2. b',
		whatsapp: 'Do *this*:\n1. a\n2. b',
	},
	{
		name: 'a loose list keeps its empty lines',
		markdown: '* **a**\n\n* b\n\n* c',
		whatsapp: '- *a*\n\n- b\n\n- c',
	},
	{
		name: 'bullets in bullets, indented by two',
		markdown: text`
			- **Fruit**
			  - apples
			  - pears
			- **Bread**
		`,
		whatsapp: text`
			- *Fruit*
			  - apples
			  - pears
			- *Bread*
		`,
	},
	{
		name: 'bullets in bullets, indented by four',
		markdown: '* **Fruit**\n    * apples\n        * red\n* Bread',
		whatsapp: '- *Fruit*\n  - apples\n    - red\n- Bread',
	},
	{
		name: 'bullets in steps, indented by three',
		markdown: '1. **Pack**\n   - cup\n   - bag\n2. Send',
		whatsapp: '1. *Pack*\n   - cup\n   - bag\n2. Send',
	},
	{
		name: 'bullets in steps, indented by two only',
		markdown: '1. **Pack**\n  - cup\n  - bag\n2. Send',
		whatsapp: '1. *Pack*\n   - cup\n   - bag\n2. Send',
	},
	{
		name: 'bullets indented with a tab',
		markdown: '- **Pack**\n\t- cup\n\t- bag\n- Send',
		whatsapp: '- *Pack*\n  - cup\n  - bag\n- Send',
	},
	{
		name: 'a tab behind the bullet',
		markdown: '*\t**a**\n*\tb',
		whatsapp: '- *a*\n- b',
	},
	{
		name: 'several spaces behind the bullet, as some models write',
		markdown: '*   **a:** one\n*   **b:** two',
		whatsapp: '- *a:* one\n- *b:* two',
	},
	{
		name: 'a list of tasks',
		markdown: '- [ ] pay **today**\n- [x] order\n- [X] choose',
		whatsapp: '- ☐ pay *today*\n- ☑ order\n- ☑ choose',
	},
	{
		name: 'a whole item in bold',
		markdown: '1. **First**\n2. **Second**',
		whatsapp: '1. *First*\n2. *Second*',
	},
	{
		name: 'an item of italics only, with stars',
		markdown: '# t\n* *a*\n* b*',
		whatsapp: '*t*\n- _a_\n- b*',
	},
	{
		name: 'code in an item',
		markdown: text`
			1. **Install**

			   \`\`\`bash
			   npm i  -g x
			   \`\`\`

			2. Run
		`,
		whatsapp: text`
			1. *Install*

			\`\`\`
			npm i  -g x
			\`\`\`

			2. Run
		`,
	},
	{
		name: 'a number with too many digits is no item',
		markdown: '**a**\n\n1234567890. b',
		whatsapp: '*a*\n\n1234567890. b',
	},
	{
		name: 'bullets that are signs of their own stay',
		markdown: '**Menu**\n• soup\n• salad',
		whatsapp: '*Menu*\n• soup\n• salad',
	},
	{
		name: 'a heading in an item',
		markdown: '- # a\n- b',
		whatsapp: '- *a*\n- b',
	},
	{
		name: 'a quote in an item',
		markdown: '**a**\n- b\n  > c\n- d',
		whatsapp: '*a*\n- b\n> c\n- d',
	},
	{
		name: 'numbered headings, as models write sections',
		markdown: '### 1. Order\ntext\n### 2. Pay\ntext',
		whatsapp: '*1. Order*\ntext\n*2. Pay*\ntext',
	},
	{
		name: 'an empty item',
		markdown: '**a**\n- b\n-\n- c',
		whatsapp: '*a*\n- b\n- \n- c',
	},
];
