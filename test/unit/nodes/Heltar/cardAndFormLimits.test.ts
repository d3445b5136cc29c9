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
	['two cards', sendCarousel, cards(card, card), cards(card), 'Cards must have at least 2 entries (got 1)'],
	[
		'ten cards',
		sendCarousel,
		cards(...many(10, () => card)),
		cards(...many(11, () => card)),
		'Cards must have at most 10 entries (got 11)',
	],
	[
		'the text of a card',
		sendCarousel,
		one({ body: chars(160) }),
		one({ body: chars(161) }),
		'Cards → Card 2 → Body must have at most 160 characters (got 161)',
	],
	[
		'line breaks in the text of a card',
		sendCarousel,
		one({ body: 'a\nb\r\nc' }),
		one({ body: 'a\nb\nc\nd' }),
		'Cards → Card 2 → Body must have at most 2 line breaks (got 3)',
	],
	[
		'the button of a card',
		sendCarousel,
		one({ display_text: chars(20) }),
		one({ display_text: chars(21) }),
		'Cards → Card 2 → Button Text must have at most 20 characters (got 21)',
	],
	[
		'the address behind a card',
		sendCarousel,
		one({ url: 'http://example.org' }),
		one({ url: 'tel:+447700900123' }),
		'Cards → Card 2 → URL is "tel:+447700900123", but must be a web address',
	],
	[
		'the picture of a card',
		sendCarousel,
		one({ headerType: 'video' }),
		one({ headerType: 'document' }),
		'Cards → Card 2 → Header is "document", but must be one of: image, video',
	],
	[
		'cards with the same kind of buttons',
		sendCarousel,
		cards(replies('Yes'), replies('Yes')),
		cards(card, replies('Yes')),
		'Cards → Card 2 → Button Type must have the same kind of buttons as the first card',
	],
	[
		'cards with the same number of buttons',
		sendCarousel,
		cards(replies('A', 'B'), replies('C', 'D')),
		cards(replies('A', 'B'), replies('C')),
		'Cards → Card 2 → Buttons must be 2 like those of the first card (got 1)',
	],
	[
		'buttons of a card that differ',
		sendCarousel,
		cards(replies('A'), replies('A')),
		cards(replies('A', 'A'), replies('A', 'B')),
		'Cards → Card 1 → Buttons → Button 2 → Title must be unique among the buttons ("A" is used twice)',
	],
	[
		'the button of a form',
		sendFlow,
		{ ...flow, flow_cta: chars(30) },
		{ ...flow, flow_cta: chars(31) },
		'Button Text must have at most 30 characters (got 31)',
	],
	['the form', sendFlow, flow, { ...flow, flow_id: ' ' }, 'Flow ID is empty'],
	['the first screen', sendFlow, flow, { ...flow, screen: '' }, 'Screen is empty'],
	[
		'data of the first screen',
		sendFlow,
		{ ...flow, screenData: '{"a": 1}' },
		{ ...flow, screenData: '{}' },
		'Screen Data must be an object with something in it',
	],
	[
		'a sound in the header',
		sendFlow,
		{ ...flow, headerType: 'audio', headerLink: 'https://files.example.org/a.mp3' },
		{ ...flow, headerType: 'audio', headerLink: '' },
		'Header Link is empty',
	],
	[
		'the text of a request',
		requestContactInfo,
		{ body: chars(1024) },
		{ body: chars(1025) },
		'Body must have at most 1024 characters (got 1025)',
	],
]);
