import { BadInput } from '../../../core/http/errors';
import { optional, refined, when } from '../../../core/fields/field';
import { choice, link, longText, text } from '../../../core/fields/basic';
import { inRow, listOf, rows, rowsOrJson } from '../../../core/fields/containers';
import { isObject } from '../../../whatsapp/events/json';
import type { JsonObject } from '../../../whatsapp/events/json';
import { interactive, withIds } from '../../../whatsapp/interactive';
import type { Option } from '../../../whatsapp/interactive';
import { limits } from '../../../whatsapp/limits';
import { webPage } from '../webPage';
import { replyButtonRows } from './buttons';
import { bodyField } from './interactiveParts';
import { defineInteractive } from './kind';

const { cards: count, body, bodyLineBreaks } = limits.carousel;

const replies = () =>
	replyButtonRows({
		description: 'The answers to choose from on this card; every card has the same number of them',
		examples: ['This one', 'cup-blue'],
		withoutId: 'If empty, the title is used, with a number if several cards share it.',
	});

const cardRows = () =>
	rows({
		displayName: 'Cards',
		description: `The cards, side by side: ${count.least} to ${count.most}, all with the same kind and number of buttons`,
		row: 'Card',
		min: count.least,
		max: count.most,
		fields: {
			headerType: choice({
				displayName: 'Header',
				description: 'Type of media to show at the top of the card',
				options: [
					{ name: 'Image', value: 'image' },
					{ name: 'Video', value: 'video' },
				],
			}),
			headerLink: link({
				displayName: 'Header Link',
				description: 'Public https address of the file: a JPEG or PNG up to 5 MB, or an MP4 up to 16 MB',
			}),
			body: optional(
				refined(
					longText({
						displayName: 'Body',
						placeholder: 'e.g. Blue cup, 349.00',
						description: `The text of the card, up to ${body} characters and ${bodyLineBreaks} line breaks`,
						maxLength: body,
					}),
					(given) => {
						const breaks = given.split(/\r\n|\r|\n/).length - 1;
						if (breaks <= bodyLineBreaks) return given;
						throw new BadInput(`${breaks} line breaks, the maximum is ${bodyLineBreaks}`);
					},
				),
			),
			buttonType: choice({
				displayName: 'Button Type',
				description: 'What can be done with the card',
				options: [
					{ name: 'Open a Web Page', value: 'url' },
					{ name: 'Answer', value: 'reply' },
				],
			}),
			display_text: when(
				{ buttonType: ['url'] },
				text({
					displayName: 'Button Text',
					placeholder: 'e.g. Buy',
					description: `Button text, up to ${limits.urlButton.text} characters`,
					maxLength: limits.urlButton.text,
					trim: true,
				}),
			),
			url: when(
				{ buttonType: ['url'] },
				webPage({
					displayName: 'URL',
					placeholder: 'e.g. https://example.org/cups/7',
					description: 'The web page the button opens',
				}),
			),
			buttons: when({ buttonType: ['reply'] }, replies()),
		},
	});

interface Card {
	headerType: 'image' | 'video';
	headerLink: string;
	body?: string;
	buttonType: 'url' | 'reply';
	display_text?: string;
	url?: string;
	buttons?: readonly Option[];
}

/** Cards of one message differ neither in the kind nor in the number of their buttons. */
function assertAlike(cards: readonly Card[]): void {
	const [first] = cards;
	cards.forEach((card, at) =>
		inRow(at, 'Card', () => {
			if (card.buttonType !== first?.buttonType) {
				throw new BadInput('must have the same kind of buttons as the first card', [
					{ name: 'buttonType', label: 'Button Type' },
				]);
			}
			const [own, others] = [card.buttons?.length, first.buttons?.length];
			if (own !== others) {
				throw new BadInput(`${own} added, but the first card has ${others}`, [
					{ name: 'buttons', label: 'Buttons' },
				]);
			}
		}),
	);
}

const cardFields = () =>
	rowsOrJson(
		'cards',
		refined(cardRows(), (cards) => {
			assertAlike(cards);
			return cards;
		}),
		{
			example:
				'[{"headerType": "image", "headerLink": "https://example.org/7.png", "body": "Blue cup", "display_text": "Buy", "url": "https://example.org/7"}]',
			fromJson: (given) => listOf(given).map(fromWhatsApp),
		},
	);

const WHATSAPP_KEYS = ['card_index', 'type', 'header', 'body', 'action'];

/** A card in WhatsApp's own form as the fields have it; its index is its place in the list. */
function fromWhatsApp(card: unknown): unknown {
	if (!isObject(card)) return card;
	const { header, body: text, action } = card;
	const rest = Object.fromEntries(Object.entries(card).filter(([key]) => !WHATSAPP_KEYS.includes(key)));
	return {
		headerType: 'image',
		buttonType: rest.buttons === undefined ? 'url' : 'reply',
		...rest,
		...(isObject(header) ? headerIn(header) : {}),
		...(text === undefined ? {} : { body: isObject(text) ? text.text : text }),
		...(isObject(action) ? actionIn(action) : {}),
	};
}

function headerIn(header: JsonObject) {
	const file = header[String(header.type)];
	return { headerType: header.type, headerLink: isObject(file) ? file.link : file };
}

function actionIn({ buttons, parameters }: JsonObject) {
	if (!Array.isArray(buttons)) return isObject(parameters) ? { ...parameters } : {};
	return {
		buttonType: 'reply',
		buttons: buttons.map((button: unknown) =>
			isObject(button) ? (button.quick_reply ?? button.reply ?? button) : button,
		),
	};
}

/** WhatsApp calls cards of both kinds `cta_url` (Meta, "Interactive media carousel messages"). */
function cardsOf(cards: readonly Card[]) {
	const ids = withIds(cards.flatMap(({ buttons = [] }) => buttons)).values();
	return cards.map((card, at) => {
		const { headerType, headerLink, body: text, buttonType, display_text, url, buttons = [] } = card;
		return {
			card_index: at,
			type: 'cta_url',
			header: { type: headerType, [headerType]: { link: headerLink } },
			...(text ? { body: { text } } : {}),
			action:
				buttonType === 'url'
					? { name: 'cta_url', parameters: { display_text, url } }
					: {
							buttons: buttons.map(() => {
								const { id, title } = ids.next().value as Option;
								return { type: 'quick_reply', quick_reply: { id, title } };
							}),
						},
		};
	});
}

/** Cards side by side, each with a picture or a video and a button: `interactive` of type `carousel`. */
export const carousel = defineInteractive({
	fields: { body: bodyField(), ...cardFields() },
	interactive: ({ body: text, cards, cardsJson }) =>
		interactive('carousel', { body: text }, { cards: cardsOf(cards ?? cardsJson ?? []) }),
});
