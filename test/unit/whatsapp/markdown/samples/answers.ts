import { text, type Sample } from './sample';

/** What models answer customers. */
export const answers: Sample[] = [
	{
		name: 'support in English: greeting, steps, closing',
		markdown: text`
			Hi Anna,

			I'm sorry your **Bluetooth speaker** won't pair. Please try this:

			1. **Reset** the speaker: hold the power button for *10 seconds*.
			2. On your phone, open **Settings → Bluetooth**.
			3. Choose \`JBL-Flip-6\` from the list.

			If that doesn't help, just reply **"still broken"** and I'll get a colleague.
		`,
		whatsapp: text`
			Hi Anna,

			I'm sorry your *Bluetooth speaker* won't pair. Please try this:

			1. *Reset* the speaker: hold the power button for _10 seconds_.
			2. On your phone, open *Settings → Bluetooth*.
			3. Choose \`JBL-Flip-6\` from the list.

			If that doesn't help, just reply *"still broken"* and I'll get a colleague.
		`,
	},
	{
		name: 'support in Portuguese: heading with an emoji and bullets with bold labels',
		markdown: text`
			### 📦 Status do pedido

			* **Pedido:** #48213
			* **Situação:** a caminho
			* **Previsão:** 14/03, até às 18h

			Posso ajudar em *algo mais*?
		`,
		whatsapp: text`
			*📦 Status do pedido*

			- *Pedido:* #48213
			- *Situação:* a caminho
			- *Previsão:* 14/03, até às 18h

			Posso ajudar em _algo mais_?
		`,
	},
	{
		name: 'support in Spanish: inverted marks beside emphasis',
		markdown: text`
			¡Hola! ¿**Ya recibiste** tu paquete?

			Si *no* ha llegado, escríbenos a [soporte@tienda.es](mailto:soporte@tienda.es) o visita la [página de ayuda](https://tienda.es/ayuda).
		`,
		whatsapp: text`
			¡Hola! ¿*Ya recibiste* tu paquete?

			Si _no_ ha llegado, escríbenos a soporte@tienda.es o visita la página de ayuda (https://tienda.es/ayuda).
		`,
	},
	{
		name: 'support in German: quoted question, answer and hours',
		markdown: text`
			> Kann ich meine Bestellung noch ändern?

			Ja, **bis 16 Uhr** am selben Tag. Unsere Zeiten:

			- Mo–Fr: **9–18 Uhr**
			- Sa: **10–14 Uhr**
			- So: ~~geöffnet~~ geschlossen
		`,
		whatsapp: text`
			> Kann ich meine Bestellung noch ändern?

			Ja, *bis 16 Uhr* am selben Tag. Unsere Zeiten:

			- Mo–Fr: *9–18 Uhr*
			- Sa: *10–14 Uhr*
			- So: ~geöffnet~ geschlossen
		`,
	},
	{
		name: 'support in Hindi: bold that ends in a vowel sign, and a danda behind it',
		markdown: text`
			## नमस्ते 🙏

			आपका ऑर्डर **भेज दिया गया है**।

			1. **ट्रैकिंग नंबर**: IN48213
			2. **डिलीवरी**: *कल शाम तक*
		`,
		whatsapp: text`
			*नमस्ते 🙏*

			आपका ऑर्डर *भेज दिया गया है*।

			1. *ट्रैकिंग नंबर*: IN48213
			2. *डिलीवरी*: _कल शाम तक_
		`,
	},
	{
		name: 'support in Arabic: bold, Arabic comma and a link',
		markdown: text`
			مرحبًا **سارة**، شكرًا لتواصلك معنا.

			- **رقم الطلب:** 48213
			- **الحالة:** قيد الشحن

			لمزيد من المعلومات: [تتبع الطلب](https://shop.example/t/48213)
		`,
		whatsapp: text`
			مرحبًا *سارة*، شكرًا لتواصلك معنا.

			- *رقم الطلب:* 48213
			- *الحالة:* قيد الشحن

			لمزيد من المعلومات: تتبع الطلب (https://shop.example/t/48213)
		`,
	},
	{
		name: 'support in Chinese: bold between letters',
		differs: 'between letters',
		markdown: text`
			您好！您的订单**已发货**，预计**3天内**送达。

			### 注意事项
			1. 请**本人签收**。
			2. 如有问题，请联系[客服](https://shop.example/kefu)。
		`,
		whatsapp: text`
			您好！您的订单已发货，预计3天内送达。

			*注意事项*
			1. 请本人签收。
			2. 如有问题，请联系客服 (https://shop.example/kefu)。
		`,
	},
	{
		name: 'support in Japanese: bold before a particle',
		differs: 'between letters',
		markdown: text`
			お問い合わせありがとうございます。

			**営業時間**は次のとおりです。

			* 平日：**9:00〜18:00**
			* 土曜：**10:00〜15:00**

			**「返品」**をご希望の場合はご連絡ください。
		`,
		whatsapp: text`
			お問い合わせありがとうございます。

			営業時間は次のとおりです。

			- 平日：*9:00〜18:00*
			- 土曜：*10:00〜15:00*

			「返品」をご希望の場合はご連絡ください。
		`,
	},
	{
		name: 'an answer that closes with a rule and a small note',
		markdown: text`
			Your refund of **€49.90** is on its way.

			---

			*This message was written by an assistant.*
		`,
		whatsapp: text`
			Your refund of *€49.90* is on its way.

			———

			_This message was written by an assistant._
		`,
	},
	{
		name: 'questions and answers, each question bold on a line of its own',
		markdown: text`
			**Do you ship abroad?**
			Yes, to 32 countries.

			**How long does it take?**
			Usually *3 to 5* working days.
		`,
		whatsapp: text`
			*Do you ship abroad?*
			Yes, to 32 countries.

			*How long does it take?*
			Usually _3 to 5_ working days.
		`,
	},
	{
		name: 'steps with an explanation indented below each',
		markdown: text`
			## Reset your password

			1. Open the **login page**
			   You find it at <https://shop.example/login>.

			2. Tap *Forgot password*

			   We send a code to your e-mail.

			3. Type the code
		`,
		whatsapp: text`
			*Reset your password*

			1. Open the *login page*
			   You find it at https://shop.example/login.

			2. Tap _Forgot password_

			   We send a code to your e-mail.

			3. Type the code
		`,
	},
	{
		name: 'a warning with an emoji right before and after the marks',
		markdown: text`
			⚠️**Importante:** no compartas tu código.⚠️

			✅**Listo**✅ Gracias por tu compra🎉
		`,
		whatsapp: text`
			⚠️*Importante:* no compartas tu código.⚠️

			✅*Listo*✅ Gracias por tu compra🎉
		`,
	},
	{
		name: 'an address of several lines keeps its lines',
		markdown: text`
			**Filiale Mitte**
			Torstraße 1
			10119 Berlin
			Tel. +49 30 1234567
		`,
		whatsapp: text`
			*Filiale Mitte*
			Torstraße 1
			10119 Berlin
			Tel. +49 30 1234567
		`,
	},
];
