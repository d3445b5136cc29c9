import { text, type Sample } from './sample';

/** Sums, prices and lists of what was bought: figures and stars that are no marks. */
export const orders: Sample[] = [
	{
		name: 'an order with a total in bold',
		markdown: text`
			# Order #1042

			- 2 × **Espresso beans** (1 kg): €39.80
			- 1 × **Filter paper**: €4.50

			**Total: €44.30** (incl. VAT)
		`,
		whatsapp: text`
			*Order #1042*

			- 2 × *Espresso beans* (1 kg): €39.80
			- 1 × *Filter paper*: €4.50

			*Total: €44.30* (incl. VAT)
		`,
	},
	{
		name: 'a sum with stars between the figures',
		differs: 'inside a word nothing is a mark',
		markdown: '**Sum:** 2*3*4 = 24, and 2 * 3 * 4 = 24 too.',
		whatsapp: '*Sum:* 2*3*4 = 24, and 2 * 3 * 4 = 24 too.',
	},
	{
		name: 'an old price struck out before a new one',
		markdown: 'Now only **$19.99** ~~$29.99~~ each!',
		whatsapp: 'Now only *$19.99* ~$29.99~ each!',
	},
	{
		name: 'a footnote star behind a price',
		differs: 'WhatsApp has no escapes',
		markdown: text`
			**Basic**: 9,99 €*
			**Pro**: 19,99 €*

			\* zzgl. Versand
		`,
		whatsapp: text`
			*Basic*: 9,99 €*
			*Pro*: 19,99 €*

			* zzgl. Versand
		`,
	},
	{
		name: 'powers of two stars in a sum',
		differs: 'inside a word nothing is a mark',
		markdown: '**Area**: 2**3 = 8, x**y**z.',
		whatsapp: '*Area*: 2**3 = 8, x**y**z.',
	},
	{
		name: 'dimensions and ranges with tildes',
		differs: 'inside a word nothing is a mark',
		markdown: '**Size:** ~30 cm x ~20 cm, 5~10 days',
		whatsapp: '*Size:* ~30 cm x ~20 cm, 5~10 days',
	},
	{
		name: 'a rating of stars',
		markdown: '**Rating:** ★★★★☆, or ***** of *****',
		whatsapp: '*Rating:* ★★★★☆, or ***** of *****',
	},
	{
		name: 'a masked card number',
		markdown: 'Paid with **Visa** ****4821 on 3/14.',
		whatsapp: 'Paid with *Visa* ****4821 on 3/14.',
	},
	{
		name: 'a price list as a table',
		markdown: text`
			Our **prices**:

			| Service | Price | Duration |
			|:--------|------:|:--------:|
			| Haircut | $25   | 30 min   |
			| Colour  | $60   | 90 min   |
		`,
		whatsapp: text`
			Our *prices*:

			*Service*
			- *Haircut* · Price: $25 · Duration: 30 min
			- *Colour* · Price: $60 · Duration: 90 min
		`,
	},
	{
		name: 'an order as a table in Portuguese, total in bold',
		markdown: text`
			| Item | Qtd. | Valor |
			|---|---|---|
			| Camiseta | 2 | R$ 99,80 |
			| **Total** | | **R$ 99,80** |
		`,
		whatsapp: text`
			*Item*
			- *Camiseta* · Qtd.: 2 · Valor: R$ 99,80
			- *Total* · Valor: *R$ 99,80*
		`,
	},
	{
		name: 'dollars and stars in one line',
		markdown: '5 * $3 = **$15**, 10% off* = **$13.50**\n\n*with code SAVE10*',
		whatsapp: '5 * $3 = *$15*, 10% off* = *$13.50*\n\n_with code SAVE10_',
	},
	{
		name: 'an order number with underscores and one with a number sign',
		markdown: '**Order** ORD_2024_0042, parcel #17',
		whatsapp: '*Order* ORD_2024_0042, parcel #17',
	},
	{
		name: 'a number sign without a space is no heading',
		markdown: '#1042 is **on its way**.\n#48213 too.',
		whatsapp: '#1042 is *on its way*.\n#48213 too.',
	},
	{
		name: 'a year with a full stop begins no list inside a paragraph',
		markdown: 'The **warranty** ends on\n31. December 2027.',
		whatsapp: 'The *warranty* ends on\n31. December 2027.',
	},
	{
		name: 'a negative amount is no bullet',
		markdown: '**Balance:**\n-15.00 EUR\n+20.00 EUR',
		whatsapp: '*Balance:*\n-15.00 EUR\n+20.00 EUR',
	},
	{
		name: 'Indian prices with an icon',
		markdown: '💰 **₹1,499** ~~₹1,999~~ (*25% छूट*)',
		whatsapp: '💰 *₹1,499* ~₹1,999~ (_25% छूट_)',
	},
];
