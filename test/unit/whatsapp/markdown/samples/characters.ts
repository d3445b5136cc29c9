import type { Sample } from './sample';

/** Escaped, so that it is no Markdown; converted again it would be. */
export const escapedOnce: Sample[] = [
	{ name: 'an escaped heading', markdown: '\\# b', whatsapp: '# b' },
	{ name: 'escaped bold', markdown: '\\*\\*b\\*\\*', whatsapp: '**b**' },
	{ name: 'an escaped link', markdown: '\\[a](https://a.example)', whatsapp: '[a](https://a.example)' },
	{ name: 'an escaped entity', markdown: '&amp;lt; \\&gt;', whatsapp: '&lt; &gt;' },
];

/** Entities and escapes, scripts without spaces, scripts from right to left, emoji. */
export const characters: Sample[] = [
	{
		name: 'named entities',
		markdown: '**a** &amp; b &lt;c&gt; &quot;d&quot; &copy;',
		whatsapp: '*a* & b <c> "d" ©',
	},
	{ name: 'numbered entities', markdown: '&#8364; 5, &#x20AC; 6', whatsapp: '€ 5, € 6' },
	{ name: 'a space that does not break', markdown: '5&nbsp;kg', whatsapp: '5\u00a0kg' },
	{
		name: 'what is no entity',
		markdown: '**a** &b; AT&T, R&D; &#xZZ;',
		whatsapp: '*a* &b; AT&T, R&D; &#xZZ;',
	},
	{
		name: 'an entity in a link',
		markdown: '[Q&amp;A](https://a.example)',
		whatsapp: 'Q&A (https://a.example)',
	},
	{
		name: 'escaped marks',
		markdown: '1\\. a\n\n\\- c \\[d\\] \\_e \\`f \\> g',
		whatsapp: '1. a\n\n- c [d] _e `f > g',
	},
	{ name: 'an escaped full stop in a price', markdown: 'Only 5\\.99\\!', whatsapp: 'Only 5.99!' },
	{ name: 'a backslash before a letter stays', markdown: '**C:\\new** \\o/', whatsapp: '*C:\\new* \\o/' },
	{
		name: 'Chinese: bold that ends in a full-width colon',
		differs: 'between letters',
		markdown: '**注意：**请勿打开',
		whatsapp: '注意：请勿打开',
	},
	{
		name: 'Chinese: bold in the middle',
		differs: 'between letters',
		markdown: '请在**三天内**付款',
		whatsapp: '请在三天内付款',
	},
	{
		name: 'Chinese: bold figures and letters',
		differs: 'between letters',
		markdown: '共**25**元，用**Visa**付款',
		whatsapp: '共25元，用Visa付款',
	},
	{
		name: 'Japanese: italic and bold side by side',
		differs: 'between letters',
		markdown: '**重要**と*参考*です',
		whatsapp: '重要と参考です',
	},
	{
		name: 'Japanese: bold with quotes inside',
		differs: 'between letters',
		markdown: 'これは**「大切」**です',
		whatsapp: 'これは「大切」です',
	},
	{
		name: 'Korean: bold before an ending',
		differs: 'between letters',
		markdown: '**주문**이 완료되었습니다',
		whatsapp: '주문이 완료되었습니다',
	},
	{
		name: 'Thai: bold in the middle',
		differs: 'between letters',
		markdown: 'สินค้า**พร้อมส่ง**แล้ว',
		whatsapp: 'สินค้าพร้อมส่งแล้ว',
	},
	{
		name: 'Hindi: bold that ends in a sign',
		markdown: '**कीमत** और **डिलीवरी**',
		whatsapp: '*कीमत* और *डिलीवरी*',
	},
	{ name: 'Hindi: a heading and steps', markdown: '## चरण\n1. **खोलें**', whatsapp: '*चरण*\n1. *खोलें*' },
	{ name: 'Arabic: a question mark beside bold', markdown: 'هل **وصل الطلب**؟', whatsapp: 'هل *وصل الطلب*؟' },
	{
		name: 'Arabic: bold and struck out prices',
		markdown: '**١٥ ريال** ~~٢٠ ريال~~',
		whatsapp: '*١٥ ريال* ~٢٠ ريال~',
	},
	{ name: 'Hebrew: bold and italics', markdown: '**שלום** ו-*תודה*', whatsapp: '*שלום* ו-_תודה_' },
	{
		name: 'marks of direction around bold',
		markdown: '\u200f**سعر**\u200f 25',
		whatsapp: '\u200f*سعر*\u200f 25',
	},
	{ name: 'an emoji inside bold', markdown: '**🎉 Done 🎉**', whatsapp: '*🎉 Done 🎉*' },
	{
		name: 'an emoji right behind bold',
		markdown: '**Done**🎉 and 🎉**Done**',
		whatsapp: '*Done*🎉 and 🎉*Done*',
	},
	{ name: 'an emoji of several characters', markdown: '👨‍👩‍👧**Family**👍🏽', whatsapp: '👨‍👩‍👧*Family*👍🏽' },
	{ name: 'digits in boxes', markdown: '1️⃣ **Open** 2️⃣ **Pay**', whatsapp: '1️⃣ *Open* 2️⃣ *Pay*' },
	{ name: 'an emoji in a heading', markdown: '# 🛒 Cart', whatsapp: '*🛒 Cart*' },
	{ name: 'Spanish: a question in bold', markdown: '**¿Qué?** *¡Sí!*', whatsapp: '*¿Qué?* _¡Sí!_' },
	{ name: 'German: quotes inside bold', markdown: '**„Ja“** sagte sie', whatsapp: '*„Ja“* sagte sie' },
	{ name: 'Portuguese: accents at both edges', markdown: 'é **única** opção', whatsapp: 'é *única* opção' },
];
