import { acceptableUrl } from '../core/loopback.ts';
import { fields, items, MISSING, text, unique, WRONG, type Fields } from './checks.ts';
import { RefusedByWhatsApp } from './errors.ts';

/** Meta, "Interactive media carousel messages". */
export function checkCarousel(action: Fields): void {
	const cards = items(action.cards, 'action.cards', 10);
	if (cards.length < 2) throw new RefusedByWhatsApp(WRONG, 'action.cards must hold at least 2 entries');
	const kinds = cards.map((card, index) => {
		const where = `action.cards[${index}]`;
		if (card.card_index !== index) throw new RefusedByWhatsApp(WRONG, `${where}.card_index must be ${index}`);
		if (card.type !== 'cta_url') throw new RefusedByWhatsApp(WRONG, `${where}.type must be cta_url`);
		checkHeader(fields(card.header, `${where}.header`), where);
		if (card.body !== undefined) checkBody(fields(card.body, `${where}.body`).text, where);
		return checkAction(fields(card.action, `${where}.action`), where);
	});
	if (new Set(kinds).size > 1)
		throw new RefusedByWhatsApp(WRONG, 'Button types and numbers must match across all cards');
}

function checkHeader(header: Fields, where: string): void {
	const type = String(header.type);
	if (!['image', 'video'].includes(type))
		throw new RefusedByWhatsApp(WRONG, `${where}.header must be an image or a video`);
	const { id, link } = fields(header[type], `${where}.header.${type}`);
	if (id === undefined && (typeof link !== 'string' || !acceptableUrl(link)))
		throw new RefusedByWhatsApp(WRONG, `${where}.header.${type}.link must be a public https address`);
}

function checkBody(body: unknown, where: string): void {
	if (text(body, `${where}.body.text`, 160).split('\n').length > 3)
		throw new RefusedByWhatsApp(WRONG, `${where}.body.text must have at most 2 line breaks`);
}

/** One URL button, or quick replies; says which, and how many. */
function checkAction(action: Fields, where: string): string {
	if (action.buttons === undefined) {
		if (action.name !== 'cta_url') throw new RefusedByWhatsApp(MISSING, `${where}.action has no button`);
		const parameters = fields(action.parameters, `${where}.action.parameters`);
		text(parameters.display_text, `${where}.action.parameters.display_text`, 20);
		text(parameters.url, `${where}.action.parameters.url`, 2000);
		return 'cta_url';
	}
	const buttons = items(action.buttons, `${where}.action.buttons`, 10);
	const titles = buttons.map((button, place) => {
		const at = `${where}.action.buttons[${place}]`;
		if (button.type !== 'quick_reply') throw new RefusedByWhatsApp(WRONG, `${at}.type must be quick_reply`);
		const reply = fields(button.quick_reply, `${at}.quick_reply`);
		text(reply.id, `${at}.quick_reply.id`, 256);
		return text(reply.title, `${at}.quick_reply.title`, 20);
	});
	unique(titles, 'button titles');
	return `${buttons.length} quick replies`;
}
