import { requestContactInfo } from '../../../../nodes/Heltar/operations/message/requestContactInfo';
import { sendCarousel } from '../../../../nodes/Heltar/operations/message/sendCarousel';
import { sendFlow } from '../../../../nodes/Heltar/operations/message/sendFlow';
import type { Parameters } from './limits';
import { chars, many, testLimits } from './limits';

const card = {
	headerType: 'image',
	headerLink: 'https://files.example.org/7.png',
	buttonType: 'url',
	display_text: 'Buy',
	url: 'https://example.org/7',
};
const replies = (...titles: string[]) => ({
	...card,
	buttonType: 'reply',
	buttons: { values: titles.map((title) => ({ title })) },
});
const cards = (...values: Parameters[]) => ({ body: 'Q', cards: { values } });
const one = (parts: Parameters) => cards(card, { ...card, ...parts });
const flow = { body: 'Q', flow_id: '8841', flow_cta: 'Book', screen: 'TIMES' };

testLimits([
	['two cards', sendCarousel, cards(card, card), cards(card), 'Cards: 1 added, the minimum is 2'],
	[
		'ten cards',
		sendCarousel,
		cards(...many(10, () => card)),
		cards(...many(11, () => card)),
		'Cards: 11 added, the maximum is 10',
	],
	[
		'the text of a card',
		sendCarousel,
		one({ body: chars(160) }),
		one({ body: chars(161) }),
		'Cards → Card 2 → Body: 161 characters, the maximum is 160',
	],
	[
		'line breaks in the text of a card',
		sendCarousel,
		one({ body: 'a\nb\r\nc' }),
		one({ body: 'a\nb\nc\nd' }),
		'Cards → Card 2 → Body: 3 line breaks, the maximum is 2',
	],
	[
		'the button of a card',
		sendCarousel,
		one({ display_text: chars(20) }),
		one({ display_text: chars(21) }),
		'Cards → Card 2 → Button Text: 21 characters, the maximum is 20',
	],
	[
		'the address behind a card',
		sendCarousel,
		one({ url: 'http://example.org' }),
		one({ url: 'tel:+447700900123' }),
		'Cards → Card 2 → URL: "tel:+447700900123" is not a web address',
	],
	[
		'the picture of a card',
		sendCarousel,
		one({ headerType: 'video' }),
		one({ headerType: 'document' }),
		'Cards → Card 2 → Header: "document" is not one of: image, video',
	],
	[
		'cards with the same kind of buttons',
		sendCarousel,
		cards(replies('Yes'), replies('Yes')),
		cards(card, replies('Yes')),
		'Cards → Card 2 → Button Type: must have the same kind of buttons as the first card',
	],
	[
		'cards with the same number of buttons',
		sendCarousel,
		cards(replies('A', 'B'), replies('C', 'D')),
		cards(replies('A', 'B'), replies('C')),
		'Cards → Card 2 → Buttons: 1 added, but the first card has 2',
	],
	[
		'buttons of a card that differ',
		sendCarousel,
		cards(replies('A'), replies('A')),
		cards(replies('A', 'A'), replies('A', 'B')),
		'Cards → Card 1 → Buttons → Button 2 → Title: must be unique among the buttons ("A" is used twice)',
	],
	[
		'the button of a form',
		sendFlow,
		{ ...flow, flow_cta: chars(30) },
		{ ...flow, flow_cta: chars(31) },
		'Button Text: 31 characters, the maximum is 30',
	],
	['the form', sendFlow, flow, { ...flow, flow_id: ' ' }, 'Flow ID: nothing is filled in'],
	['the first screen', sendFlow, flow, { ...flow, screen: '' }, 'Screen: nothing is filled in'],
	[
		'data of the first screen',
		sendFlow,
		{ ...flow, screenData: '{"a": 1}' },
		{ ...flow, screenData: '{}' },
		'Screen Data: must be a JSON object with at least one value',
	],
	[
		'a sound in the header',
		sendFlow,
		{ ...flow, headerType: 'audio', headerLink: 'https://files.example.org/a.mp3' },
		{ ...flow, headerType: 'audio', headerLink: '' },
		'Header Link: nothing is filled in',
	],
	[
		'the text of a request',
		requestContactInfo,
		{ body: chars(1024) },
		{ body: chars(1025) },
		'Body: 1025 characters, the maximum is 1024',
	],
]);
