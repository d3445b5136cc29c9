import { text, type Sample } from './sample';

export const tables: Sample[] = [
	{
		name: 'two columns',
		markdown: '| Day | Hours |\n| --- | --- |\n| Mon | 9–18 |\n| Tue | 9–20 |',
		whatsapp: '*Day*\n- *Mon* · Hours: 9–18\n- *Tue* · Hours: 9–20',
	},
	{
		name: 'no bars at the edges',
		markdown: 'Day | Hours\n--- | ---\nMon | 9–18',
		whatsapp: '*Day*\n- *Mon* · Hours: 9–18',
	},
	{
		name: 'empty cells are left out',
		markdown: '| A | B | C |\n|---|---|---|\n| x |  | 3 |\n| y | 2 |  |',
		whatsapp: '*A*\n- *x* · C: 3\n- *y* · B: 2',
	},
	{
		name: 'a row that has fewer cells, and one that has more',
		differs: 'nothing is lost',
		markdown: '| A | B |\n|---|---|\n| x |\n| y | 2 | 3 |',
		whatsapp: '*A*\n- *x*\n- *y* · B: 2 · 3',
	},
	{
		name: 'a bar inside a cell',
		markdown: '| A | B |\n|---|---|\n| x \\| y | 2 |',
		whatsapp: '*A*\n- *x | y* · B: 2',
	},
	{
		name: 'a break inside a cell',
		markdown: '| A | B |\n|---|---|\n| x | 1<br>2<br/>3 |',
		whatsapp: '*A*\n- *x* · B: 1 2 3',
	},
	{
		name: 'formatting in cells and heads',
		markdown: '| **A** | *B* |\n|---|---|\n| **x** | ~~1~~ **2** |',
		whatsapp: '*A*\n- *x* · _B_: ~1~ *2*',
	},
	{
		name: 'links and code in cells',
		markdown: '| A | B |\n|---|---|\n| [x](https://x.example) | `a b` |',
		whatsapp: '*A*\n- *x* (https://x.example) · B: `a b`',
	},
	{
		name: 'a table right below a paragraph, and text right below the table',
		markdown: text`
			Prices:
			| A | B |
			|---|---|
			| x | 1 |

			Thanks!
		`,
		whatsapp: text`
			Prices:
			*A*
			- *x* · B: 1

			Thanks!
		`,
	},
	{
		name: 'no head for the first column',
		markdown: '| | Basic | Pro |\n|---|---|---|\n| Users | 1 | 10 |',
		whatsapp: '- *Users* · Basic: 1 · Pro: 10',
	},
	{
		name: 'a head only',
		markdown: '| A | B |\n|---|---|',
		whatsapp: '*A · B*',
	},
	{
		name: 'one column',
		markdown: '| Cities |\n|---|\n| Rome |\n| Paris |',
		whatsapp: '*Cities*\n- *Rome*\n- *Paris*',
	},
	{
		name: 'bars that are no table',
		markdown: '**Mon** | Tue | Wed',
		whatsapp: '*Mon* | Tue | Wed',
	},
	{
		name: 'Arabic cells',
		markdown: '| المنتج | السعر |\n|---|---|\n| قهوة | 25 |',
		whatsapp: '*المنتج*\n- *قهوة* · السعر: 25',
	},
	{
		name: 'Chinese cells',
		markdown: '| 产品 | 价格 |\n|---|---|\n| 咖啡 | ¥25 |',
		whatsapp: '*产品*\n- *咖啡* · 价格: ¥25',
	},
];
